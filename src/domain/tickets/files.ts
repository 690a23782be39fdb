/** What may be attached; decided by a file's content, not by its name. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'tiff', 'heic', 'docx', 'xlsx', 'csv', 'txt', 'eml'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

type KindFacts = {
  /** How people call it. */
  name: string;
  contentType: string;
  /** How a name that does not lie ends; the first is added where a name has no ending. */
  extensions: readonly [string, ...string[]];
  /** Every browser shows it, so it can be looked at without a download. */
  isViewable: boolean;
};

export const KIND_FACTS = {
  pdf: { name: 'PDF', contentType: 'application/pdf', extensions: ['pdf'], isViewable: true },
  png: { name: 'PNG picture', contentType: 'image/png', extensions: ['png'], isViewable: true },
  jpeg: { name: 'JPEG picture', contentType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe'], isViewable: true },
  tiff: { name: 'TIFF picture', contentType: 'image/tiff', extensions: ['tif', 'tiff'], isViewable: false },
  heic: { name: 'HEIC picture', contentType: 'image/heic', extensions: ['heic', 'heif'], isViewable: false },
  docx: { name: 'Word document', contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'], isViewable: false },
  xlsx: { name: 'Excel workbook', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'], isViewable: false },
  csv: { name: 'CSV table', contentType: 'text/csv', extensions: ['csv'], isViewable: false },
  txt: { name: 'text', contentType: 'text/plain', extensions: ['txt'], isViewable: false },
  eml: { name: 'e-mail', contentType: 'message/rfc822', extensions: ['eml'], isViewable: false },
} as const satisfies Record<FileKind, KindFacts>;

export const KINDS_IN_WORDS = 'PDF, PNG, JPEG, TIFF, HEIC, DOCX, XLSX, CSV, TXT and EML';

/** What a file chooser offers. */
export const ACCEPTED_EXTENSIONS = FILE_KINDS.flatMap((kind) => KIND_FACTS[kind].extensions.map((ext) => `.${ext}`)).join(',');

export function kindFacts(kind: FileKind): KindFacts {
  return KIND_FACTS[kind];
}

/** How far a file has come. `storing`: its bytes are not all kept yet. `held`: waits for the virus scanner. */
export const FILE_STATES = ['storing', 'held', 'clean', 'not_scanned', 'infected'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Most files that one act can attach. */
export const MAX_FILES = 50;

/** `waitingBytes`: all that one person has added at forms and not sent yet. */
export type FileLimits = { fileBytes: number; ticketBytes: number; waitingBytes: number };

/** So many tickets' worth of files of one person can wait at forms; nobody who works with them comes near it. */
const WAITING_TICKETS = 10;
const MEGABYTE = 1024 * 1024;

function megabytes(setting: string | undefined, otherwise: number): number {
  const value = Number(setting);
  return (Number.isFinite(value) && value > 0 ? value : otherwise) * MEGABYTE;
}

/** 50 MB a file and 500 MB a ticket, unless the settings `files.max_file_mb` and `files.max_ticket_mb` say otherwise. */
export function fileLimits(settings: ReadonlyMap<string, string>): FileLimits {
  const ticketBytes = megabytes(settings.get('files.max_ticket_mb'), 500);
  return { fileBytes: megabytes(settings.get('files.max_file_mb'), 50), ticketBytes, waitingBytes: WAITING_TICKETS * ticketBytes };
}

/** A size as people read it: `840 bytes`, `12 KB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`;
  const size = bytes / MEGABYTE;
  return `${size < 10 && !Number.isInteger(size) ? size.toFixed(1) : Math.round(size).toLocaleString('en-US')} MB`;
}

/** The joiners stay: words of some scripts and some pictures need them. */
const UNSHOWABLE = /[\p{Cc}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** A file's name as it is shown: the last part of a path, without characters that hide or turn around what it says. */
export function displayName(given: string): string {
  const last = given.toWellFormed().replace(UNSHOWABLE, '').split(/[/\\]/).at(-1)?.trim() ?? '';
  if (last === '' || last === '.' || last === '..') return 'file';
  const ending = extensionOf(last);
  return last.length <= 150 ? last : `${last.slice(0, 150 - ending.length - 2)}…${ending === '' ? '' : `.${ending}`}`;
}

/** The ending of a name in lower case, without its dot; empty where it has none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
