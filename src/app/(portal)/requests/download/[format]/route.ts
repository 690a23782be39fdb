import { choiceOf } from '@/app/lists/list-address';
import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { requestsInChunks } from '@/server/queries/list-requests';
import { REQUEST_COLUMNS } from '../../list-columns';
import { REQUEST_TABS } from '../../request-tabs';

/** A tab of the requests to plans as a file; a plan gets its own. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('portal_team', 'mco');
  const tab = choiceOf(searchParamsOf(request), 'tab', REQUEST_TABS) ?? 'open';
  return listFile((await params).format, `requests-${tab}`, REQUEST_COLUMNS, requestsInChunks(actor, tab));
}
