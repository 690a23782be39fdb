import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormFiles, WaitingFile } from '@/ui/forms/files-frame';
import { LOST, sendUpload, type Sent } from '@/ui/forms/send-upload';
import { UploadQueue } from '@/ui/forms/upload-queue';

vi.mock('@/ui/forms/send-upload', async (original) => ({ ...(await original<object>()), sendUpload: vi.fn() }));

const file = (id: string, state: WaitingFile['state']): WaitingFile => ({ id, name: `${id}.pdf`, kindName: 'PDF', bytes: 200, state });
const form = (...waiting: WaitingFile[]): FormFiles => ({ place: 'contest:1', uploadKey: 'k', back: '/', waiting, limits: { fileBytes: 1000, ticketBytes: 5000, waitingBytes: 50_000 }, isScanned: true });
const says = (...waiting: WaitingFile[]): Sent => ({ answer: { waiting, added: [], refused: [] } });
const statesOf = (queue: UploadQueue) => queue.state().saved.map((f) => `${f.id} ${f.state}`);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(sendUpload).mockReset();
});

describe('the files of a form', () => {
  it('show what the virus scanner said without the page being loaded again', async () => {
    const queue = new UploadQueue(form(file('a', 'held'), file('b', 'held')));
    const leave = queue.subscribe(() => undefined);
    vi.mocked(sendUpload).mockResolvedValueOnce(says(file('a', 'clean'), file('b', 'held'))).mockResolvedValueOnce(says(file('a', 'clean'), file('b', 'infected')));
    await vi.advanceTimersByTimeAsync(2000);
    expect([statesOf(queue), queue.state().news]).toEqual([['a clean', 'b held'], 'Checked for viruses: a.pdf.']);
    await vi.advanceTimersByTimeAsync(3000);
    expect([statesOf(queue), queue.state().news]).toEqual([['a clean', 'b infected'], 'b.pdf was refused: the virus scanner found something in it.']);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sendUpload).toHaveBeenCalledTimes(2);
    leave();
  });

  it('are asked about ever more seldom, then no more, and not by a page that was left', async () => {
    vi.mocked(sendUpload).mockResolvedValue({ error: LOST });
    const queue = new UploadQueue(form(file('a', 'held')));
    const leave = queue.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([statesOf(queue), vi.mocked(sendUpload).mock.calls.length]).toEqual([['a held'], 12]);
    leave();
    const other = new UploadQueue(form(file('a', 'held')));
    other.subscribe(() => undefined)();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sendUpload).toHaveBeenCalledTimes(12);
  });

  it('are refused unsent, with the limit in words, when they are too large', () => {
    const queue = new UploadQueue(form());
    queue.add([new File(['x'.repeat(1001)], 'big.pdf')]);
    expect(queue.state().uploads.map((u) => [u.state, u.message])).toEqual([['refused', 'It is too large. One file can have up to 1 KB.']]);
    expect(queue.state().news).toBe('big.pdf was not added. It is too large. One file can have up to 1 KB.');
    expect(sendUpload).not.toHaveBeenCalled();
  });

  it('drop what was removed elsewhere, and keep what came after the question', async () => {
    const queue = new UploadQueue(form(file('gone', 'clean')));
    const answers: ((sent: Sent) => void)[] = [];
    vi.mocked(sendUpload).mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const looked = queue.look();
    queue.add([new File(['x'], 'new.pdf')]);
    answers[1]?.({ answer: { waiting: [], added: [file('new', 'clean')], refused: [] } });
    await vi.advanceTimersByTimeAsync(0);
    answers[0]?.(says());
    await looked;
    expect(statesOf(queue)).toEqual(['new clean']);
  });
});
