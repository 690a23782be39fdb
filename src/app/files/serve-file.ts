import { Readable } from 'node:stream';
import { extensionOf, kindFacts, type FileKind } from '@/domain/tickets/files';
import { currentActor } from '@/server/auth/current-actor';
import { fileHeaders, type ShownAs } from '@/server/http/file-headers';
import { lengthHeaders } from '@/server/http/known-length';
import { readRange } from '@/server/http/read-range';
import { openFile, type OpenedFile } from '@/server/uploads/open-file';
import { assertNever } from '@/shared/assert-never';

type Open = Extract<OpenedFile, { state: 'open' }>;

function plain(status: number, words: string, more: Record<string, string> = {}): Response {
  return new Response(`${words}\n`, { status, headers: { ...fileHeaders(), 'Content-Type': 'text/plain; charset=utf-8', ...more } });
}

function shownAs(kind: FileKind, wantsView: boolean): ShownAs {
  if (!wantsView || !kindFacts(kind).isViewable) return 'download';
  return kind === 'pdf' ? 'pdf' : 'picture';
}

/** RFC 6266: an ASCII name for old browsers, the real one in UTF-8. */
function disposition(kind: FileKind, name: string, shown: ShownAs): string {
  const whole = extensionOf(name) === '' ? `${name}.${kindFacts(kind).extensions[0]}` : name;
  const ascii = whole.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const utf8 = encodeURIComponent(whole).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${shown === 'download' ? 'attachment' : 'inline'}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}

async function content({ file, read }: Open, request: Request): Promise<Response> {
  const shown = shownAs(file.kind, new URL(request.url).searchParams.has('view'));
  const etag = `"${file.sha256}"`;
  const headers = {
    ...fileHeaders(shown),
    // Texts are shown by nobody, so that no browser guesses at what they are.
    'Content-Type': kindFacts(file.kind).contentType,
    'Content-Disposition': disposition(file.kind, file.name, shown),
    'Accept-Ranges': 'bytes',
    ETag: etag,
  };
  const ifRange = request.headers.get('if-range');
  const range = ifRange !== null && ifRange !== etag ? null : readRange(request.headers.get('range'), file.bytes);
  if (range === 'unsatisfiable') return plain(416, 'This file is shorter.', { 'Content-Range': `bytes */${file.bytes}` });
  const isHead = request.method === 'HEAD';
  const body = async () => (isHead ? null : (Readable.toWeb(await read(range ?? undefined)) as ReadableStream));
  if (range === null) return new Response(await body(), { headers: { ...headers, ...lengthHeaders(file.bytes) } });
  return new Response(await body(), { status: 206, headers: { ...headers, ...lengthHeaders(range.end - range.start + 1), 'Content-Range': `bytes ${range.start}-${range.end}/${file.bytes}` } });
}

/** A file for whoever may see it; for everybody else, signed in or not, it is *not found* like one that never was. */
export async function serveFile(request: Request, fileId: string, ticketId: string | null): Promise<Response> {
  const actor = await currentActor();
  const opened: OpenedFile = actor === null ? { state: 'not_found' } : await openFile(actor, fileId, ticketId);
  switch (opened.state) {
    case 'not_found': return plain(404, 'Not found.');
    case 'held': return plain(409, 'This file is being checked for viruses. Try again in a minute.', { 'Retry-After': '30' });
    case 'infected': return plain(410, 'This file was refused: the virus scanner found something in it. Its content was deleted.');
    case 'damaged': return plain(410, 'This file is damaged: what is stored is not what came. The Portal Team can see this and looks into it.');
    case 'open': return content(opened, request);
    default: return assertNever(opened);
  }
}
