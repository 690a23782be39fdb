import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { kindFacts } from '@/domain/tickets/files';
import { fileStore } from '../files/file-store';
import { csvStream } from '../spreadsheets/csv-stream';
import { caseDocument } from './case-document';
import type { CaseAttachment, CaseContents } from './case-contents';
import { claimsTable } from './claims-table';
import { caseIndex, PARTS, pathOfFile, sumLine, type CaseIndex } from './case-parts';
import { checkPage } from './check-page';
import { writePdf } from './write-pdf';

/** A case file about to be sent: its size is known, its bytes come as fast as they are taken. */
export type PackedCase = { name: string; bytes: number; stream: AsyncGenerator<Uint8Array> };

type Part = { path: string; bytes: Buffer };
type Placed = CaseAttachment & { path: string | null };

function indexOf(c: CaseContents, files: readonly Placed[]): CaseIndex {
  const { ticketId, number, trackingNumber, madeAt, madeFor, eventCount, lastHash } = c;
  return caseIndex.parse({
    format: 'provider-resolution-portal case file 1',
    ticket: number, ticketId, trackingNumber, madeAt: madeAt.toISOString(), madeFor, eventCount, lastHash,
    files: files.map(({ path, leftOut, id, name, bytes, sha256: sum, seq }) => ({ path, leftOut, id, name, bytes, sha256: sum, event: seq })),
  });
}

async function csvOf(c: CaseContents): Promise<Buffer | null> {
  if (c.claims === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of csvStream(claimsTable(c.claims))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What is written for this case file alone; small beside what was attached. */
async function partsOf(c: CaseContents, files: readonly Placed[]): Promise<Part[]> {
  const index = indexOf(c, files);
  const claims = await csvOf(c);
  return [
    { path: PARTS.page, bytes: Buffer.from(checkPage(index, claims !== null)) },
    { path: PARTS.document, bytes: await writePdf(`Case file of ticket ${c.number}`, c.number, caseDocument(c)) },
    ...(claims === null ? [] : [{ path: PARTS.claims, bytes: claims }]),
    { path: PARTS.events, bytes: Buffer.from(`${c.chain.join('\n')}\n`) },
    { path: PARTS.contents, bytes: Buffer.from(`${JSON.stringify(index, null, 2)}\n`) },
  ];
}

/** A file's bytes as they are packed; one that turns out to be another's ends the case file rather than standing in it. */
async function* checkedBytes(file: Placed): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of await (await fileStore()).read(file.id)) {
    hash.update(chunk as Buffer);
    yield chunk as Buffer;
  }
  if (hash.digest('hex') !== file.sha256) throw new Error(`File ${file.id} is not what was recorded`);
}

/** Nothing is compressed: what was attached mostly is by itself, and so the size is known before the first byte. */
const HOW = { compress: false, mode: 0o100644 } as const;

function sumsOf(parts: readonly Part[], held: readonly (Placed & { path: string })[]): Part {
  const lines = [...parts.map((p) => sumLine(createHash('sha256').update(p.bytes).digest('hex'), p.path)), ...held.map((f) => sumLine(f.sha256, f.path))];
  return { path: PARTS.sums, bytes: Buffer.from(lines.join('')) };
}

async function* packed(zip: ZipFile, reading: Set<Readable>): AsyncGenerator<Uint8Array> {
  const out = zip.outputStream;
  zip.on('error', (error) => out.emit('error', error));
  try {
    for await (const chunk of out) yield chunk as unknown as Uint8Array;
  } finally {
    // Whoever stops taking it stops the reading of files, too.
    for (const stream of reading) stream.destroy();
  }
}

/** A ticket's case file as a ZIP, written while it is sent: what was attached is never whole in memory. */
export async function packCaseFile(c: CaseContents): Promise<PackedCase> {
  const files = c.files.map((file, i): Placed => ({ ...file, path: file.leftOut === null ? pathOfFile(i + 1, file.name, kindFacts(file.kind).extensions[0]) : null }));
  const held = files.filter((file): file is Placed & { path: string } => file.path !== null);
  const parts = await partsOf(c, files);
  const zip = new ZipFile();
  const reading = new Set<Readable>();
  const how = { ...HOW, mtime: c.madeAt };
  for (const { path, bytes } of [...parts, sumsOf(parts, held)]) zip.addBuffer(bytes, path, how);
  for (const file of held)
    zip.addReadStreamLazy(file.path, { ...how, size: file.bytes }, (give) => {
      const stream = Readable.from(checkedBytes(file), { objectMode: false });
      reading.add(stream.once('error', (error) => zip.emit('error', error)).once('close', () => reading.delete(stream)));
      give(null, stream);
    });
  // Its types know of no size that is given back.
  const bytes = await new Promise<number>((resolve) => zip.end({ forceZip64Format: false, comment: '' }, (...sizes: number[]) => resolve(sizes[0] ?? -1)));
  return { name: `${c.number}-case-file.zip`, bytes, stream: packed(zip, reading) };
}

