import { TICKET_COLUMNS } from '@/app/(portal)/all-tickets/list-columns';
import { listFile } from '@/app/lists/list-file';
import { disconnectDatabases } from '@/server/db/database';
import { allTicketsInChunks, type AllTicketsFilters, type TicketItem } from '@/server/queries/list-all-tickets';
import { actorOf } from '@/server/sandbox/cast/cast';
import { Memory } from './memory';

const ALL: AllTicketsFilters = { status: null, planCode: null, programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } };
const WARM = 1000;
const FIFTH = 20_000;

/** The export's own rows, counted while they pass. */
async function* counted(chunks: AsyncIterable<TicketItem[]>, count: (rows: number) => void): AsyncGenerator<TicketItem[]> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

async function* first(chunks: AsyncIterable<TicketItem[]>, rows: number): AsyncGenerator<TicketItem[]> {
  let seen = 0;
  for await (const chunk of chunks) {
    yield chunk;
    seen += chunk.length;
    if (seen >= rows) return;
  }
}

const tickets = () => allTicketsInChunks(actorOf('ines'), ALL, 'newest');

async function save(format: string, chunks: AsyncIterable<TicketItem[]>): Promise<number> {
  let bytes = 0;
  const { body } = listFile(format, 'tickets', TICKET_COLUMNS, chunks);
  if (body !== null) for await (const part of body) bytes += part.byteLength;
  return bytes;
}

const format = process.argv[2] ?? '';
// Once for whatever a first file loads.
await save(format, first(tickets(), WARM));
const memory = new Memory();
const started = performance.now();
let rows = 0;
let atFirst = 0;
const bytes = await save(format, counted(tickets(), (more) => {
  rows += more;
  if (rows <= FIFTH) atFirst = memory.aboveIdle();
}));
const time = performance.now() - started;
console.log(JSON.stringify({ time, aboveIdle: memory.aboveIdle(), rows, bytes, atFirst }));
await disconnectDatabases();
