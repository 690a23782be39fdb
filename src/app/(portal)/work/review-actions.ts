'use server';

import { revalidatePath } from 'next/cache';
import { bulkError, bulkLines, isBulkState, keepPicked, readBulkForm, runPicked, stillPicked } from '@/app/forms/run-bulk-form';
import { previewBegin } from '@/server/queries/preview-work';
import { IDLE_BULK, type BulkState } from '@/ui/table/bulk-state';
import { beginPreviewOf } from './previews';

/** First what will happen, then, with the preview's own button, placing in review: each ticket by itself (R17). */
export async function beginPickedAction(_state: BulkState, formData: FormData): Promise<BulkState> {
  const intent = formData.get('intent');
  if (intent === 'clear') return IDLE_BULK;
  const request = await readBulkForm({ name: 'begin', actions: ['beginAdministrativeReview'], nothing: 'No ticket is selected' }, formData);
  if (isBulkState(request)) return request;
  if (intent !== 'begin') return { form: keepPicked(formData, request.ticketIds), preview: beginPreviewOf(await previewBegin(request.actor, request.ticketIds)), outcome: null };
  const picked = stillPicked(request, formData);
  if (picked.request.ticketIds.length === 0) return bulkError({ kind: 'conflict', reason: 'None of the tickets that the preview had shown is still selected. Select them and look at the preview again.' }, formData);
  const results = await runPicked(picked.request, () => ({ action: 'beginAdministrativeReview', input: { reason: null, direction: null } }), formData, picked.seenSeq);
  if (!Array.isArray(results)) return results;
  revalidatePath('/work');
  const count = results.filter((r) => r.refused === null).length;
  return { ...IDLE_BULK, outcome: { title: `${count} of ${results.length} placed in review`, lines: bulkLines(results, 'placed in Administrative Review.', 'there was nothing to do.') } };
}
