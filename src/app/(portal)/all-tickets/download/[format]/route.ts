import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { allTicketsInChunks } from '@/server/queries/list-all-tickets';
import { filtersOf, sortOf } from '../../address';
import { TICKET_COLUMNS } from '../../list-columns';

/** All tickets that fit the address's filters, in its order, as a file. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('portal_team', 'account_manager', 'administration');
  const address = searchParamsOf(request);
  return listFile((await params).format, 'tickets', TICKET_COLUMNS, allTicketsInChunks(actor, filtersOf(address), sortOf(address)));
}
