import { rm } from 'node:fs/promises';
import type { PersonActor } from '@/domain/access/actor';
import { hasAction } from '@/domain/tickets/decide';
import type { FileRefusal } from '@/domain/tickets/file-refusal';
import { displayName, fileLimits, type FileKind } from '@/domain/tickets/files';
import { takesFiles } from '@/domain/tickets/attaching';
import { err, ok, type Result } from '@/shared/result';
import { enqueueJob } from '../db/append-messages';
import { asActor, type Scope } from '../db/as-actor';
import { findFile, findFileBytes, findWaitingBytes, type FilePlace, type FileRow } from '../db/files';
import { findDraft, isId } from '../db/find-draft';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { ticketScope } from '../db/ticket-scope';
import { fileStore } from '../files/file-store';
import { readKind } from '../files/read-kind';
import type { IncomingFile } from '../files/receive-upload';
import { newId } from '../new-id';
import { siteScanner } from '../site-scanner';

/** Is the place one at which the actor can attach files: their draft, or an act of their role on a ticket that they have? */
export async function mayUpload(scope: Scope, actor: PersonActor, { action, id }: FilePlace): Promise<boolean> {
  const [act = ''] = action.split('/');
  if (!isId(id) || !takesFiles(act) || !hasAction(actor, act)) return false;
  if (action === 'submit') return (await findDraft(scope.tx, actor, id)) !== null;
  return (await findTicketInScope(scope.tx, id, await ticketScope(scope, actor), false)) !== null;
}

type Reserved = { id: string; name: string };

/** The row comes first: from here on the bytes are found again by the sweep, whatever happens. It also takes its room. */
async function reserve(scope: Scope, actor: PersonActor, place: FilePlace, file: IncomingFile, kind: FileKind): Promise<Result<Reserved, FileRefusal | null>> {
  if (!(await mayUpload(scope, actor, place))) return err(null);
  const { ticketBytes, waitingBytes } = fileLimits(scope.settings);
  // In this order always: who waits for a person's lock holds none that others wait for.
  for (const owner of [actor.personId, place.id]) await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`files:${owner}`}, 0))`;
  if ((await findFileBytes(scope.tx, place.id)) + file.bytes > ticketBytes) return err({ reason: 'ticket_too_large', limitBytes: ticketBytes });
  if ((await findWaitingBytes(scope.tx, actor.personId)) + file.bytes > waitingBytes) return err({ reason: 'waiting_too_large', limitBytes: waitingBytes });
  const row = {
    id: newId(), name: displayName(file.name), kind, bytes: file.bytes, sha256: file.sha256, state: 'storing', uploadedAt: scope.now,
    organizationId: actor.organizationId, uploadedById: actor.personId, uploadedByName: actor.name, placeAction: place.action, placeId: place.id,
  };
  await scope.tx.file.createMany({ data: [row] });
  return ok({ id: row.id, name: row.name });
}

/** The bytes are kept: without a scanner the file can be used at once, with one it is held and looked at by the worker. */
async function settle({ tx }: Scope, id: string): Promise<FileRow> {
  const isHeld = siteScanner() !== null;
  await tx.file.updateMany({ where: { id, state: 'storing' }, data: { state: isHeld ? 'held' : 'not_scanned' } });
  if (isHeld) await enqueueJob(tx, 'check-file', { fileId: id }, id);
  const row = await findFile(tx, id);
  if (row === null) throw new Error('A file that was just kept is not in sight of its uploader.');
  return row;
}

/** What could not be kept takes no room, either; where even that fails, the sweep comes back to it. */
async function giveUp(actor: PersonActor, id: string): Promise<void> {
  await (await fileStore()).remove(id);
  await asActor(actor, ({ tx }) => tx.file.deleteMany({ where: { id, state: 'storing' } }));
}

async function store(actor: PersonActor, id: string, file: IncomingFile): Promise<void> {
  try {
    await (await fileStore()).put(id, file.path, file.bytes);
  } catch (error) {
    await giveUp(actor, id).catch(() => undefined);
    throw error;
  }
}

/**
 * Takes in one file that arrived for a place: judges its content and size, records it, keeps its bytes. Refused, it
 * leaves nothing behind. `null` as the error: the place does not exist for the actor. Throws when its bytes cannot be
 * kept. `at` stands for the time.
 */
export async function takeFile(actor: PersonActor, place: FilePlace, file: IncomingFile, at?: Date): Promise<Result<FileRow, FileRefusal | null>> {
  try {
    if (file.isTooLarge) return err({ reason: 'file_too_large', limitBytes: (await asActor(actor, ({ settings }) => Promise.resolve(fileLimits(settings)))).fileBytes });
    const kind = await readKind(file.path, displayName(file.name));
    if (!kind.ok) return kind;
    const reserved = await asActor(actor, (scope) => reserve(scope, actor, place, file, kind.value), at);
    if (!reserved.ok) return reserved;
    await store(actor, reserved.value.id, file);
    return ok(await asActor(actor, (scope) => settle(scope, reserved.value.id), at));
  } finally {
    await rm(file.path, { force: true });
  }
}
