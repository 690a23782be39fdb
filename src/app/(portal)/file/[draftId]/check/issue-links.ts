import type { ComplaintDraft } from '@/domain/tickets/complaint-draft';
import { fieldId } from '@/ui/forms/field-id';
import { claimsHref } from '../claims/claims-address';
import { stepHref, stepOfField } from '../../steps';

/** Where a field of the complaint is asked for; undefined for those of the page that sends it. */
export function issueHref(draftId: string, draft: Pick<ComplaintDraft, 'claims'>, field: string): string | undefined {
  const step = stepOfField(field);
  if (step === 'check') return undefined;
  // `submit` names a claim by its place among the lines, the claims' page by its own number.
  const [, place, ofClaim] = /^claims\.(\d+)\.(.+)$/.exec(field) ?? [];
  const line = place === undefined ? undefined : draft.claims[Number(place)];
  if (line !== undefined && ofClaim !== undefined) return `${claimsHref(draftId, { editing: line.id }).split('#')[0]}#${fieldId(`lines.${line.id}.${ofClaim}`)}`;
  return field === 'claims' ? claimsHref(draftId, { isAdding: true }) : `${stepHref(draftId, step)}#${fieldId(field)}`;
}
