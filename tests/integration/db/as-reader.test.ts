import { beforeAll, describe, expect, it } from 'vitest';
import { asActor, asReader, type Scope } from '@/server/db/as-actor';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;

beforeAll(async () => {
  cast = await givenCast(db.owner);
});

/** Counts tickets, lets somebody else file one, and counts again. */
async function countAround({ tx }: Scope): Promise<{ before: number; after: number }> {
  const before = await tx.ticket.count();
  await givenSubmittedTicket(db.owner, cast);
  return { before, after: await tx.ticket.count() };
}

describe('a page that only reads', () => {
  it('sees one instant with all its statements, whatever others do meanwhile', async () => {
    const read = await asReader(cast.team, countAround);
    expect(read.after).toBe(read.before);
    expect(await asReader(cast.team, ({ tx }) => tx.ticket.count())).toBe(read.before + 1);
  });

  it('a command sees what was committed before each of its statements', async () => {
    const read = await asActor(cast.team, countAround);
    expect(read.after).toBe(read.before + 1);
  });
});
