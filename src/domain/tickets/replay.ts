import type { Clock } from './clock';
import type { NewEvent } from './decision';
import { evolve } from './evolve';
import type { Ticket } from './ticket';

/** What of a ticket is compared with what its events give. */
export type Replayed = Pick<Ticket, 'status' | 'closeReason' | 'planCode' | 'responseNotice' | 'extensionState' | 'clocks'>;

const byId = (clocks: readonly Clock[]) => new Map(clocks.map((c) => [c.id, `${c.ruleId}, due ${c.dueOn}, ended ${c.endedOn ?? 'never'} ${c.endReason ?? ''}, overdue ${c.overdueOn ?? 'never'}`]));

function clockDifference(kept: readonly Clock[], replayed: readonly Clock[]): string | null {
  const [is, should] = [byId(kept), byId(replayed)];
  for (const [id, words] of should) if (is.get(id) !== words) return `a clock is “${is.get(id) ?? 'missing'}”, its events give “${words}”`;
  for (const [id, words] of is) if (!should.has(id)) return `the clock “${words}” is in no event`;
  return null;
}

/** Where a ticket is not what its events give; null when it is. */
export function replayDifference(ticketId: string, kept: Replayed, events: readonly NewEvent[]): string | null {
  const [first, ...rest] = events;
  if (first?.type !== 'ComplaintSubmitted') return 'its history does not begin with the complaint';
  const replayed = rest.reduce((ticket, event) => evolve(ticket, event), evolve(null, first, ticketId));
  for (const field of ['status', 'closeReason', 'planCode', 'responseNotice', 'extensionState'] as const)
    if (kept[field] !== replayed[field]) return `${field} is “${kept[field] ?? 'none'}”, its events give “${replayed[field] ?? 'none'}”`;
  return clockDifference(kept.clocks, replayed.clocks);
}
