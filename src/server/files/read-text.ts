import { readWindows } from './read-windows';

const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

async function decodes(path: string, encoding: Encoding): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let head: string | null = null;
  for await (const { bytes, isLast } of readWindows(path, 0)) {
    try {
      const text = decoder.decode(bytes, { stream: !isLast });
      if (CONTROL.test(text)) return null;
      head ??= text.slice(0, 4096);
    } catch {
      return null;
    }
  }
  return head;
}

/**
 * The beginning of a file that is text throughout: UTF-8, UTF-16 with its mark, or Windows-1252, without NUL and other
 * characters that no text has. Null for anything else.
 */
export async function readTextHead(path: string, first: Buffer): Promise<string | null> {
  const encoding = encodingOf(first);
  return (await decodes(path, encoding)) ?? (encoding === 'utf-8' ? decodes(path, 'windows-1252') : null);
}
