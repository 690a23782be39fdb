import type { PersonActor } from '@/domain/access/actor';
import { dueDate, restsOnUnconfirmed, ruleSetOfVersion } from '@/domain/deadlines';
import type { Fine } from '@/domain/fines/fine';
import { emailsFor } from '@/domain/notifications/emails-for';
import type { Recipient } from '@/domain/notifications/message';
import { availableActions, type AvailableAction } from '@/domain/tickets/available-actions';
import type { Clock } from '@/domain/tickets/clock';
import type { NewEvent } from '@/domain/tickets/decision';
import { EVENT_DATA } from '@/domain/tickets/events';
import { planHolder } from '@/domain/tickets/plan-succession';
import { planName, planShortName } from '@/domain/tickets/reference';
import { standingFine, type Ticket } from '@/domain/tickets/ticket';
import { quarterOf, type CalendarDate } from '@/shared/calendar-date';
import type { Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { findChain, type ChainedEvent } from '../db/find-chain';
import { findFineFacts, type FineFacts, type FineScope } from '../db/find-fines';
import { findTicket, type StoredTicket } from '../db/find-ticket';
import { firstBreak } from '../db/verify-chain';
import { portalUrl } from '../portal-url';

/** One thing that was looked at before a fine is decided. */
export type FineCheck = { label: string; passed: boolean; detail: string | null };

export type FineEvidence = {
  fine: Fine;
  /** Who issued, waived or rescinded it last; null while nobody has, and where the portal did by itself. */
  decidedBy: string | null;
  ticketId: string;
  number: string;
  trackingNumber: string;
  provider: string;
  planName: string;
  planShortName: string;
  /** D20: the plan whose staff get its notices today: the successor of one that has ended. */
  readerShortName: string;
  eventCount: number;
  now: Date;
  clock: Clock | null;
  presented: { at: Date; by: string; organization: string } | null;
  /** The hour in which somebody at the plan first opened it; null when nobody did. */
  firstSeen: { hour: Date; by: string } | null;
  answer: { on: CalendarDate; late: boolean } | null;
  extension: Ticket['extensionState'];
  alert: { on: CalendarDate; what: string; by: string } | null;
  /** D11: the plan's words against the fine, and what HFS decided. */
  objection: { at: Date; why: string; by: string; decision: { at: Date; by: string; upheld: boolean; reason: string } | null } | null;
  checks: FineCheck[];
  actions: AvailableAction[];
  /** R21: the very message that issuing would send, and to whom; null when nobody could read it. */
  mail: { subject: string; paragraphs: string[]; to: Recipient[]; toAllStaff: boolean } | null;
};

function recipientsOf(facts: FineFacts): { primary: Recipient[]; staff: Recipient[] } {
  const all = facts.staff.map((s) => ({ personId: s.person_id, name: s.name, email: s.email, isPrimary: s.is_primary }));
  return { primary: all.filter((s) => s.isPrimary), staff: all };
}

/** R21: asked of the same function that words the mail when the fine is issued. */
function mailOf(fine: Fine, ticket: Ticket, facts: FineFacts, scope: Scope): FineEvidence['mail'] {
  const { primary, staff } = recipientsOf(facts);
  const issued: NewEvent = {
    type: 'FineIssued',
    data: { fineId: fine.id, dueOn: fine.dueOn, amountCents: fine.amountCents, quarter: quarterOf(scope.today) },
    to: ticket.status,
    effectiveOn: scope.today,
    at: scope.now,
    clocks: { started: [], ended: [], marked: [] },
  };
  const messages = emailsFor(issued, ticket, {
    recipients: { mcoPrimary: primary, mcoStaff: staff, accountManagers: [], administration: [], portalTeam: { personId: null, name: '', email: '' }, assignee: null, statePeople: [] },
    planName: planName(scope.reference, ticket.planCode),
    portalUrl: portalUrl(),
    actorPersonId: null,
  });
  const [first] = messages;
  if (first === undefined) return null;
  return { subject: first.subject, paragraphs: first.text.trim().split('\n\n'), to: messages.map((m) => m.to), toAllStaff: primary.length === 0 };
}

function checksOf(fine: Fine, stored: StoredTicket, clock: Clock | null, events: readonly ChainedEvent[], scope: Scope): FineCheck[] {
  const { ticket } = stored;
  const earlier = ticket.fines.filter((f) => f.id !== fine.id);
  const again = clock === null ? null : dueDate(clock.ruleId, clock.day0, scope.holidays, ruleSetOfVersion(clock.ruleSetVersion));
  const sameDate = again !== null && again.ok && again.value.due === fine.dueOn;
  const broken = firstBreak({ id: ticket.id, number: ticket.number, eventCount: stored.eventCount, lastHash: stored.lastHash }, events);
  return [
    { label: 'No extension is pending', passed: ticket.extensionState !== 'pending', detail: 'An extension request is undecided (D8)' },
    { label: 'No holiday was added since', passed: sameDate, detail: 'The holiday table in force gives another due date (D16)' },
    { label: 'No earlier fine on this ticket', passed: earlier.length === 0, detail: `An earlier proposal is void: ${earlier[0]?.reason ?? 'no reason recorded'}` },
    { label: 'History is unbroken', passed: broken === null, detail: broken === null ? null : `The history is broken at event ${broken.seq}: ${broken.what}` },
  ];
}

function alertOf(events: readonly ChainedEvent[]): FineEvidence['alert'] {
  const event = events.findLast((e) => e.type === 'HfsAlerted');
  const data = EVENT_DATA.HfsAlerted.safeParse(event?.data);
  return event === undefined || !data.success ? null : { on: dayOf(event.effectiveOn), what: data.data.what, by: event.actorName };
}

function objectionOf(fine: Fine, events: readonly ChainedEvent[]): FineEvidence['objection'] {
  const found = (type: 'FineObjected' | 'FineObjectionDecided') => events.find((e) => e.type === type && EVENT_DATA[type].safeParse(e.data).data?.fineId === fine.id);
  const objected = found('FineObjected');
  if (objected === undefined) return null;
  const decided = found('FineObjectionDecided');
  const decision = decided === undefined ? null : EVENT_DATA.FineObjectionDecided.parse(decided.data);
  return {
    at: objected.recordedAt,
    why: EVENT_DATA.FineObjected.parse(objected.data).why,
    by: objected.actorName,
    decision: decided === undefined || decision === null ? null : { at: decided.recordedAt, by: decided.actorName, upheld: decision.outcome === 'upheld', reason: decision.reason },
  };
}

const DECISIONS = ['FineIssued', 'FineWaived', 'FineRescinded'] as const;

function decidedBy(fine: Fine, events: readonly ChainedEvent[]): string | null {
  const event = events.findLast((e) => DECISIONS.some((type) => e.type === type && EVENT_DATA[type].safeParse(e.data).data?.fineId === fine.id));
  return event === undefined || event.actorId === null ? null : event.actorName;
}

function presentedOf(events: readonly ChainedEvent[]): FineEvidence['presented'] {
  const event = events.findLast((e) => e.type === 'Presented');
  return event === undefined ? null : { at: event.recordedAt, by: event.actorName, organization: event.actorOrganization };
}

/** The fine that stands on a ticket, with all that HFS looks at before it decides (D11); null when there is none for the actor. */
export async function findFineEvidence(scope: Scope, actor: PersonActor, plans: FineScope, ticketId: string): Promise<FineEvidence | null> {
  const stored = await findTicket(scope.tx, ticketId, false);
  if (stored === null || (plans !== null && !plans.includes(stored.ticket.planCode))) return null;
  // A fine that was waived or rescinded before a transfer stays to be looked at.
  const fine = standingFine(stored.ticket) ?? stored.ticket.fines.findLast((f) => f.status !== 'void') ?? null;
  if (fine === null) return null;
  const { ticket } = stored;
  const events = await findChain(scope.tx, ticket.id);
  const holder = planHolder(scope.reference, ticket.planCode, scope.today);
  const facts = await findFineFacts(scope, ticket.id, holder);
  const clock = ticket.clocks.find((c) => c.id === fine.clockId) ?? null;
  return {
    fine,
    decidedBy: decidedBy(fine, events),
    ticketId: ticket.id,
    number: ticket.number,
    trackingNumber: ticket.trackingNumber,
    provider: ticket.facilityName ?? ticket.organizationName,
    planName: planName(scope.reference, fine.planCode),
    planShortName: planShortName(scope.reference, fine.planCode),
    readerShortName: planShortName(scope.reference, holder),
    eventCount: stored.eventCount,
    now: scope.now,
    clock: clock && { ...clock, restsOnUnconfirmed: restsOnUnconfirmed(clock.steps, scope.holidays) },
    presented: presentedOf(events),
    firstSeen: facts.first_view === null ? null : { hour: new Date(facts.first_view.hour), by: facts.first_view.person_name },
    answer: ticket.respondedOn === null ? null : { on: ticket.respondedOn, late: ticket.respondedLate },
    extension: ticket.extensionState,
    alert: alertOf(events),
    objection: objectionOf(fine, events),
    checks: checksOf(fine, stored, clock, events, scope),
    actions: availableActions(ticket, actor, { today: scope.today, planHasStaff: facts.staff.length > 0 }),
    mail: mailOf(fine, ticket, facts, scope),
  };
}
