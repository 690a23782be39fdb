import { open } from 'node:fs/promises';

const STEP = 256 * 1024;

/** Reads a file in windows of steady size, each beginning with the last `overlap` bytes of the one before. */
export async function* readWindows(path: string, overlap: number): AsyncGenerator<{ at: number; bytes: Buffer; isLast: boolean }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    for (let at = 0; at < size; at += STEP) {
      const from = Math.max(0, at - overlap);
      const window = Buffer.alloc(Math.min(size, at + STEP) - from);
      await handle.read(window, 0, window.length, from);
      yield { at: from, bytes: window, isLast: at + STEP >= size };
    }
  } finally {
    await handle.close();
  }
}

/** Up to `length` bytes from `at` on. */
export async function readAt(path: string, at: number, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
