import { openCaseFile } from '@/server/case-file/open-case-file';
import { disconnectDatabases } from '@/server/db/database';
import { actorOf } from '@/server/sandbox/cast/cast';
import { Memory } from './memory';

const reader = actorOf('ines');

async function take(ticketId: string, seen: (bytes: number) => void): Promise<number> {
  const packed = await openCaseFile(reader, ticketId);
  if (packed === null) throw new Error(`There is no ticket ${ticketId}.`);
  let bytes = 0;
  for await (const chunk of packed.stream) seen((bytes += chunk.byteLength));
  if (bytes !== packed.bytes) throw new Error(`${bytes} bytes came of a case file of ${packed.bytes}.`);
  return bytes;
}

const [ticketId = '', warmId = ''] = process.argv.slice(2);
// Once for whatever a first case file loads.
await take(warmId, () => undefined);
const memory = new Memory();
const started = performance.now();
let atFirst = 0;
const bytes = await take(ticketId, (seen) => {
  if (seen <= 100_000_000) atFirst = memory.aboveIdle();
});
const time = performance.now() - started;
console.log(JSON.stringify({ time, aboveIdle: memory.aboveIdle(), rows: 0, bytes, atFirst }));
await disconnectDatabases();
