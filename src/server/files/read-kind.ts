import { stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { extensionOf, KIND_FACTS, FILE_KINDS, type FileKind } from '@/domain/tickets/files';
import type { ContentRefusal } from '@/domain/tickets/file-refusal';
import { err, ok, type Result } from '@/shared/result';
import { pdfNeedsPassword } from './pdf-password';
import { readTextHead } from './read-text';
import { readAt, readWindows } from './read-windows';

const BY_TYPE: Record<string, FileKind> = { pdf: 'pdf', png: 'png', apng: 'png', jpg: 'jpeg', tif: 'tiff', heic: 'heic', docx: 'docx', xlsx: 'xlsx' };
const ARCHIVES = new Set(['zip', 'tar', 'tar.gz', 'rar', 'gz', 'bz2', '7z', 'xz', 'lz', 'lz4', 'lzh', 'zst', 'Z', 'cab', 'arj', 'ace', 'cpio', 'ar', 'deb', 'rpm', 'iso', 'dmg', 'jar', 'apk', 'crx', 'xpi', 'asar', 'epub']);
const WITH_MACROS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm']);
const TEXT_KINDS: Record<string, FileKind> = { csv: 'csv', txt: 'txt', eml: 'eml', '': 'txt' };

type Refused = Result<never, ContentRefusal>;
const refused = (reason: ContentRefusal['reason'], found?: string): Refused => err({ reason, ...(found !== undefined && { found }) });

/** A name without an ending does not lie; any other must end as the kind's names do. */
function checkName(kind: FileKind, extension: string): Result<FileKind, ContentRefusal> {
  const names: readonly string[] = KIND_FACTS[kind].extensions;
  return extension === '' || names.includes(extension) ? ok(kind) : refused('name', KIND_FACTS[kind].name);
}

/** An Office file with a password is a compound file around the encrypted package. */
async function isEncryptedOffice(path: string): Promise<boolean> {
  const wanted = Buffer.from('EncryptedPackage', 'utf16le');
  for await (const { bytes } of readWindows(path, wanted.length)) if (bytes.includes(wanted)) return true;
  return false;
}

/** A text that a name calls an e-mail begins with header lines. */
function looksLikeMail(head: string): boolean {
  return /^(?:From .*\n)?[!-9;-~]+:[ \t]?/.test(head.replace(/^\ufeff/, '')) && /^(from|to|date|subject|received|return-path|message-id|mime-version):/im.test(head);
}

/** A text's kind is told by its name alone. */
async function textKind(path: string, extension: string): Promise<Result<FileKind, ContentRefusal> | null> {
  const head = await readTextHead(path, await readAt(path, 0, 4));
  if (head === null) return null;
  const kind = TEXT_KINDS[extension];
  if (kind === undefined) return FILE_KINDS.some((k) => (KIND_FACTS[k].extensions as readonly string[]).includes(extension)) ? refused('name', 'text') : refused('unknown');
  return kind === 'eml' && !looksLikeMail(head) ? refused('name', 'text') : ok(kind);
}

/**
 * What a file is, by its content: one of the kinds that are taken, with a name that says the same; or why it is refused.
 * The name decides between kinds of text alone.
 */
export async function readKind(path: string, name: string): Promise<Result<FileKind, ContentRefusal>> {
  if ((await stat(path)).size === 0) return refused('empty');
  const extension = extensionOf(name);
  const type = (await fileTypeFromFile(path).catch(() => undefined))?.ext;
  const kind = type === undefined ? undefined : BY_TYPE[type];
  if (kind !== undefined) {
    if (kind === 'pdf' && (await pdfNeedsPassword(path))) return refused('password');
    return checkName(kind, extension);
  }
  const text = await textKind(path, extension);
  if (text !== null) return text;
  if (type === 'cfb') return (await isEncryptedOffice(path)) ? refused('password') : refused('old_office');
  if (type !== undefined && WITH_MACROS.has(type)) return refused('macros');
  return type !== undefined && ARCHIVES.has(type) ? refused('archive') : refused('unknown');
}
