import { CLAIM_FIELDS, EMPTY_CLAIM, type ClaimField, type ClaimText } from '@/domain/tickets/complaint-draft';
import { suggestedRin } from '@/domain/tickets/check-draft';
import type { DraftEdit, LineEdit } from '@/domain/tickets/edit-draft';
import { dateFromForm } from '@/ui/forms/date-input';

const NAME = new RegExp(`^lines\\.(new|[1-9]\\d{0,8})\\.(${CLAIM_FIELDS.join('|')})$`);

export function isLineField(name: string): boolean {
  return NAME.test(name);
}

/** The name of a field of one line; a line that is not kept yet is `new`. */
export function lineField(id: number | 'new', field: ClaimField): string {
  return `lines.${id}.${field}`;
}

/** What was pressed: go on, finish later, save and stay, save and add another; or one line's own buttons. */
export type LinesIntent = { type: 'continue' | 'later' | 'save' | 'add' } | { type: 'remove' | 'fix-rin'; id: number };

export function linesIntent(formData: FormData): LinesIntent {
  const text = formData.get('intent');
  const [, type, id] = typeof text === 'string' ? (/^(remove|fix-rin)\.(\d{1,9})$/.exec(text) ?? []) : [];
  if (type === 'remove' || type === 'fix-rin') return { type, id: Number(id) };
  return text === 'continue' || text === 'later' || text === 'add' ? { type: text } : { type: 'save' };
}

/** One line as the form sent it. */
export function claimOf(formData: FormData, id: number | 'new'): ClaimText {
  const valueOf = (field: ClaimField) => {
    const name = lineField(id, field);
    if (field === 'serviceFrom' || field === 'serviceTo') return dateFromForm(formData, name);
    const value = formData.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { ...EMPTY_CLAIM, ...Object.fromEntries(CLAIM_FIELDS.map((field) => [field, valueOf(field)])) };
}

/** Which lines a form sent: their numbers, or `new`. */
export function lineIds(formData: FormData): string[] {
  return [...new Set([...formData.keys()].flatMap((name) => NAME.exec(name)?.[1] ?? []))];
}

/** The lines that the form sent, as one save of the draft. */
export function readLines(formData: FormData, intent: LinesIntent): DraftEdit {
  const lines = lineIds(formData).map((text): LineEdit => {
    const id = text === 'new' ? null : Number(text);
    const claim = claimOf(formData, id ?? 'new');
    return { id, claim: intent.type === 'fix-rin' && intent.id === id ? { ...claim, rin: suggestedRin(claim.rin) ?? claim.rin } : claim };
  });
  return { step: 'claims', lines, removed: intent.type === 'remove' ? [intent.id] : [] };
}
