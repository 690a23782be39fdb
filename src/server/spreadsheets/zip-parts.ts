import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { LIMITS, Refusal } from './limits';

export type ZipParts = { zip: ZipFile; parts: ReadonlyMap<string, Entry> };

const DAMAGED = 'This workbook is damaged and cannot be opened. Save it again in your spreadsheet program, then import it again.';
const TOO_LARGE = 'This workbook holds far more than 5,000 claim lines when it is unpacked. Copy the claim lines into the template, then import it again.';

/** Whatever the packed file is broken by, in words for whoever sent it. */
export function damaged(): Refusal {
  return new Refusal(DAMAGED);
}

/** The list of a packed file's parts, from its directory alone: nothing is unpacked yet. */
export async function openParts(bytes: Buffer): Promise<ZipParts> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw damaged();
  });
  if (zip.entryCount > LIMITS.parts) throw new Refusal(TOO_LARGE);
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > LIMITS.unpackedBytes) throw new Refusal(TOO_LARGE);
      parts.set(entry.fileName.replace(/^\//, ''), entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
  return { zip, parts };
}

/**
 * A part's text, piece by piece as it is unpacked. NB: the reader ends the stream as soon as more comes out than the
 * directory says, so a part that lies about its size is as bounded as an honest one. Leaving the loop stops unpacking.
 */
export async function* textOfPart({ zip, parts }: ZipParts, name: string, mostBytes: number): AsyncGenerator<string> {
  const entry = parts.get(name);
  if (entry === undefined) throw damaged();
  if (entry.uncompressedSize > mostBytes) throw new Refusal(TOO_LARGE);
  const decoder = new TextDecoder('utf-8');
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) yield decoder.decode(chunk as Uint8Array, { stream: true });
    yield decoder.decode();
  } catch {
    throw damaged();
  }
}
