'use server';

import { revalidatePath } from 'next/cache';
import { NOBODY } from '@/app/lists/ticket-filters';
import { bulkLines, isBulkState, readBulkForm, runPicked } from '@/app/forms/run-bulk-form';
import { IDLE_BULK, type BulkState } from '@/ui/table/bulk-state';

/** Assigns every picked ticket, each by itself: a refused one does not stop the others. */
export async function assignPickedAction(_state: BulkState, formData: FormData): Promise<BulkState> {
  const request = await readBulkForm({ name: 'assign', actions: ['assign'], nothing: 'No ticket is selected' }, formData);
  if (isBulkState(request)) return request;
  const chosen = formData.get('assigneeId');
  const assigneeId = typeof chosen === 'string' && chosen !== NOBODY ? chosen : '';
  const results = await runPicked({ ...request, key: `${request.key}:${assigneeId}` }, () => ({ action: 'assign', input: { assigneeId } }), formData);
  if (!Array.isArray(results)) return results;
  revalidatePath('/queue');
  const done = results.filter((r) => r.refused === null).length;
  const title = `${done} of ${results.length} assigned`;
  return { ...IDLE_BULK, outcome: { title, lines: bulkLines(results, 'assigned.', 'was assigned so already.') } };
}
