import { Refusal } from './limits';

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark shows itself by a NUL in every other byte. */
function nulSide(bytes: Uint8Array): 'even' | 'odd' | null {
  const head = bytes.subarray(0, 1000);
  const nuls = (rest: number) => head.filter((byte, i) => byte === 0 && i % 2 === rest).length;
  const [even, odd] = [nuls(0), nuls(1)];
  if (odd > head.length / 4 && even === 0) return 'odd';
  return even > head.length / 4 && odd === 0 ? 'even' : null;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const side = nulSide(bytes);
  if (side !== null) return side === 'odd' ? 'utf-16le' : 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The signs that Windows-1252 has where Latin-1 has none. NB: not every version of Node knows them. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS.charAt(sign.charCodeAt(0) - 0x80));
}

/** A text file as text, however it was saved: UTF-8 with or without its mark, UTF-16, or Windows-1252 as older Excel does. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = encoding === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(encoding).decode(bytes);
  if (text.includes('\u0000')) throw new Refusal('This file is neither a CSV text nor an Excel workbook (.xlsx).');
  return text;
}
