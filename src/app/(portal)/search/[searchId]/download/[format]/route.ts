import { notFound } from 'next/navigation';
import { listFile } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { keepsSearch, searchInChunks } from '@/server/queries/search-tickets';
import { HIT_COLUMNS } from '../../../list-columns';

/** All that a person's own search finds, as a file; neither its address nor its name holds what was searched for. */
export async function GET(_request: Request, { params }: { params: Promise<{ searchId: string; format: string }> }): Promise<Response> {
  const actor = await requireActor();
  const { searchId, format } = await params;
  if (!(await keepsSearch(actor, searchId))) notFound();
  return listFile(format, 'tickets-found', HIT_COLUMNS, searchInChunks(actor, searchId));
}
