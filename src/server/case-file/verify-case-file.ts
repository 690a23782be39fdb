import { createHash } from 'node:crypto';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { attachedFiles } from '@/domain/tickets/attached-files';
import { FIRST_HASH } from '../db/event-hash';
import { caseIndex, PARTS, type CaseIndex } from './case-parts';
import { readChainLine } from './chain-lines';

export type CaseReport = { ticket: string; sums: number; events: number; hidden: number; files: number; leftOut: number; lastHash: string };
export type CaseVerdict = { ok: true; report: CaseReport } | { ok: false; broken: string };

/** The first thing that does not fit; thrown inside this module alone. */
class Break extends Error {}

type Archive = { zip: ZipFile; entries: ReadonlyMap<string, Entry> };
/** What an event says was attached to it: the sum by the file's id. */
type Attached = Map<string, { sha256: string; event: number }>;

async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: NodeJS.ErrnoException) => {
    // A code is the system's: the file is not there, or may not be read; what has none is about its bytes.
    throw new Break(error.code === undefined ? 'This is no ZIP file, or it was cut off.' : `The file cannot be opened: ${error.message}`);
  });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new Break(`${entry.fileName} stands in it twice.`);
    entries.set(entry.fileName, entry);
  }
  return { zip, entries };
}

async function streamOf({ zip, entries }: Archive, path: string) {
  const entry = entries.get(path);
  if (entry === undefined) throw new Break(`${path} is missing.`);
  return zip.openReadStreamPromise(entry);
}

async function textOf(archive: Archive, path: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await streamOf(archive, path)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Every file of the list has its sum, and there is no file beside them. */
async function checkSums(archive: Archive): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const line of (await textOf(archive, PARTS.sums)).split('\n').filter((l) => l !== '')) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sum === undefined || path === undefined || sums.has(path)) throw new Break(`${PARTS.sums} is no list of sums.`);
    sums.set(path, sum);
  }
  for (const [path, sum] of sums) {
    const hash = createHash('sha256');
    for await (const chunk of await streamOf(archive, path)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sum) throw new Break(`${path} was changed: its sum is not the one in ${PARTS.sums}.`);
  }
  const stranger = [...archive.entries.keys()].find((path) => path !== PARTS.sums && !sums.has(path));
  if (stranger !== undefined) throw new Break(`${stranger} does not stand in ${PARTS.sums}.`);
  return sums;
}

async function readIndex(archive: Archive): Promise<CaseIndex> {
  const text = await textOf(archive, PARTS.contents);
  try {
    return caseIndex.parse(JSON.parse(text));
  } catch {
    throw new Break(`${PARTS.contents} is not that of a case file.`);
  }
}

/** Each event follows the one before it, and the last is the one that the case file names. */
async function checkChain(archive: Archive, index: CaseIndex): Promise<{ hidden: number; attached: Attached }> {
  const attached: Attached = new Map();
  let [seq, hidden, hash] = [0, 0, FIRST_HASH];
  // By \n alone: what a person typed may hold other line ends.
  for (const text of (await textOf(archive, PARTS.events)).replace(/\n$/, '').split('\n')) {
    seq += 1;
    const line = readChainLine(text);
    if (line === null) throw new Break(`Line ${seq} of ${PARTS.events} is no event.`);
    if (line.seq !== seq) throw new Break(`Event ${seq} is missing: the line holds event ${line.seq}.`);
    if (line.prevHash !== hash) throw new Break(seq === 1 ? 'Event 1 is not the first: it follows another one.' : `Event ${seq - 1} was changed, or event ${seq} was: the one does not follow the other.`);
    if (!line.isHidden && line.event.ticketId !== index.ticketId) throw new Break(`Event ${seq} is another ticket’s.`);
    hash = line.hash;
    if (line.isHidden) hidden += 1;
    const { data } = line.event;
    const files = attachedFiles.safeParse(typeof data === 'object' && data !== null && 'files' in data ? data.files : undefined);
    for (const file of files.data ?? []) attached.set(file.id, { sha256: file.sha256, event: seq });
  }
  if (seq !== index.eventCount) throw new Break(`The ticket has ${index.eventCount} events, but ${seq} are there.`);
  if (hash !== index.lastHash) throw new Break(`Event ${seq} was changed: the last hash is not the one in ${PARTS.contents}.`);
  return { hidden, attached };
}

/** Each file is what its event says, and each file that an event names is there or said to be left out. */
function checkFiles(index: CaseIndex, sums: ReadonlyMap<string, string>, attached: Attached): void {
  for (const { id, name, path, sha256, event, leftOut } of index.files) {
    const told = attached.get(id);
    if (told === undefined || told.event !== event) throw new Break(`${name} stands in ${PARTS.contents}, but event ${event} names no such file.`);
    if (told.sha256 !== sha256) throw new Break(`${name} is not the file that event ${event} names.`);
    if (path === null ? leftOut === null : sums.get(path) !== told.sha256) throw new Break(`${path ?? name} is not the file that event ${event} names.`);
  }
  const known = new Set(index.files.map((f) => f.id));
  for (const [id, { event }] of attached) if (!known.has(id)) throw new Break(`Event ${event} names a file that does not stand in ${PARTS.contents}.`);
  const named = new Set(index.files.map((f) => f.path));
  const stranger = [...sums.keys()].find((path) => path.startsWith('files/') && !named.has(path));
  if (stranger !== undefined) throw new Break(`${stranger} belongs to no event.`);
}

async function checkAll(archive: Archive): Promise<CaseReport> {
  const sums = await checkSums(archive);
  const index = await readIndex(archive);
  const { hidden, attached } = await checkChain(archive, index);
  checkFiles(index, sums, attached);
  const leftOut = index.files.filter((f) => f.path === null).length;
  return { ticket: index.ticket, sums: sums.size, events: index.eventCount, hidden, files: index.files.length - leftOut, leftOut, lastHash: index.lastHash };
}

/**
 * Checks a case file by itself, without a database: the sums of its files, its chain of events past those that are
 * hidden, and that each file is the one that its event names. Says the first thing that does not fit.
 */
export async function verifyCaseFile(path: string): Promise<CaseVerdict> {
  let archive: Archive | null = null;
  try {
    archive = await openArchive(path);
    return { ok: true, report: await checkAll(archive) };
  } catch (error) {
    if (error instanceof Break) return { ok: false, broken: error.message };
    return { ok: false, broken: `It is damaged: ${error instanceof Error ? error.message : 'it cannot be read'}.` };
  } finally {
    archive?.zip.close();
  }
}
