import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { PersonActor } from '@/domain/access/actor';
import type { FileRefusal } from '@/domain/tickets/file-refusal';
import { displayName, fileLimits, MAX_FILES } from '@/domain/tickets/files';
import { err } from '@/shared/result';
import { isDatabaseDown } from '../database-down';
import { asActor } from '../db/as-actor';
import type { FilePlace, FileRow } from '../db/files';
import { receiveUpload, writeIncoming, type IncomingFile } from '../files/receive-upload';
import { takeFile } from './take-file';

export type RefusedFile = { name: string; refusal: FileRefusal };
const FURTHER: RefusedFile = { name: 'Further files', refusal: { reason: 'too_many' } };
export type ReceivedFiles = { fields: [name: string, value: string][]; added: FileRow[]; refused: RefusedFile[]; isWhole: boolean };

/** More than all files of a ticket with the form around them is not even begun. */
export async function mostUploadBytes(actor: PersonActor): Promise<number> {
  const { ticketBytes } = await limitsFor(actor);
  return ticketBytes + 2_000_000;
}

function limitsFor(actor: PersonActor) {
  return asActor(actor, ({ settings }) => Promise.resolve(fileLimits(settings)));
}

/** A full disk or a store that is away: nothing is wrong with the file, and its sender hears so. */
function notKept(error: unknown): FileRefusal {
  console.error('An uploaded file could not be kept', error);
  return { reason: 'not_kept' };
}

/** Takes in one file; without a database nothing can be said of it, so that is thrown. */
async function keep(actor: PersonActor, place: FilePlace, file: IncomingFile): ReturnType<typeof takeFile> {
  try {
    return await takeFile(actor, place, file);
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    return err(notKept(error));
  }
}

/**
 * Reads an upload as it arrives and takes in its files one by one; `placeOf` tells from the fields before them for which
 * place they are, null for one that this person's page does not name. Memory stays steady whatever arrives.
 */
export async function receiveFiles(actor: PersonActor, body: ReadableStream, contentType: string, placeOf: (fields: [string, string][]) => FilePlace | null): Promise<ReceivedFiles> {
  const [added, refused]: [FileRow[], RefusedFile[]] = [[], []];
  const { fileBytes } = await limitsFor(actor);
  let place: FilePlace | null = null;
  const onFile = async (file: IncomingFile) => {
    if (place === null) return;
    const taken = await keep(actor, place, file);
    if (taken.ok) added.push(taken.value);
    else if (taken.error !== null) refused.push({ name: displayName(file.name), refusal: taken.error });
  };
  const onLost = (name: string, error: unknown) => void refused.push({ name: displayName(name), refusal: notKept(error) });
  const mayReceive = (fields: [string, string][]) => {
    place ??= placeOf(fields);
    return place !== null;
  };
  const { fields, isWhole, tooMany } = await receiveUpload(Readable.fromWeb(body), { contentType, maxFileBytes: fileBytes, maxFiles: MAX_FILES, mayReceive, onFile, onLost });
  if (tooMany) refused.push(FURTHER);
  return { fields, added, refused, isWhole };
}

/** Takes in files that came inside a small form, which the framework has read already. */
export async function takeChosen(actor: PersonActor, place: FilePlace, files: readonly File[]): Promise<Pick<ReceivedFiles, 'added' | 'refused'>> {
  const [added, refused]: [FileRow[], RefusedFile[]] = [[], []];
  for (const file of files.slice(0, MAX_FILES)) {
    const incoming = await writeIncoming(file.name, Readable.fromWeb(file.stream() as ReadableStream)).catch((error: unknown) => err(notKept(error)));
    const taken = 'ok' in incoming ? incoming : await keep(actor, place, incoming);
    if (taken.ok) added.push(taken.value);
    else if (taken.error !== null) refused.push({ name: displayName(file.name), refusal: taken.error });
  }
  if (files.length > MAX_FILES) refused.push(FURTHER);
  return { added, refused };
}
