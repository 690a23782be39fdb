import { refusalWords } from '@/domain/tickets/file-refusal';
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

/** After so many milliseconds a page asks what the virus scanner said, then ever more seldom, then no more. */
const FIRST_LOOK_MS = 2000;
const SLOWER = 1.5;
const MOST_LOOKS = 12;

/** The files of a form as they are chosen, sent two at a time, kept, tried again and removed. */
export class UploadQueue {
  #state: UploadState;
  #nextKey = 1;
  #looks = 0;
  #nextLook: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(readonly files: FormFiles) {
    this.#state = { saved: files.waiting, uploads: [], news: '' };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#lookLater();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#forgetLook();
    };
  };

  readonly state = (): UploadState => this.#state;

  readonly add = (chosen: readonly File[]): void => {
    const limitBytes = this.files.limits.fileBytes;
    const tooLarge = refusalWords({ reason: 'file_too_large', limitBytes });
    const made = chosen.map((file): Upload => {
      const isTooLarge = file.size > limitBytes;
      return { key: this.#nextKey++, file, percent: 0, state: isTooLarge ? 'refused' : 'waiting', message: isTooLarge ? tooLarge : '' };
    });
    const [first] = made;
    if (first === undefined) return;
    const refused = made.filter((u) => u.state === 'refused').map((u) => `${u.file.name} was not added. ${u.message}`);
    const going = made.length - refused.length;
    const adding = going === 0 ? [] : [made.length === 1 ? `Adding ${first.file.name}.` : `Adding ${going} ${going === 1 ? 'file' : 'files'}.`];
    this.#set({ uploads: [...this.#state.uploads, ...made], news: [...refused, ...adding].join(' ') });
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

  /** Asks how the files are that the server keeps: what the virus scanner said, and which of them somebody removed. */
  readonly look = async (): Promise<void> => {
    const asked = new Set(this.#state.saved.map((f) => f.id));
    const sent = await sendUpload(frameOf(this.files), () => undefined);
    if ('answer' in sent) this.#learn(sent.answer.waiting, asked);
    this.#lookLater();
  };

  #learn(waiting: readonly WaitingFile[], asked: ReadonlySet<string>): void {
    const now = new Map(waiting.map((f) => [f.id, f]));
    const before = this.#state.saved;
    // What was added since the question is not in its answer.
    const saved = before.filter((f) => now.has(f.id) || !asked.has(f.id)).map((f) => now.get(f.id) ?? f);
    const judged = saved.filter((f) => f.state !== 'held' && before.some((b) => b.id === f.id && b.state === 'held'));
    const refused = judged.filter((f) => f.state === 'infected').map((f) => `${f.name} was refused: the virus scanner found something in it.`);
    const news = refused.length > 0 ? refused.join(' ') : judged.length > 0 ? `Checked for viruses: ${judged.map((f) => f.name).join(', ')}.` : this.#state.news;
    this.#set({ saved, news });
  }

  #forgetLook(): void {
    clearTimeout(this.#nextLook);
    this.#nextLook = undefined;
  }

  #lookLater(): void {
    const isOver = this.#looks >= MOST_LOOKS || this.#listeners.size === 0 || !this.#state.saved.some((f) => f.state === 'held');
    if (isOver || this.#nextLook !== undefined) return;
    this.#nextLook = setTimeout(() => {
      this.#nextLook = undefined;
      void this.look();
    }, FIRST_LOOK_MS * SLOWER ** this.#looks++);
  }

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
    if (kept !== undefined) {
      this.#set({ uploads: this.#state.uploads.filter((u) => u.key !== key), saved: [...this.#state.saved, kept], news: `${file.name} was added.` });
      this.#looks = 0;
      this.#lookLater();
    } else {
      const message = 'error' in sent ? sent.error : (sent.answer.refused[0]?.message ?? LOST);
      this.#change(key, { state: 'error' in sent ? 'failed' : 'refused', message });
      this.#set({ news: `${file.name} was not added. ${message}` });
    }
    this.#pump();
  }
}
