import { Prisma } from '@generated/prisma/client';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { PAGE_SIZE } from './queue-sql';

export type MyDraftRow = {
  id: string;
  /** Without its claim lines: a draft with thousands of them is one line in a list. */
  data: unknown;
  updated_at: Date;
  remind_on: Date | null;
  organization_name: string | null;
  refiled_id: string | null;
  refiled_number: string | null;
  refiled_closed_on: Date | null;
  refiled_first_received_on: Date | null;
  total: number;
};

/** The drafts of an organization, last saved first; with `forId` those of one client. `total` is cut at the cap. */
export function findMyDrafts(scope: Scope, organizationId: string, forId: string | null): Promise<MyDraftRow[]> {
  const mine = Prisma.sql`d.organization_id = ${organizationId}::uuid AND ${forId === null ? Prisma.sql`true` : Prisma.sql`d.data->>'organizationId' = ${forId}`}`;
  return scope.tx.$queryRaw<MyDraftRow[]>`
    SELECT d.id, d.data - 'claims' AS data, d.updated_at, d.remind_on, o.name AS organization_name, t.id AS refiled_id, t.number AS refiled_number,
      t.closed_on AS refiled_closed_on, t.first_received_on AS refiled_first_received_on,
      (SELECT count(*)::int FROM (SELECT 1 FROM complaint_drafts d WHERE ${mine} LIMIT ${COUNT_CAP + 1}) AS x) AS total
    FROM complaint_drafts d LEFT JOIN tickets t ON t.id = d.refiles_ticket_id LEFT JOIN organizations o ON o.id::text = d.data->>'organizationId'
    WHERE ${mine} ORDER BY d.updated_at DESC, d.id LIMIT ${PAGE_SIZE}`;
}
