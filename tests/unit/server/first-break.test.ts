import { describe, expect, it } from 'vitest';
import type { HashedEvent } from '@/server/db/event-hash';
import { eventHash, FIRST_HASH } from '@/server/db/event-hash';
import { firstBreak } from '@/server/db/verify-chain';

const TICKET = '00000000-0000-4000-8000-0000000000f1';
type Stored = Parameters<typeof firstBreak>[1][number];

function stored(seq: number, prevHash: string, change: Partial<HashedEvent> = {}): Stored {
  const event: HashedEvent = {
    ticketId: TICKET, seq, type: 'HfsAlerted', audience: 'state', actorId: null, actorName: 'Pat', actorRole: 'portal_team', actorOrganization: 'Portal Team', fromStatus: 'presented', toStatus: 'presented',
    data: { what: 'No answer.' }, clocks: { started: [], ended: [], marked: [] }, effectiveOn: new Date('2026-11-24T00:00:00Z'), recordedAt: new Date('2026-11-24T15:00:00Z'), prevHash, ...change,
  };
  return { ...event, hash: eventHash(event) } as Stored;
}

function chain(length: number): Stored[] {
  const events: Stored[] = [];
  for (let seq = 1; seq <= length; seq += 1) events.push(stored(seq, events.at(-1)?.hash ?? FIRST_HASH));
  return events;
}

const whole = chain(3);
const ticket = { id: TICKET, number: 'PRP-2026-00001', eventCount: 3, lastHash: whole[2]?.hash ?? '' };
const brokenAt = (events: readonly Stored[]) => firstBreak(ticket, events)?.seq ?? null;
const withSecond = (make: (event: Stored) => Stored) => whole.map((event) => (event.seq === 2 ? make(event) : event));

describe('a ticket’s history', () => {
  it('holds together as it was recorded', () => {
    expect(brokenAt(whole)).toBeNull();
  });

  it.each<[keyof HashedEvent, unknown]>([
    ['ticketId', '00000000-0000-4000-8000-0000000000f2'],
    ['audience', 'parties'],
    ['actorId', '00000000-0000-4000-8000-000000000001'],
    ['actorName', 'Somebody'],
    ['actorRole', 'mco'],
    ['actorOrganization', 'Elsewhere'],
    ['fromStatus', 'submitted'],
    ['toStatus', 'closed'],
    ['data', { what: 'Another thing.' }],
    ['clocks', { started: [], ended: [], marked: [1] }],
    ['effectiveOn', new Date('2026-11-25T00:00:00Z')],
    ['recordedAt', new Date('2026-11-24T15:00:01Z')],
  ])('breaks where %s was changed', (column, value) => {
    expect(brokenAt(withSecond((event) => ({ ...event, [column]: value })))).toBe(2);
  });

  it('breaks at the next event where one was changed and given its own new hash', () => {
    expect(brokenAt(withSecond((event) => stored(2, event.prevHash, { data: { what: 'Another thing.' } })))).toBe(3);
  });

  it('breaks where one is missing, in the middle and at the end, and where one too many is there', () => {
    expect([brokenAt(whole.filter((e) => e.seq !== 2)), brokenAt(whole.slice(0, 2)), brokenAt([])]).toEqual([2, 3, 1]);
    expect(brokenAt([...whole, stored(4, ticket.lastHash)])).toBe(5);
    expect(firstBreak({ ...ticket, eventCount: 4 }, whole)?.seq).toBe(4);
  });

  it('breaks where an event’s data do not fit its type, also under a right hash', () => {
    const [first] = chain(1);
    const odd = stored(2, first?.hash ?? '', { data: { why: 'No such field.' } });
    expect(firstBreak({ ...ticket, eventCount: 2, lastHash: odd.hash }, [...chain(1), odd])).toMatchObject({ seq: 2, what: 'its data does not fit its type HfsAlerted' });
  });
});
