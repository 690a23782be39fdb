import type { WorkQueue } from '@/server/queries/list-work-queues';
import { RequestTable } from '../requests/request-table';

/** R29: what plans were to answer and have not. */
export function OverdueRequests({ queue }: { queue: WorkQueue }) {
  return <RequestTable items={queue.requests} today={queue.today} label="Requests that plans have not answered in time, the earliest first" withPlan />;
}
