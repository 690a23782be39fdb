import { cache } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import { refusalWords, type FileRefusal } from '@/domain/tickets/file-refusal';
import { kindFacts } from '@/domain/tickets/files';
import { checkFormKey, issueFormKey } from '@/server/auth/form-key';
import { findKeptForm } from '@/server/commands/keep-form';
import { getWaitingFiles, type FilePlace, type FileRow } from '@/server/queries/get-waiting-files';
import { takeChosen } from '@/server/uploads/receive-files';
import type { DomainError, FieldIssue } from '@/shared/domain-error';
import { FILES_FRAME, type FormFiles, type WaitingFile } from '@/ui/forms/files-frame';
import { IDLE, type FormState } from '@/ui/forms/form-state';

export function waitingFile({ id, name, kind, bytes, state }: FileRow): WaitingFile {
  return { id, name, kindName: kindFacts(kind).name, bytes, state };
}

export function refusedIssue({ name, refusal }: { name: string; refusal: FileRefusal }): FieldIssue {
  return { field: 'files', message: `${name}: ${refusalWords(refusal)}` };
}

const placeText = ({ action, id }: FilePlace) => `${action}:${id}`;
const purposeOf = (place: string) => `files:${place}`;

/** The place that a form's own fields name, if this person's page named it. */
export function placeOfFields(actor: PersonActor, fields: readonly (readonly [string, string])[]): FilePlace | null {
  const of = (name: string) => fields.find(([n]) => n === name)?.[1] ?? '';
  const place = of(FILES_FRAME.place);
  if (!checkFormKey(actor, purposeOf(place), of(FILES_FRAME.key)).ok) return null;
  const [action = '', id = ''] = place.split(':');
  return { action, id };
}

// Once per request: the forms of a page ask for the same.
export const waitingFiles = cache(getWaitingFiles);
const keptForm = cache(findKeptForm);

type Search = { kept?: string | string[] };

/** What an upload without script left behind: everything that was typed, and what became of the files. */
async function keptState(actor: PersonActor, place: string, kept: Search['kept']): Promise<FormState> {
  const form = typeof kept === 'string' ? await keptForm(actor, kept) : null;
  // A page may have several forms; this one is kept for one of them.
  if (form === null || form.place !== place) return IDLE;
  const { values, message, issues } = form;
  if (issues.length === 0) return { status: 'saved', message, values };
  return { status: 'error', title: issues.length === 1 ? 'One file was not added' : `${issues.length} files were not added`, notes: [message, 'What you typed is still here.'], errors: issues, values };
}

/**
 * What a page gives to a form with files: `field` goes to `FilesField`, `initial` to the `ActionForm` around it. `back`
 * is the page's own path, to which an upload without script returns; `subject` tells apart several forms of one act.
 */
export async function formFiles(actor: PersonActor, action: Action, id: string, back: string, search: Search = {}, subject?: string): Promise<{ field: FormFiles; initial: FormState }> {
  const place = { action: subject === undefined ? action : `${action}/${subject}`, id };
  const { at, limits, isScanned } = await waitingFiles(actor, id);
  const text = placeText(place);
  return { field: { place: text, uploadKey: issueFormKey(actor, purposeOf(text)), back, waiting: at(place.action).map(waitingFile), limits, isScanned }, initial: await keptState(actor, text, search.kept) };
}

/**
 * Files that came along in the form itself, which browsers without script send: they are taken in first and count as
 * uploaded, whatever becomes of the form. The error names those that were refused.
 */
export async function takeChosenFiles(actor: PersonActor, formData: FormData): Promise<DomainError | null> {
  const files = formData.getAll(FILES_FRAME.chosen).filter((f): f is File => typeof f !== 'string' && f.name !== '');
  if (files.length === 0) return null;
  const place = placeOfFields(actor, [...formData].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
  if (place === null) return { kind: 'conflict', reason: 'This form does not belong to this page any more. Load the page again, then send it once more.' };
  const { added, refused } = await takeChosen(actor, place, files);
  for (const { id } of added) formData.append('files', id);
  return refused.length === 0 ? null : { kind: 'invalid', issues: refused.map(refusedIssue) };
}
