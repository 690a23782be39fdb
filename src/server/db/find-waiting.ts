import type { PersonActor } from '@/domain/access/actor';
import type { Tx } from './database';
import { fileFromRow, SHARED_ACTS, type FileRow, type StoredFile } from './files';

type Row = { files: (Omit<StoredFile, 'uploadedAt'> & { uploadedAt: string; placeAction: string })[]; drafts: Record<string, { typed: unknown; savedAt: string }> };

/** What a person has left at the forms about one ticket or draft, by act. */
export type Waiting = { files: Map<string, FileRow[]>; drafts: Map<string, { typed: unknown; savedAt: Date }> };

/**
 * The files at those forms that are attached to nothing yet, in the order in which they came, and what was typed there,
 * in one statement: a page may have several such forms.
 */
export async function findWaiting(tx: Tx, actor: PersonActor, id: string): Promise<Waiting> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes, 'sha256', f.sha256, 'state', f.state, 'fault', f.fault,
          'uploadedByName', f.uploaded_by_name, 'uploadedAt', f.uploaded_at, 'ticketId', f.ticket_id, 'eventSeq', f.event_seq, 'placeAction', f.place_action) ORDER BY f.uploaded_at, f.id), '[]')
        FROM files f WHERE f.place_id = ${id}::uuid AND f.organization_id = ${actor.organizationId}::uuid AND f.ticket_id IS NULL AND f.state <> 'storing'
          AND (f.place_action = ANY (${SHARED_ACTS}::text[]) OR f.uploaded_by_id = ${actor.personId}::uuid)) AS files,
      (SELECT coalesce(jsonb_object_agg(d.action, jsonb_build_object('typed', d.typed, 'savedAt', d.saved_at)), '{}')
        FROM form_drafts d WHERE d.person_id = ${actor.personId}::uuid AND d.ticket_id = ${id}::uuid) AS drafts`;
  const files = new Map<string, FileRow[]>();
  for (const { placeAction, uploadedAt, ...file } of row?.files ?? []) files.set(placeAction, [...(files.get(placeAction) ?? []), fileFromRow({ ...file, uploadedAt: new Date(uploadedAt) })]);
  return { files, drafts: new Map(Object.entries(row?.drafts ?? {}).map(([action, { typed, savedAt }]) => [action, { typed, savedAt: new Date(savedAt) }])) };
}
