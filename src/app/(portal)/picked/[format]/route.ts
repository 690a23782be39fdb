import { notFound } from 'next/navigation';
import { z } from 'zod';
import { MOST_PICKED } from '@/app/forms/run-bulk-form';
import { listFile, type DownloadContext } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { isFromOwnPage } from '@/server/http/own-page';
import { pickedTickets } from '@/server/queries/list-all-tickets';
import { pickedColumns } from '../picked-columns';

const picked = z.array(z.uuid()).min(1).max(MOST_PICKED);

/** The tickets that were picked on a list, as a file; those that the reader cannot see are left out. */
export async function POST(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('mco', 'portal_team', 'account_manager', 'administration');
  const { format } = await params;
  if (!isFromOwnPage(request.headers)) notFound();
  const ids = picked.safeParse([...new Set((await request.formData()).getAll('ticket'))]);
  if (!ids.success) return new Response('No ticket is selected. Go back and pick some with the boxes at the start of the rows.', { status: 422, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  return listFile(format, 'picked-tickets', pickedColumns(actor), pickedTickets(actor, ids.data));
}
