import type { FileLimits, FileState } from '@/domain/tickets/files';

/** The fields by which a form with files says to which act of what they belong; no command knows them. */
export const FILES_FRAME = { place: 'filesPlace', key: 'filesKey', back: 'filesBack', chosen: 'upload', remove: 'removeFile' } as const;

const NAMES: readonly string[] = Object.values(FILES_FRAME);

export function isFilesFrame(name: string): boolean {
  return NAMES.includes(name);
}

export const UPLOAD_PATH = '/files/upload';

/** A file that was uploaded for a form and waits there until the form is sent. */
export type WaitingFile = { id: string; name: string; kindName: string; bytes: number; state: FileState };

/** What the server tells a form about its files; `formFiles` makes it. */
export type FormFiles = {
  /** `action:id` of the act and its ticket or draft. */
  place: string;
  /** Proves that this page was made for this person. */
  uploadKey: string;
  /** The page's own path, for browsers without script. */
  back: string;
  waiting: readonly WaitingFile[];
  limits: FileLimits;
  /** Files are looked at by a virus scanner before anybody can open them. */
  isScanned: boolean;
};

/** What `/files/upload` answers a script; `waiting` is all that the form has now, with what the virus scanner said of it. */
export type UploadAnswer = { waiting: WaitingFile[]; added: WaitingFile[]; refused: { name: string; message: string }[] };
