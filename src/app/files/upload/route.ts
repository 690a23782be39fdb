import type { ReadableStream } from 'node:stream/web';
import type { PersonActor } from '@/domain/access/actor';
import { refusalWords } from '@/domain/tickets/file-refusal';
import { currentActor } from '@/server/auth/current-actor';
import { ownPath } from '@/server/auth/own-path';
import { keepForm } from '@/server/commands/keep-form';
import { isDatabaseDown } from '@/server/database-down';
import { BODY_TOO_LARGE_PAGE } from '@/server/http/body-limit';
import { fileHeaders } from '@/server/http/file-headers';
import { isFromOwnPage } from '@/server/http/own-page';
import { mostUploadBytes, receiveFiles, type ReceivedFiles } from '@/server/uploads/receive-files';
import { removeFile } from '@/server/uploads/remove-file';
import type { FieldIssue } from '@/shared/domain-error';
import { DRAFT_SEEN } from '@/ui/forms/draft-frame';
import { FILES_FRAME, isFilesFrame, type UploadAnswer } from '@/ui/forms/files-frame';
import { placeOfFields, refusedIssue, waitingFile, waitingFiles } from '../../forms/form-files';

const DATABASE_AWAY = 'The portal cannot reach its database right now. Try again in a minute.';
const OLD_PAGE = 'This page is old. Load it again, then add the files once more.';
const CUT_OFF = 'The upload broke off. Add what is missing once more.';

/** Sent by a page's script, which shows the answer itself. */
function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false;
}

function json(body: UploadAnswer | { error: string }, status = 200): Response {
  return Response.json(body, { status, headers: fileHeaders() });
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { ...fileHeaders(), Location: path } });
}

function tooLarge(): Response {
  return new Response(BODY_TOO_LARGE_PAGE, { status: 413, headers: { ...fileHeaders(), 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' } });
}

/** What was typed, to be shown again: no key, nothing of the framework, no file. */
function typedValues(fields: ReceivedFiles['fields']): Record<string, string | string[]> {
  const typed = fields.filter(([name]) => /^[A-Za-z][\w.-]{0,80}$/.test(name) && !isFilesFrame(name) && !['commandKey', 'version', 'files', 'intent', DRAFT_SEEN].includes(name));
  // NB: the form itself says what is wrong with characters that no text has; here they cannot even be kept.
  const kept = typed.map(([name, value]): [string, string] => [name, value.replaceAll('\0', '').toWellFormed()]);
  return Object.fromEntries([...Map.groupBy(kept, ([name]) => name)].map(([name, pairs]) => [name, pairs.length === 1 ? (pairs[0]?.[1] ?? '') : pairs.map(([, value]) => value)]));
}

function outcomeWords({ added, refused }: ReceivedFiles, removed: boolean, isOwnButton: boolean): string {
  const words = [
    ...(added.length > 0 ? [added.length === 1 ? 'The file was added.' : `${added.length} files were added.`] : []),
    ...(removed ? ['The file was removed.'] : []),
  ];
  if (words.length === 0 && refused.length === 0) words.push('No file was chosen, so none was added.');
  return [...words, isOwnButton ? 'Nothing else was sent yet.' : 'The form itself was not sent yet: look at it once more, then send it.'].join(' ');
}

/** Without script the page is loaded again, with everything that was typed in it. */
async function backToPage(actor: PersonActor, received: ReceivedFiles, removed: boolean, isOwnButton: boolean, further: FieldIssue[]): Promise<Response> {
  const back = ownPath(received.fields.find(([name]) => name === FILES_FRAME.back)?.[1]);
  const issues = [...received.refused.map(refusedIssue), ...further];
  const kept = await keepForm(actor, { place: received.fields.find(([name]) => name === FILES_FRAME.place)?.[1] ?? '', values: typedValues(received.fields), message: outcomeWords(received, removed, isOwnButton), issues });
  return seeOther(`${back}${back.includes('?') ? '&' : '?'}kept=${kept}`);
}

async function take(actor: PersonActor, request: Request, body: ReadableStream, contentType: string): Promise<Response> {
  const received = await receiveFiles(actor, body, contentType, (fields) => placeOfFields(actor, fields));
  const place = placeOfFields(actor, received.fields);
  const isFilesForm = received.fields.some(([name]) => name === FILES_FRAME.place);
  if (!isFilesForm && received.isWhole) return tooLarge();
  const gone = received.fields.find(([name]) => name === FILES_FRAME.remove)?.[1];
  const removed = place !== null && gone !== undefined && (await removeFile(actor, place, gone));
  const problem = place === null ? OLD_PAGE : received.isWhole ? null : CUT_OFF;
  if (!wantsJson(request)) return backToPage(actor, received, removed, new URL(request.url).searchParams.get('direct') === null, problem === null ? [] : [{ field: 'files', message: problem }]);
  if (problem !== null) return json({ error: problem }, 409);
  // A script sends one file at a time; as an error it can be tried again, as a refusal it could not.
  const notKept = received.refused.find(({ refusal }) => refusal.reason === 'not_kept');
  if (notKept !== undefined) return json({ error: refusalWords(notKept.refusal) }, 503);
  const waiting = place === null ? [] : (await waitingFiles(actor, place.id)).at(place.action);
  return json({ waiting: waiting.map(waitingFile), added: received.added.map(waitingFile), refused: received.refused.map(({ name, refusal }) => ({ name, message: refusalWords(refusal) })) });
}

/**
 * Takes in files for a form, streamed, before the form itself is sent; also removes one that was added by mistake. A
 * script that sends neither hears how the form's files are.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    return await receive(request);
  } catch (error) {
    if (!isDatabaseDown(error) || !wantsJson(request)) throw error;
    return json({ error: DATABASE_AWAY }, 503);
  }
}

async function receive(request: Request): Promise<Response> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!isFromOwnPage(request.headers) || request.body === null || !/^multipart\/form-data;/i.test(contentType)) return json({ error: 'Not taken.' }, 400);
  const actor = await currentActor();
  if (actor === null) return wantsJson(request) ? json({ error: 'You were signed out. Sign in again in another tab, then try again.' }, 401) : seeOther('/sign-in');
  if (Number(request.headers.get('content-length') ?? 0) > (await mostUploadBytes(actor))) return tooLarge();
  // The web's stream type and Node's are the same object under two names.
  return take(actor, request, request.body as ReadableStream, contentType);
}
