import { FILES_FRAME, type FormFiles, type WaitingFile } from './files-frame';
import { frameOf, LOST, sendUpload } from './send-upload';

/** One file between its choice and its end: kept by the server, or not. */
export type Upload = { key: number; file: File; state: 'waiting' | 'sending' | 'failed' | 'refused'; percent: number; message: string };

export type UploadState = {
  saved: readonly WaitingFile[];
  uploads: readonly Upload[];
  /** What a screen reader hears next. */
  news: string;
};

const AT_ONCE = 2;

/** The files of a form as they are chosen, sent two at a time, kept, tried again and removed. */
export class UploadQueue {
  #state: UploadState;
  #nextKey = 1;
  readonly #listeners = new Set<() => void>();

  constructor(readonly files: FormFiles) {
    this.#state = { saved: files.waiting, uploads: [], news: '' };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): UploadState => this.#state;

  readonly add = (chosen: readonly File[]): void => {
    const made = chosen.map((file): Upload => {
      const isTooLarge = file.size > this.files.limits.fileBytes;
      return { key: this.#nextKey++, file, percent: 0, state: isTooLarge ? 'refused' : 'waiting', message: isTooLarge ? 'It is too large.' : '' };
    });
    const [first] = made;
    if (first === undefined) return;
    this.#set({ uploads: [...this.#state.uploads, ...made], news: made.length === 1 ? `Adding ${first.file.name}.` : `Adding ${made.length} files.` });
    this.#pump();
  };

  readonly retry = (key: number): void => {
    this.#change(key, { state: 'waiting', percent: 0, message: '' });
    this.#pump();
  };

  readonly dismiss = (key: number): void => this.#set({ uploads: this.#state.uploads.filter((u) => u.key !== key) });

  readonly remove = async (file: WaitingFile): Promise<void> => {
    const form = frameOf(this.files);
    form.set(FILES_FRAME.remove, file.id);
    const sent = await sendUpload(form, () => undefined);
    if ('error' in sent) this.#set({ news: `${file.name} was not removed. ${sent.error}` });
    else this.#set({ saved: this.#state.saved.filter((f) => f.id !== file.id), news: `${file.name} was removed.` });
  };

  #set(part: Partial<UploadState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  #change(key: number, part: Partial<Upload>): void {
    this.#set({ uploads: this.#state.uploads.map((u) => (u.key === key ? { ...u, ...part } : u)) });
  }

  #pump(): void {
    const room = AT_ONCE - this.#state.uploads.filter((u) => u.state === 'sending').length;
    for (const upload of this.#state.uploads.filter((u) => u.state === 'waiting').slice(0, Math.max(0, room))) void this.#send(upload);
  }

  async #send({ key, file }: Upload): Promise<void> {
    this.#change(key, { state: 'sending' });
    const form = frameOf(this.files);
    form.set(FILES_FRAME.chosen, file, file.name);
    const sent = await sendUpload(form, (percent) => this.#change(key, { percent }));
    const kept = 'error' in sent ? undefined : sent.answer.added[0];
    if (kept !== undefined) this.#set({ uploads: this.#state.uploads.filter((u) => u.key !== key), saved: [...this.#state.saved, kept], news: `${file.name} was added.` });
    else {
      const message = 'error' in sent ? sent.error : (sent.answer.refused[0]?.message ?? LOST);
      this.#change(key, { state: 'error' in sent ? 'failed' : 'refused', message });
      this.#set({ news: `${file.name} was not added. ${message}` });
    }
    this.#pump();
  }
}
