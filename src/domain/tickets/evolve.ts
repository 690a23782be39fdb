import { assertNever } from '@/shared/assert-never';
import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import { cents } from '@/shared/cents';
import type { Fine } from '@/domain/fines/fine';
import type { Clock, ClockChanges } from './clock';
import type { NewEvent, NewEventOf } from './decision';
import type { EventType } from './events';
import type { CloseReason } from './status';
import { changeOfReview, isReviewEvent, NO_REVIEW } from './evolve-review';
import type { Ticket } from './ticket';

function withClocks(clocks: readonly Clock[], changes: ClockChanges): Clock[] {
  const ends = new Map(changes.ended.map((e) => [e.clockId, e]));
  const marks = new Map(changes.marked.map((m) => [m.clockId, m]));
  const moves = new Map((changes.moved ?? []).map(({ clockId, ...move }) => [clockId, move]));
  const changed = clocks.map((clock): Clock => {
    const end = ends.get(clock.id);
    const mark = marks.get(clock.id);
    return { ...clock, ...(end && { endedOn: end.endedOn, endReason: end.reason }), ...(mark && { overdueOn: mark.overdueOn }), ...moves.get(clock.id) };
  });
  return [...changed, ...changes.started];
}

function withFine(fines: readonly Fine[], fineId: string, change: Partial<Fine>): Fine[] {
  return fines.map((fine) => (fine.id === fineId ? { ...fine, ...change } : fine));
}

function objectionDecided(fines: readonly Fine[], { data }: NewEventOf<'FineObjectionDecided'>, on: CalendarDate): Fine[] {
  return fines.map((fine) => (fine.id === data.fineId && fine.objection !== null ? { ...fine, objection: { ...fine.objection, decidedOn: on, outcome: data.outcome } } : fine));
}

/** D8: a request that HFS has not decided is moot once the plan's answer is no longer awaited. */
function extensionAfter(ticket: Ticket, to: Ticket['status']): Ticket['extensionState'] {
  return ticket.extensionState === 'pending' && to !== 'presented' ? 'moot' : ticket.extensionState;
}

function begun(event: NewEventOf<'ComplaintSubmitted'>, id: string): Ticket {
  const d = event.data;
  return {
    id,
    number: d.number,
    status: 'submitted',
    closeReason: null,
    closedOn: null,
    organizationId: d.organizationId,
    organizationName: d.organizationName,
    facilityId: d.facilityId,
    facilityName: d.facilityName,
    filedByOrganizationId: d.filedByOrganizationId,
    filedById: d.filedById,
    contact: d.contact,
    planCode: d.planCode,
    programCode: d.programCode,
    issueTypeCode: d.issueTypeCode,
    trackingNumber: d.trackingNumber,
    grounds: d.grounds,
    whatHappened: d.whatHappened,
    desiredOutcome: d.desiredOutcome,
    npi: d.npi,
    isUrgent: d.isUrgent,
    receivedByMcoOn: calendarDate(d.receivedByMcoOn),
    filedAt: event.at,
    receivedOn: calendarDate(d.receivedOn),
    firstReceivedOn: calendarDate(d.firstReceivedOn),
    refilesTicketId: d.refilesTicketId,
    claimCount: d.claimCount,
    disputedCents: cents(d.disputedCents),
    ruleSetVersion: d.ruleSetVersion,
    presentedOn: null,
    transferredAt: null,
    mcoAssignee: null,
    stateAssignee: null,
    ...NO_REVIEW,
    respondedOn: null,
    respondedLate: false,
    responseDecision: null,
    responseNotice: 'none',
    alertedOn: null,
    extensionState: 'none',
    clocks: [],
    fines: [],
    claims: [],
  };
}

function closedAs(reason: CloseReason, on: CalendarDate): Partial<Ticket> {
  return { closeReason: reason, closedOn: on };
}

function proposed(event: NewEventOf<'FineProposed'>, ticket: Ticket): Fine {
  const d = event.data;
  return {
    id: d.fineId,
    clockId: d.clockId,
    planCode: ticket.planCode,
    status: 'proposed',
    amountCents: cents(d.amountCents),
    dueOn: calendarDate(d.dueOn),
    ruleSetVersion: d.ruleSetVersion,
    proposedOn: event.effectiveOn,
    decidedOn: null,
    reason: null,
    issuedOn: null,
    quarter: null,
    objection: null,
  };
}

/** The plan's side of the ticket begins anew: nothing of the first plan goes on with the second. One extension a ticket stays one (R11). */
function transferred(ticket: Ticket, event: NewEventOf<'Transferred'>): Partial<Ticket> {
  return {
    planCode: event.data.toPlan,
    presentedOn: null,
    transferredAt: event.at,
    mcoAssignee: null,
    alertedOn: null,
    extensionState: ticket.extensionState === 'approved' ? 'approved' : 'none',
  };
}

/** Opened before the plan's answer, the ticket has none any more: the answer stays in the history and is given anew. */
function reopened(ticket: Ticket, event: NewEventOf<'Reopened'>): Partial<Ticket> {
  const { to, receivedByMcoOn } = event.data;
  const beforeAnswer = to === 'submitted' || to === 'presented';
  return {
    closeReason: null,
    closedOn: null,
    ...(receivedByMcoOn !== null && { receivedByMcoOn: calendarDate(receivedByMcoOn.after) }),
    presentedOn: to === 'submitted' ? null : (ticket.presentedOn ?? event.effectiveOn),
    ...(to === 'administrative_review' ? { reviewBeganOn: event.effectiveOn, decidedOn: null } : NO_REVIEW),
    ...(beforeAnswer && {
      // R19: a date that is missed from now on is alerted anew.
      alertedOn: null,
      respondedOn: null,
      respondedLate: false,
      responseDecision: null,
      responseNotice: 'none' as const,
      claims: ticket.claims.map((claim) => ({ ...claim, mcoOutcome: null, mcoAmountCents: null })),
    }),
  };
}

function responded(ticket: Ticket, { data }: NewEventOf<'ResponseSubmitted'>, on: CalendarDate): Partial<Ticket> {
  const outcomes = new Map(data.outcomes.map((o) => [o.lineNo, o]));
  return {
    respondedOn: on,
    respondedLate: data.late,
    responseDecision: data.decision,
    responseNotice: 'pending',
    claims: ticket.claims.map((claim) => {
      const outcome = outcomes.get(claim.lineNo);
      return outcome === undefined ? claim : { ...claim, mcoOutcome: outcome.outcome, mcoAmountCents: cents(outcome.amountCents) };
    }),
  };
}

type FineEvent = Extract<NewEvent, { type: `Fine${string}` }>;

function isFineEvent(event: NewEvent): event is FineEvent {
  return event.type.startsWith('Fine');
}

function fineChangeOf(ticket: Ticket, event: FineEvent): Partial<Ticket> {
  const on = event.effectiveOn;
  switch (event.type) {
    case 'FineProposed': return { fines: [...ticket.fines, proposed(event, ticket)] };
    case 'FineIssued': return { fines: withFine(ticket.fines, event.data.fineId, { status: 'issued', issuedOn: on, quarter: event.data.quarter, decidedOn: on }) };
    case 'FineWaived': return { fines: withFine(ticket.fines, event.data.fineId, { status: 'waived', decidedOn: on, reason: event.data.reason }) };
    case 'FineVoided': return { fines: withFine(ticket.fines, event.data.fineId, { status: 'void', decidedOn: on, reason: event.data.reason }) };
    case 'FineRescinded': return { fines: withFine(ticket.fines, event.data.fineId, { status: 'rescinded', decidedOn: on, reason: event.data.reason }) };
    case 'FineObjected': return { fines: withFine(ticket.fines, event.data.fineId, { objection: { on, decidedOn: null, outcome: null } }) };
    case 'FineObjectionDecided': return { fines: objectionDecided(ticket.fines, event, on) };
    default: return assertNever(event);
  }
}

/** Events whose clocks and history say all; the ticket itself stays as it is. */
const UNCHANGING = [
  'MessagePosted',
  'PlanAsked',
  'PortalTeamAnswered',
  'ResponseContested',
  'ReviewRequested',
  'NoticeSentAgain',
  'OverdueMarked',
  'OverdueMarkRemoved',
  'WindowLapsed',
  'InformationRequested',
  'InformationProvided',
  'ResponseContactCorrected',
  'ContactLogged',
  'FileRefused',
] as const satisfies EventType[];
type Unchanging = Extract<NewEvent, { type: (typeof UNCHANGING)[number] }>;

function changesNothing(event: NewEvent): event is Unchanging {
  return UNCHANGING.some((type) => type === event.type);
}

function changeOf(ticket: Ticket, event: Exclude<NewEvent, { type: 'ComplaintSubmitted' }>): Partial<Ticket> {
  if (isFineEvent(event)) return fineChangeOf(ticket, event);
  if (changesNothing(event)) return {};
  const on = event.effectiveOn;
  if (isReviewEvent(event)) return changeOfReview(event);
  switch (event.type) {
    case 'ClosedAtFiling':
    case 'ReturnedAsClosed': return closedAs(event.data.closeReason, on);
    case 'ResponseAccepted': return closedAs('accepted', on);
    case 'ConfirmedResolved': return closedAs('resolved', on);
    case 'Withdrawn': return closedAs('withdrawn', on);
    case 'ClosedNotContested': return closedAs('not_contested', on);
    case 'ClosedReviewNotRequested': return closedAs('review_not_requested', on);
    case 'Presented': return { presentedOn: on };
    case 'Transferred': return transferred(ticket, event);
    case 'Reopened': return reopened(ticket, event);
    case 'ResponseSubmitted': return responded(ticket, event, on);
    case 'Corrected': {
      const { receivedByMcoOn, ...after } = event.data.after;
      return { ...after, ...(receivedByMcoOn !== undefined && { receivedByMcoOn: calendarDate(receivedByMcoOn) }) };
    }
    case 'Assigned': return event.data.side === 'mco' ? { mcoAssignee: event.data.assignee } : { stateAssignee: event.data.assignee };
    case 'DatesMoved': return event.data.answerInTime ? { respondedLate: false } : {};
    case 'HfsAlerted': return { alertedOn: on };
    case 'NoticeAccepted': return { responseNotice: 'accepted' };
    case 'NoticeFailed': return { responseNotice: 'failed' };
    case 'ResponseSeen': return { responseNotice: 'seen' };
    case 'ExtensionRequested': return { extensionState: 'pending' };
    case 'ExtensionDecided': return { extensionState: event.data.decision };
    case 'ProviderContactChanged': return { contact: event.data.after };
    default: return assertNever(event);
  }
}

/** The ticket after one event: replaying a ticket's events gives the ticket. `id` names a ticket that begins. */
export function evolve(ticket: Ticket | null, event: NewEvent, id?: string): Ticket {
  if (event.type === 'ComplaintSubmitted') {
    const base = begun(event, ticket?.id ?? id ?? '');
    return { ...base, clocks: withClocks([], event.clocks) };
  }
  if (ticket === null) throw new Error(`${event.type} needs a ticket: the history begins with ComplaintSubmitted`);
  return { ...ticket, extensionState: extensionAfter(ticket, event.to), ...changeOf(ticket, event), status: event.to, clocks: withClocks(ticket.clocks, event.clocks) };
}

export function evolveAll(ticket: Ticket, events: readonly NewEvent[]): Ticket {
  return events.reduce((state, event) => evolve(state, event), ticket);
}
