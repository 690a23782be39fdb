import type { PersonActor } from '@/domain/access/actor';
import type { DeadlineStep, RuleId } from '@/domain/deadlines';
import { planShortName } from '@/domain/tickets/reference';
import { compareDays, daysBetween, type CalendarDate } from '@/shared/calendar-date';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { countExtensions, findExtensions, type ExtensionCounts, type ExtensionRow } from '../db/find-extensions';
import { plansInScope } from '../db/plan-scope';
import { CHUNK_SIZE, PAGE_SIZE } from '../db/queue-sql';
import { pageOf } from '../db/page-of';
import { inChunks } from './in-chunks';

/** Why a date is what it is. */
type Reason = { ruleId: RuleId; steps: DeadlineStep[]; ruleSetVersion: number; holidayVersion: number };

export type ExtensionItem = {
  ticketId: string;
  number: string;
  planShortName: string;
  provider: string;
  asker: 'provider' | 'mco';
  askedOn: CalendarDate;
  ageDays: number;
  targetOn: CalendarDate;
  reason: Reason;
  answerDueOn: CalendarDate;
  answerReason: Reason;
  /** D8: the answer is past due, so a fine is held until HFS decides. */
  isHeld: boolean;
  isPastTarget: boolean;
};

export type ExtensionList = { today: CalendarDate; counts: ExtensionCounts; items: ExtensionItem[]; next: { on: CalendarDate; id: string } | null };

function itemOf(row: ExtensionRow, { reference, today }: Scope): ExtensionItem {
  const [askedOn, targetOn, answerDueOn] = [dayOf(row.asked_on), dayOf(row.target_on), dayOf(row.response_due_on)];
  return {
    ticketId: row.ticket_id,
    number: row.number,
    planShortName: planShortName(reference, row.plan_code),
    provider: row.provider_name,
    asker: row.asked_by,
    askedOn,
    ageDays: daysBetween(askedOn, today),
    targetOn,
    reason: { ruleId: 'extension-decision', steps: row.steps, ruleSetVersion: row.rule_set_version, holidayVersion: row.holiday_version },
    answerDueOn,
    answerReason: { ruleId: 'mco-response', steps: row.answer_steps, ruleSetVersion: row.answer_rule_set_version, holidayVersion: row.answer_holiday_version },
    isHeld: compareDays(answerDueOn, today) < 0,
    isPastTarget: compareDays(targetOn, today) < 0,
  };
}

type Position = { on: CalendarDate; id: string };

async function extensionsFrom(scope: Scope, plans: string[] | null, after: Position | null, take: number): Promise<{ items: ExtensionItem[]; next: Position | null }> {
  const rows = await findExtensions(scope, plans, after, take);
  const page = pageOf(rows, take, (last) => ({ on: dayOf(last.target_on), id: last.id }));
  return { items: page.rows.map((row) => itemOf(row, scope)), next: page.next };
}

/** The undecided extension requests to their end, for a file. */
export function extensionsInChunks(actor: PersonActor): AsyncGenerator<ExtensionItem[]> {
  return inChunks<ExtensionItem, Position>((after) => asReader(actor, async (scope) => extensionsFrom(scope, await plansInScope(scope, actor), after, CHUNK_SIZE)));
}

/** R11, D7: extension requests by age; an Account Manager has those of the own plans, Administration all. */
export function listExtensions(actor: PersonActor, after: { on: CalendarDate; id: string } | null): Promise<ExtensionList> {
  return asReader(actor, async (scope) => {
    const plans = await plansInScope(scope, actor);
    const counts = await countExtensions(scope, plans);
    return { today: scope.today, counts, ...(await extensionsFrom(scope, plans, after, PAGE_SIZE)) };
  });
}
