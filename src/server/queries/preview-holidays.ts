import type { PersonActor } from '@/domain/access/actor';
import { changeWords, ruleSetOfVersion, type HolidayTable, type RuleId } from '@/domain/deadlines';
import { fineFate, laterDue, type FineFate } from '@/domain/tickets/move-dates';
import { planShortName, type ReferenceData } from '@/domain/tickets/reference';
import type { CalendarDate } from '@/shared/calendar-date';
import { asReader, type Scope } from '../db/as-actor';
import { findMovableClocks, type MovableRow } from '../db/find-movable-clocks';
import { addedDays, draftedTable, findHolidayDraft } from '../db/holiday-drafts';

export type PreviewedMove = { clockId: string; ticketId: string; number: string; planShortName: string; ruleId: RuleId; from: CalendarDate; to: CalendarDate; fine: FineFate | null };
export type MovesOfRule = { ruleId: RuleId; clocks: number };

/** What putting the gathered changes into effect would do. */
export type HolidayPreview = {
  today: CalendarDate;
  version: number;
  changes: string[];
  /** Why they cannot be put into effect; null when they can. */
  refused: string | null;
  moves: PreviewedMove[];
  /** How many moves there are in all; `moves` is the page of them that was asked for. */
  clocks: number;
  tickets: number;
  byRule: MovesOfRule[];
  fines: PreviewedMove[];
  told: { contacts: number; plans: number };
  page: number;
  pages: number;
};

const PAGE_SIZE = 50;
/** Fines are few: a plan's late answers of some days. */
const MOST_FINES = 200;

function moveOf(row: MovableRow, table: HolidayTable, today: CalendarDate, reference: ReferenceData): PreviewedMove[] {
  const to = laterDue(row.clock, row.status, table, ruleSetOfVersion(row.ruleSetVersion), today);
  if (to === null) return [];
  const fine = row.fineStatus === null ? null : fineFate(row.fineStatus, row.clock, to, today);
  return [{ clockId: row.id, ticketId: row.ticketId, number: row.number, planShortName: planShortName(reference, row.planCode), ruleId: row.clock.ruleId, from: row.clock.dueOn, to, fine }];
}

function countByRule(moves: readonly PreviewedMove[]): MovesOfRule[] {
  return [...Map.groupBy(moves, (m) => m.ruleId)].map(([ruleId, of]) => ({ ruleId, clocks: of.length })).sort((a, b) => b.clocks - a.clocks);
}

async function movesOf({ tx, today, reference }: Scope, table: HolidayTable, added: readonly CalendarDate[]) {
  const [first, last] = [added[0], added.at(-1)];
  const rows = first === undefined || last === undefined ? [] : await findMovableClocks(tx, first, last);
  const moves = rows.flatMap((row) => moveOf(row, table, today, reference));
  const movedIds = new Set(moves.map((m) => m.ticketId));
  const moved = rows.filter((row) => movedIds.has(row.ticketId));
  return { moves, tickets: movedIds.size, told: { contacts: new Set(moved.map((r) => r.contactId)).size, plans: new Set(moved.filter((r) => r.status !== 'submitted').map((r) => r.planCode)).size } };
}

/**
 * D16: before a change takes effect, every open date that would move and every fine that it would undo, worked out by the
 * functions that then do it.
 */
export function previewHolidays(actor: PersonActor, askedPage: number): Promise<HolidayPreview> {
  return asReader(actor, async (scope) => {
    const { holidays, today } = scope;
    const drafted = await findHolidayDraft(scope);
    const changes = drafted.map((d) => changeWords(holidays, d.change));
    const made = draftedTable(holidays, drafted);
    const { moves, tickets, told } = made.ok ? await movesOf(scope, made.value, addedDays(drafted)) : { moves: [], tickets: 0, told: { contacts: 0, plans: 0 } };
    const pages = Math.max(1, Math.ceil(moves.length / PAGE_SIZE));
    const page = Math.min(Math.max(1, askedPage), pages);
    return {
      today,
      version: holidays.version,
      changes,
      refused: made.ok ? null : made.error.message,
      moves: moves.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      clocks: moves.length,
      tickets,
      byRule: countByRule(moves),
      fines: moves.filter((m) => m.fine !== null && m.fine !== 'stays').slice(0, MOST_FINES),
      told,
      page,
      pages,
    };
  });
}
