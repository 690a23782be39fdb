import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { planFinesInChunks, planQueueInChunks } from '@/server/queries/list-plan-queue';
import { queueFiltersOf, tabOf } from '../../address';
import { PLAN_FINE_COLUMNS, QUEUE_COLUMNS } from '../../list-columns';

/** A tab of the plan's queue as a file, with the address's filters and order. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('mco');
  const { format } = await params;
  const address = searchParamsOf(request);
  const tab = tabOf(address);
  if (tab === 'fined') return listFile(format, 'fines', PLAN_FINE_COLUMNS, planFinesInChunks(actor));
  return listFile(format, `queue-${tab}`, QUEUE_COLUMNS, planQueueInChunks(actor, tab, queueFiltersOf(address)));
}
