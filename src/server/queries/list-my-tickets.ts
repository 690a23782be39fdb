import type { PersonActor } from '@/domain/access/actor';
import type { HolidayTable } from '@/domain/deadlines';
import type { Clock } from '@/domain/tickets/clock';
import { receivedByMcoOn } from '@/domain/tickets/check-draft';
import { draftKeptUntil, readComplaintDraft } from '@/domain/tickets/complaint-draft';
import { filingOutlook, type FilingOutlook, type Refiled } from '@/domain/tickets/filing-outlook';
import { PROVIDER_GROUPS, providerTurn, type ProviderGroup, type ProviderTurn } from '@/domain/tickets/provider-turn';
import { issueTypeName, planName, programName } from '@/domain/tickets/reference';
import type { CloseReason, Status } from '@/domain/tickets/status';
import { ownDuties, shownTurnClock } from '@/domain/tickets/turn';
import type { CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import { chicagoDay } from '@/shared/chicago';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf, dayOrNull } from '../db/dates';
import { findClocksOf } from '../db/find-clocks';
import { findMyDrafts, type MyDraftRow } from '../db/find-my-drafts';
import { countProviderTickets, findProviderTickets, type ProviderCounts, type ProviderPosition, type ProviderScope, type ProviderTicketRow } from '../db/find-provider-tickets';
import { CHUNK_SIZE, PAGE_SIZE } from '../db/queue-sql';
import { pageOf } from '../db/page-of';
import { inChunks } from './in-chunks';

export type { ProviderPosition };

export type MyTicket = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  /** For whom it was filed; a billing agent's clients have their own names. */
  organization: string;
  facility: string | null;
  plan: string;
  issueType: string;
  program: string;
  claimCount: number;
  disputedCents: Cents;
  status: Exclude<Status, 'draft'>;
  turn: ProviderTurn;
  isUrgent: boolean;
  closedOn: CalendarDate | null;
  /** The clock of the date that the line shows; null where there is none to wait for. */
  clock: Clock | null;
};

export type MyDraft = {
  draftId: string;
  plan: string | null;
  issueType: string | null;
  organization: string | null;
  /** As typed so far. */
  trackingNumber: string;
  /** D17: the number of the ticket that it files again. */
  refiles: string | null;
  savedAt: Date;
  keptUntilOn: CalendarDate;
  outlook: FilingOutlook | null;
  remindOn: CalendarDate | null;
  hasNoNumber: boolean;
};

export type MyTicketsPage = { tickets: MyTicket[]; count: number; isFirst: boolean; next: ProviderPosition | null };
export type ClientChoice = { id: string; name: string };

export type MyTickets = Record<ProviderGroup, MyTicketsPage> & {
  today: CalendarDate;
  holidays: HolidayTable;
  drafts: MyDraft[];
  draftCount: number;
  /** A billing agent's clients; empty for everybody else. */
  clients: ClientChoice[];
  clientId: string | null;
};

export type MyTicketsAsked = { clientId: string | null; after: Record<ProviderGroup, ProviderPosition | null> };

const SHOWN_RULES = ['presentation', 'mco-response', 'mco-response-extended', 'information-answer', 'contest', 'review-request', 'review-information', 'hfs-question', 'hfs-decision'] as const;

/** What the provider owes comes first; with both sides delivered a review has a date again once HFS aims at one. */
function shownClock(status: MyTicket['status'], clocks: readonly Clock[]): Clock | null {
  const [own] = ownDuties(clocks, 'provider');
  const shown = own ?? shownTurnClock({ status, clocks: [...clocks] });
  return own === undefined && status === 'review_requested' && shown?.endedOn !== null ? null : shown;
}

function ticketOf(row: ProviderTicketRow, clocks: readonly Clock[], { today, reference }: Scope): MyTicket {
  const status = row.status as MyTicket['status'];
  const closeReason = row.close_reason as CloseReason | null;
  return {
    ticketId: row.id,
    number: row.number,
    trackingNumber: row.tracking_number,
    organization: row.organization_name,
    facility: row.facility_name,
    plan: planName(reference, row.plan_code),
    issueType: issueTypeName(reference, row.issue_type_code),
    program: programName(reference, row.program_code),
    claimCount: row.claim_count,
    disputedCents: cents(Number(row.disputed_cents)),
    status,
    turn: providerTurn({ status, closeReason, turnDueOn: dayOrNull(row.turn_due_on), owesOn: dayOrNull(row.provider_owes_on) }, today),
    isUrgent: row.is_urgent,
    closedOn: dayOrNull(row.closed_on),
    clock: shownClock(status, clocks),
  };
}

const placeOf = ({ sorted_on: on, id }: ProviderTicketRow): ProviderPosition => ({ on: dayOrNull(on), id });

function findClients({ tx }: Scope, actor: PersonActor): Promise<ClientChoice[]> {
  if (!actor.isBillingAgent) return Promise.resolve([]);
  return tx.organization.findMany({ where: { clientGrants: { some: { agentId: actor.organizationId, endedAt: null } } }, orderBy: { name: 'asc' }, select: { id: true, name: true } });
}

function refiledOf(row: MyDraftRow): Refiled | null {
  if (row.refiled_id === null || row.refiled_closed_on === null || row.refiled_first_received_on === null) return null;
  return { ticketId: row.refiled_id, closedOn: dayOf(row.refiled_closed_on), firstReceivedOn: dayOf(row.refiled_first_received_on) };
}

function draftOf(row: MyDraftRow, { today, holidays, reference }: Scope): MyDraft {
  const draft = readComplaintDraft(row.data);
  const received = receivedByMcoOn(draft, today);
  return {
    draftId: row.id,
    plan: draft.planCode === '' ? null : planName(reference, draft.planCode),
    issueType: draft.issueTypeCode === '' ? null : issueTypeName(reference, draft.issueTypeCode),
    organization: row.organization_name,
    trackingNumber: draft.trackingNumber.trim().slice(0, 40),
    refiles: row.refiled_number,
    savedAt: row.updated_at,
    keptUntilOn: draftKeptUntil(chicagoDay(row.updated_at)),
    outlook: received === null ? null : filingOutlook(received, refiledOf(row), today, holidays),
    remindOn: dayOrNull(row.remind_on),
    hasNoNumber: draft.hasNumber === 'no',
  };
}

/** A client of the address, if it is one of the actor's. */
function chosenClient(clients: readonly ClientChoice[], clientId: string | null): string | null {
  return clients.some((c) => c.id === clientId) ? clientId : null;
}

function scopeOf(actor: PersonActor, clients: readonly ClientChoice[], clientId: string | null): ProviderScope {
  if (clientId !== null) return { organizationIds: clients.filter((c) => c.id === clientId).map((c) => c.id), filedById: null };
  return { organizationIds: [actor.organizationId, ...clients.map((c) => c.id)], filedById: actor.isBillingAgent ? actor.organizationId : null };
}

/** The tickets of one group to its end, for a file. */
export function myTicketsInChunks(actor: PersonActor, group: ProviderGroup, askedClientId: string | null): AsyncGenerator<MyTicket[]> {
  return inChunks<MyTicket, ProviderPosition>((after) =>
    asReader(actor, async (scope) => {
      const clients = await findClients(scope, actor);
      const page = pageOf(await findProviderTickets(scope, group, scopeOf(actor, clients, chosenClient(clients, askedClientId)), after, CHUNK_SIZE), CHUNK_SIZE, placeOf);
      const clocks = await findClocksOf(scope.tx, page.rows.map((r) => r.id), SHOWN_RULES);
      return { items: page.rows.map((row) => ticketOf(row, clocks.get(row.id) ?? [], scope)), next: page.next };
    }),
  );
}

/**
 * A provider's tickets in three groups, each a page at a time: what needs its own act first, drafts behind it, what
 * waits for others, what is closed. A billing agent has all tickets of its clients and those that it filed.
 */
export function listMyTickets(actor: PersonActor, asked: MyTicketsAsked): Promise<MyTickets> {
  return asReader(actor, async (scope) => {
    const clients = await findClients(scope, actor);
    const clientId = chosenClient(clients, asked.clientId);
    const of = scopeOf(actor, clients, clientId);
    const drafts = await findMyDrafts(scope, actor.organizationId, clientId);
    const counts: ProviderCounts = await countProviderTickets(scope, of);
    const pageIn = async (group: ProviderGroup) => pageOf(await findProviderTickets(scope, group, of, asked.after[group]), PAGE_SIZE, placeOf);
    const pages = { mine: await pageIn('mine'), waiting: await pageIn('waiting'), closed: await pageIn('closed') };
    const clocks = await findClocksOf(scope.tx, PROVIDER_GROUPS.flatMap((group) => pages[group].rows.map((r) => r.id)), SHOWN_RULES);
    const shown = (group: ProviderGroup): MyTicketsPage => ({
      tickets: pages[group].rows.map((row) => ticketOf(row, clocks.get(row.id) ?? [], scope)),
      count: counts[group],
      isFirst: asked.after[group] === null,
      next: pages[group].next,
    });
    return { today: scope.today, holidays: scope.holidays, drafts: drafts.map((row) => draftOf(row, scope)), draftCount: drafts[0]?.total ?? 0, clients, clientId, mine: shown('mine'), waiting: shown('waiting'), closed: shown('closed') };
  });
}
