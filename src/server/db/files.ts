import type { PersonActor } from '@/domain/access/actor';
import type { EventAudience } from '@/domain/tickets/events';
import type { AttachedFile } from '@/domain/tickets/attached-files';
import type { FileKind, FileState } from '@/domain/tickets/files';
import type { Tx } from './database';

/** Where a file was uploaded: the act of a form, and the ticket or draft that the form is about. */
export type FilePlace = { action: string; id: string };

/** A file as its readers see it. */
export type FileRow = {
  id: string;
  name: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  state: FileState;
  fault: 'gone' | 'changed' | null;
  uploadedByName: string;
  uploadedAt: Date;
  ticketId: string | null;
  eventSeq: number | null;
};

const SHOWN = { id: true, name: true, kind: true, bytes: true, sha256: true, state: true, fault: true, uploadedByName: true, uploadedAt: true, ticketId: true, eventSeq: true } as const;
export type StoredFile = Omit<FileRow, 'kind' | 'state' | 'fault'> & { kind: string; state: string; fault: string | null };

/** The columns' CHECKs hold nothing but these values. */
export function fileFromRow(row: StoredFile): FileRow {
  return { ...row, kind: row.kind as FileKind, state: row.state as FileState, fault: row.fault as FileRow['fault'] };
}

/** Acts whose files are their organization's; those of any other form are their uploader's. */
export const SHARED_ACTS = ['submit', 'respond'];

/** Files that a person has at the forms about one ticket or draft. */
function atFormsOf(actor: PersonActor, id: string) {
  return { placeId: id, organizationId: actor.organizationId, OR: [{ placeAction: { in: SHARED_ACTS } }, { uploadedById: actor.personId }] };
}

/** Files that a person has at one form. */
export function placeWhere(actor: PersonActor, place: FilePlace) {
  return { ...atFormsOf(actor, place.id), placeAction: place.action };
}

/** One file in the reader's sight; null when there is none. */
export async function findFile(tx: Tx, fileId: string): Promise<FileRow | null> {
  const row = await tx.file.findFirst({ where: { id: fileId }, select: SHOWN });
  return row === null ? null : fileFromRow(row);
}

/** The bytes that a ticket or draft has: attached to it, or waiting at one of its forms within the reader's sight. */
export async function findFileBytes(tx: Tx, ticketId: string): Promise<number> {
  const sum = await tx.file.aggregate({ where: { state: { not: 'infected' }, OR: [{ ticketId }, { placeId: ticketId, ticketId: null }] }, _sum: { bytes: true } });
  return sum._sum.bytes ?? 0;
}

/** The bytes of all files that a person has added and not sent yet. */
export async function findWaitingBytes(tx: Tx, personId: string): Promise<number> {
  const sum = await tx.file.aggregate({ where: { uploadedById: personId, ticketId: null, state: { not: 'infected' } }, _sum: { bytes: true } });
  return sum._sum.bytes ?? 0;
}

/**
 * The files that a command names, kept from everybody else until the transaction ends. Only those come back that wait at
 * the command's own form for the actor, that are attached to nothing yet, and that no scanner refused.
 */
export async function lockPendingFiles(tx: Tx, actor: PersonActor, place: FilePlace, fileIds: readonly string[]): Promise<AttachedFile[]> {
  if (fileIds.length === 0) return [];
  await tx.$queryRaw`SELECT id FROM files WHERE id = ANY (${[...fileIds]}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.file.findMany({
    where: { id: { in: [...fileIds] }, ...placeWhere(actor, place), ticketId: null, state: { in: ['held', 'clean', 'not_scanned'] }, fault: null },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, bytes: true, sha256: true, kind: true },
  });
  return rows.map((row) => ({ ...row, kind: row.kind as FileKind }));
}

/** Ties files to the event that holds them; the event is there already, in the same transaction. */
export async function attachFiles(tx: Tx, ticketId: string, eventSeq: number, files: readonly AttachedFile[]): Promise<void> {
  if (files.length === 0) return;
  const { count } = await tx.file.updateMany({ where: { id: { in: files.map((f) => f.id) }, ticketId: null }, data: { ticketId, eventSeq } });
  if (count !== files.length) throw new Error('A file that the command holds could not be attached.');
}

/** A refused file of a ticket with the audience of its event, unless the history says so already. */
export async function findRefusedFile(tx: Tx, ticketId: string, fileId: string): Promise<{ id: string; audience: EventAudience } | null> {
  const file = await tx.file.findFirst({ where: { id: fileId, ticketId, state: 'infected' }, select: { eventSeq: true } });
  if (file?.eventSeq === null || file === null) return null;
  const told = await tx.ticketEvent.count({ where: { ticketId, type: 'FileRefused', data: { path: ['fileId'], equals: fileId } } });
  if (told > 0) return null;
  const event = await tx.ticketEvent.findUniqueOrThrow({ where: { ticketId_seq: { ticketId, seq: file.eventSeq } }, select: { audience: true } });
  return { id: fileId, audience: event.audience as EventAudience };
}

/** What is attached to a ticket in the reader's sight, in the order in which it came. */
export async function findTicketFiles(tx: Tx, ticketId: string): Promise<FileRow[]> {
  const rows = await tx.file.findMany({ where: { ticketId }, orderBy: [{ eventSeq: 'asc' }, { uploadedAt: 'asc' }, { id: 'asc' }], select: SHOWN });
  return rows.map(fileFromRow);
}
