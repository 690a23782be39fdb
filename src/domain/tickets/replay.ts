import { canonicalJson } from '@/shared/canonical-json';
import type { NewEvent } from './decision';
import { evolve } from './evolve';
import type { Ticket } from './ticket';

/** Of these a difference may say the values: nothing in them is of a person or a member. */
const SAYABLE = ['status', 'closeReason', 'planCode', 'responseNotice', 'extensionState', 'presentedOn', 'respondedOn', 'respondedLate', 'reviewBeganOn', 'decidedOn', 'closedOn', 'alertedOn'] as const satisfies (keyof Ticket)[];
function rowsDifference<T extends { id: string }>(name: string, kept: readonly T[], replayed: readonly T[], words: (row: T) => string): string | null {
  const is = new Map(kept.map((row) => [row.id, row]));
  for (const should of replayed) {
    const row = is.get(should.id);
    if (row === undefined) return `a ${name} is missing, its events give “${words(should)}”`;
    if (canonicalJson(row) !== canonicalJson(should)) return `a ${name} is “${words(row)}”, its events give “${words(should)}”`;
    is.delete(should.id);
  }
  const [stranger] = is.values();
  return stranger === undefined ? null : `the ${name} “${words(stranger)}” is in no event`;
}

/** Where a ticket is not what its events give, its claim lines aside; null when it is. Says nothing of a person or a member. */
export function replayDifference(kept: Ticket, events: readonly NewEvent[]): string | null {
  const [first, ...rest] = events;
  if (first?.type !== 'ComplaintSubmitted') return 'its history does not begin with the complaint';
  const replayed = rest.reduce((ticket, event) => evolve(ticket, event), evolve(null, first, kept.id));
  for (const field of SAYABLE)
    if (kept[field] !== replayed[field]) return `${field} is “${kept[field] ?? 'none'}”, its events give “${replayed[field] ?? 'none'}”`;
  // Clocks and fines are compared row by row; claim lines stand in no event but by their sum.
  const { clocks: _clocks, fines: _fines, claims: _claims, ...fields } = replayed;
  for (const [field, should] of Object.entries(fields) as [keyof typeof fields, unknown][])
    if (canonicalJson(kept[field]) !== canonicalJson(should)) return `${field} is not what its events give`;
  return (
    rowsDifference('clock', kept.clocks, replayed.clocks, (c) => `${c.ruleId}, due ${c.dueOn}, ended ${c.endedOn === null ? 'never' : `${c.endedOn} ${c.endReason}`}, overdue ${c.overdueOn ?? 'never'}`) ??
    rowsDifference('fine', kept.fines, replayed.fines, (f) => `${f.status}, due ${f.dueOn}, decided ${f.decidedOn ?? 'never'}`)
  );
}
