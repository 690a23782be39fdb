import type { PersonActor } from '@/domain/access/actor';
import type { Fine, FineStatus } from '@/domain/fines/fine';
import { planShortName } from '@/domain/tickets/reference';
import type { DeadlineStep, RuleId } from '@/domain/deadlines';
import { quarterOf, type CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf, dayOrNull } from '../db/dates';
import type { ExtensionCounts } from '../db/find-extensions';
import { countFines, findFinePage, findHeldTickets, type FineListRow, type FineTab, type FineTotals, type HeldRow } from '../db/find-fines';
import { CHUNK_SIZE, MOST_EXCEPTIONS, PAGE_SIZE, readInIndexOrder } from '../db/queue-sql';
import { inChunks } from './in-chunks';
import { findFineEvidence, type FineEvidence } from './fine-evidence';
import { plansInScope } from '../db/plan-scope';
import { pageOf } from '../db/page-of';

export type { FineTab };
export type DayPosition = { on: CalendarDate; id: string };

/** Why the answer was due on its date. */
type Reason = { ruleId: RuleId; steps: DeadlineStep[]; ruleSetVersion: number; holidayVersion: number };

export type FineItem = {
  fineId: string;
  ticketId: string;
  number: string;
  planShortName: string;
  status: FineStatus;
  amountCents: Cents;
  dueOn: CalendarDate;
  reason: Reason;
  respondedOn: CalendarDate | null;
  issuedOn: CalendarDate | null;
  decidedOn: CalendarDate | null;
  /** When the plan objected to it. */
  objectedOn: CalendarDate | null;
};

/** D8: past due, but an extension request is undecided: no proposal, outside counts and dollars. */
export type HeldTicket = { ticketId: string; number: string; planShortName: string; dueOn: CalendarDate; reason: Reason };

export type FineDesk = {
  today: CalendarDate;
  tab: FineTab;
  quarter: string;
  counts: Record<FineTab, number>;
  proposedCents: Cents;
  issuedByPlan: { planCode: string; planShortName: string; fines: number; cents: Cents }[];
  fines: FineItem[];
  /** The first of them; how many there are in all. */
  held: HeldTicket[];
  heldCount: number;
  /** D7: extension requests that wait for HFS, and those past its own target. */
  extensions: ExtensionCounts;
  next: DayPosition | null;
  /** The fine beside the list: the one that was asked for, else the first of the page; null when there is none. */
  selected: FineEvidence | null;
  /** The ticket of the fine to go on with once the selected one is decided or skipped. */
  following: string | null;
};

const reasonOf = (row: FineListRow | HeldRow): Reason => ({ ruleId: row.rule_id, steps: row.steps, ruleSetVersion: row.rule_set_version, holidayVersion: row.holiday_version });

function itemOf(row: FineListRow, scope: Scope): FineItem {
  return {
    fineId: row.id,
    ticketId: row.ticket_id,
    number: row.number,
    planShortName: planShortName(scope.reference, row.plan_code),
    status: row.status as FineStatus,
    amountCents: cents(Number(row.amount_cents)),
    dueOn: dayOf(row.due_on),
    reason: reasonOf(row),
    respondedOn: dayOrNull(row.responded_on),
    issuedOn: dayOrNull(row.issued_on),
    decidedOn: dayOrNull(row.decided_on),
    objectedOn: dayOrNull(row.objected_on),
  };
}

function heldOf(row: HeldRow, scope: Scope): HeldTicket {
  return { ticketId: row.ticket_id, number: row.number, planShortName: planShortName(scope.reference, row.plan_code), dueOn: dayOf(row.response_due_on), reason: reasonOf(row) };
}

function totalsOf(totals: FineTotals, scope: Scope): Pick<FineDesk, 'counts' | 'proposedCents' | 'issuedByPlan'> {
  const { proposed, objections, issued, waived, rescinded } = totals;
  return {
    counts: { proposed, objections, issued, waived, rescinded },
    proposedCents: cents(Number(totals.proposed_cents)),
    issuedByPlan: totals.by_plan.map((p) => ({ planCode: p.plan_code, planShortName: planShortName(scope.reference, p.plan_code), fines: p.fines, cents: cents(Number(p.cents)) })),
  };
}

/** The next one of the list behind the selected one, from the top again at its end. */
function followingOf(fines: readonly FineItem[], selectedId: string | null): string | null {
  const at = fines.findIndex((f) => f.ticketId === selectedId);
  const next = fines[at + 1] ?? fines[0];
  return next === undefined || next.ticketId === selectedId ? null : next.ticketId;
}

/** The tab on which a fine stands; null for a void one, which stands on none. */
function tabOfFine({ status, objection }: Fine): FineTab | null {
  if (status === 'issued' && objection !== null && objection.decidedOn === null) return 'objections';
  return status === 'void' ? null : status;
}

type FinePage = { items: FineItem[]; next: DayPosition | null };

/** Some fines of a tab, from a position on. */
async function finesFrom(scope: Scope, tab: FineTab, plans: string[] | null, after: DayPosition | null, take: number): Promise<FinePage> {
  const rows = await findFinePage(scope, tab, plans, quarterOf(scope.today), after, take);
  const page = pageOf(rows.map((row) => itemOf(row, scope)), take, (last) => ({ on: last.dueOn, id: last.fineId }));
  return { items: page.rows, next: page.next };
}

/** The fines of a tab to its end, for a file. */
export function finesInChunks(actor: PersonActor, tab: FineTab): AsyncGenerator<FineItem[]> {
  return inChunks<FineItem, DayPosition>((after) =>
    asReader(actor, async (scope) => {
      const plans = await plansInScope(scope, actor);
      await readInIndexOrder(scope.tx);
      return finesFrom(scope, tab, plans, after, CHUNK_SIZE);
    }),
  );
}

/** D8: the held tickets, for a file. */
export async function* heldInChunks(actor: PersonActor): AsyncGenerator<HeldTicket[]> {
  yield await asReader(actor, async (scope) => (await findHeldTickets(scope, await plansInScope(scope, actor), MOST_EXCEPTIONS)).map((row) => heldOf(row, scope)));
}

/**
 * The fine desk: one tab of fines with counts and this quarter's sums, and one fine with its evidence. An Account
 * Manager has the fines of the own plans. Null when the fine that was asked for does not exist for the actor.
 */
export function listFines(actor: PersonActor, wanted: { tab: FineTab; after: DayPosition | null } | { ticketId: string }): Promise<FineDesk | null> {
  return asReader(actor, async (scope) => {
    const plans = await plansInScope(scope, actor);
    const asked = 'ticketId' in wanted ? await findFineEvidence(scope, actor, plans, wanted.ticketId) : null;
    const tab = asked === null ? ('tab' in wanted ? wanted.tab : null) : tabOfFine(asked.fine);
    if (tab === null) return null;
    await readInIndexOrder(scope.tx);
    const quarter = quarterOf(scope.today);
    const counted = await countFines(scope, plans, quarter);
    const { items: fines, next } = await finesFrom(scope, tab, plans, 'tab' in wanted ? wanted.after : null, PAGE_SIZE);
    const first = fines[0];
    const selected = asked ?? (first === undefined ? null : await findFineEvidence(scope, actor, plans, first.ticketId));
    return {
      today: scope.today,
      tab,
      quarter,
      ...totalsOf(counted, scope),
      fines,
      heldCount: counted.held,
      held: tab === 'proposed' && counted.held > 0 ? (await findHeldTickets(scope, plans)).map((row) => heldOf(row, scope)) : [],
      extensions: counted.extensions,
      next,
      selected,
      following: followingOf(fines, selected?.ticketId ?? null),
    };
  });
}
