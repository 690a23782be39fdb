import { assertNever } from '@/shared/assert-never';
import { KINDS_IN_WORDS, sizeWords } from './files';

/** What is wrong with a file itself; `found` says what its content is where its name says something else. */
export type ContentRefusal = { reason: 'empty' | 'unknown' | 'archive' | 'password' | 'macros' | 'old_office' | 'name'; found?: string };

/** Why an uploaded file is not kept. */
export type FileRefusal =
  | ContentRefusal
  | { reason: 'too_many' }
  /** Nothing is wrong with the file: the portal could not keep it. */
  | { reason: 'not_kept' }
  | { reason: 'file_too_large' | 'ticket_too_large' | 'waiting_too_large'; limitBytes: number };

/** The refusal as a sentence that says what to do instead. */
export function refusalWords(refusal: FileRefusal): string {
  switch (refusal.reason) {
    case 'empty': return 'This file is empty.';
    case 'unknown': return `This kind of file is not taken. Use ${KINDS_IN_WORDS}.`;
    case 'archive': return 'Archives such as ZIP are not taken. Add the files in it one by one.';
    case 'password': return 'This file needs a password to open, so it cannot be checked. Save it without a password and add it again.';
    case 'macros': return 'Files with macros are not taken. Save it as .docx or .xlsx and add it again.';
    case 'old_office': return 'Old Office files such as .doc and .xls are not taken. Save it as .docx, .xlsx or PDF and add it again.';
    case 'name': return `The end of its name does not fit: its content is ${refusal.found === undefined ? 'something else' : `${/^[aeiouAEIOU]/.test(refusal.found) ? 'an' : 'a'} ${refusal.found}`}. Rename or save it as what it is and add it again.`;
    case 'too_many': return 'Too many files at once. Add the rest afterwards.';
    case 'not_kept': return 'The portal could not keep it because of a fault of its own. Add it again in a few minutes.';
    case 'file_too_large': return `It is too large. One file can have up to ${sizeWords(refusal.limitBytes)}.`;
    case 'ticket_too_large': return `There is no room for it: the files of one ticket can have up to ${sizeWords(refusal.limitBytes)} in all.`;
    case 'waiting_too_large': return `There is no room for it: the files that you have added and not sent yet can have up to ${sizeWords(refusal.limitBytes)} in all. Send or remove some, then add it again.`;
    default: return assertNever(refusal);
  }
}
