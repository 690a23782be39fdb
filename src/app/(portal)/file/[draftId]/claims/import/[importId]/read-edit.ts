import { CLAIM_FIELDS } from '@/domain/tickets/complaint-draft';
import type { ImportAct, ImportEdit } from '@/domain/tickets/edit-import';
import { claimOf, lineIds } from '../../read-lines';

/** What was pressed on the preview: one row's own button, one for all, or save. */
function actOf(formData: FormData): ImportAct {
  const text = formData.get('intent');
  const [, type, row = '', name = ''] = /^(use|keep|leave-out)\.(\d{1,9})(?:\.(\w+))?$/.exec(typeof text === 'string' ? text : '') ?? [];
  const field = CLAIM_FIELDS.find((f) => f === name);
  if (type === 'use' && field !== undefined) return { type, rowNo: Number(row), field };
  if (type === 'keep' || type === 'leave-out') return { type, rowNo: Number(row) };
  return text === 'use-all' || text === 'keep-doubles' || text === 'leave-out-doubles' ? { type: text } : { type: 'save' };
}

/** What the preview's form sent: the rows that it showed as they were typed, and what was pressed. */
export function readImportEdit(formData: FormData): ImportEdit {
  const lines = lineIds(formData)
    .filter((id) => id !== 'new')
    .map((id) => ({ rowNo: Number(id), claim: claimOf(formData, Number(id)) }));
  return { lines, act: actOf(formData) };
}
