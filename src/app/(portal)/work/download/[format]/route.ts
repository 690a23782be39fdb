import { choiceOf } from '@/app/lists/list-address';
import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { requestsInChunks } from '@/server/queries/list-requests';
import { alertsInChunks, workTicketsInChunks } from '@/server/queries/list-work-queues';
import { noNumberInChunks, undeliveredInChunks } from '@/server/queries/work-exceptions';
import { REQUEST_COLUMNS } from '../../../requests/list-columns';
import { ALERT_COLUMNS, NO_NUMBER_COLUMNS, UNDELIVERED_COLUMNS, WORK_COLUMNS } from '../../list-columns';
import { WORK_TABS } from '../../work-tabs';

/** A tab of the Portal Team's work as a file. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('portal_team');
  const { format } = await params;
  const tab = choiceOf(searchParamsOf(request), 'tab', WORK_TABS) ?? 'present';
  switch (tab) {
    case 'present':
    case 'close':
    case 'review':
    case 'share':
    case 'overdue':
      return listFile(format, `work-${tab}`, WORK_COLUMNS, workTicketsInChunks(actor, tab));
    case 'alert':
      return listFile(format, 'work-alert', ALERT_COLUMNS, alertsInChunks(actor));
    case 'requests':
      return listFile(format, 'requests-overdue', REQUEST_COLUMNS, requestsInChunks(actor, 'overdue'));
    case 'no-number':
      return listFile(format, 'work-no-number', NO_NUMBER_COLUMNS, noNumberInChunks(actor));
    case 'undelivered':
      return listFile(format, 'work-undelivered', UNDELIVERED_COLUMNS, undeliveredInChunks(actor));
  }
}
