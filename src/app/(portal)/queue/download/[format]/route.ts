import { choiceOf } from '@/app/lists/list-address';
import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import { ticketFiltersOf } from '@/app/lists/ticket-filters';
import { requireActor } from '@/server/auth/require-actor';
import { planFinesInChunks, planQueueInChunks } from '@/server/queries/list-plan-queue';
import { PLAN_FINE_COLUMNS, QUEUE_COLUMNS } from '../../list-columns';
import { QUEUE_TABS } from '../../queue-tabs';

/** A tab of the plan's queue as a file, with the address's filters. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('mco');
  const { format } = await params;
  const address = searchParamsOf(request);
  const tab = choiceOf(address, 'tab', QUEUE_TABS) ?? 'to-answer';
  if (tab === 'fined') return listFile(format, 'fines', PLAN_FINE_COLUMNS, planFinesInChunks(actor));
  return listFile(format, `queue-${tab}`, QUEUE_COLUMNS, planQueueInChunks(actor, tab, ticketFiltersOf(address)));
}
