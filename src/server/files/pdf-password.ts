import { createCipheriv, createHash } from 'node:crypto';
import { readAt, readWindows } from './read-windows';

/** What a user password is padded with; alone it stands for an empty one (ISO 32000-1, 7.6.3.3). */
const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

type Encryption = { revision: number; keyBytes: number; permissions: number; owner: Buffer; user: Buffer; firstId: Buffer; encryptsMetadata: boolean };

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number) => box[i & 255] ?? 0;
  const swap = (a: number, b: number) => {
    [box[a], box[b]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  }));
}

/** Revisions 2 to 4: does the key of an empty password give the stored check value? */
function opensWithRc4({ revision, keyBytes, permissions, owner, user, firstId, encryptsMetadata }: Encryption): boolean {
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions | 0);
  const length = revision === 2 ? 5 : keyBytes;
  let key = md5(PAD, owner.subarray(0, 32), flags, firstId, revision >= 4 && !encryptsMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0));
  if (revision >= 3) for (let i = 0; i < 50; i += 1) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  if (revision === 2) return rc4(key, PAD).equals(user.subarray(0, 32));
  let check = rc4(key, md5(PAD, firstId));
  for (let i = 1; i < 20; i += 1) check = rc4(Buffer.from(key.map((b) => b ^ i)), check);
  return check.equals(user.subarray(0, 16));
}

/** The hardened hash of revision 6 (ISO 32000-2, algorithm 2.B) of an empty user password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512').update(mixed).digest();
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

function opensWithAes({ revision, user }: Encryption): boolean {
  const salt = user.subarray(32, 40);
  const hash = revision === 5 ? createHash('sha256').update(salt).digest() : hardenedHash(salt);
  return hash.equals(user.subarray(0, 32));
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Far more than the longest of the strings that encryption knows, every byte of it written as `\ddd`. */
const MOST_STRING = 1024;

/** A string of PDF, `<…>` or `(…)`, that begins at `from`; null when none does. What is longer than any that is looked for is cut. */
function pdfString(whole: string, from: number): Buffer | null {
  const text = whole.slice(from, from + MOST_STRING);
  const hex = /^\s*<([0-9A-Fa-f\s]*)>/.exec(text);
  if (hex !== null) return Buffer.from((hex[1] ?? '').replace(/\s/g, ''), 'hex');
  let i = /^\s*/.exec(text)?.[0].length ?? 0;
  if (text[i] !== '(') return null;
  let [out, depth] = ['', 1];
  for (i += 1; i < text.length && depth > 0; i += 1) {
    const ch = text[i] ?? '';
    if (ch === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1))?.[0];
      if (octal !== undefined) out += String.fromCharCode(parseInt(octal, 8) & 255);
      else if (!/[\r\n]/.test(text[i + 1] ?? '')) out += ESCAPES[text[i + 1] ?? ''] ?? text[i + 1] ?? '';
      i += octal?.length ?? 1;
      continue;
    }
    depth += ch === '(' ? 1 : ch === ')' ? -1 : 0;
    if (depth > 0) out += ch;
  }
  return Buffer.from(out, 'latin1');
}

function stringOf(dictionary: string, name: string): Buffer {
  const found = new RegExp(`/${name}(?=[\\s<(])`).exec(dictionary);
  return (found === null ? null : pdfString(dictionary, found.index + name.length + 1)) ?? Buffer.alloc(0);
}

function numberOf(dictionary: string, name: string): number | null {
  const found = new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary)?.[1];
  return found === undefined ? null : Number(found);
}

function readEncryption(dictionary: string, firstId: Buffer): Encryption | null {
  const revision = numberOf(dictionary, 'R');
  if (!/\/Filter\s*\/Standard\b/.test(dictionary) || revision === null) return null;
  const version = numberOf(dictionary, 'V') ?? 0;
  const bits = version >= 4 ? 128 : (numberOf(dictionary, 'Length') ?? 40);
  return { revision, keyBytes: bits / 8, permissions: numberOf(dictionary, 'P') ?? 0, owner: stringOf(dictionary, 'O'), user: stringOf(dictionary, 'U'), firstId, encryptsMetadata: !/\/EncryptMetadata\s+false/.test(dictionary) };
}

type Trail = { reference: string | null; firstId: Buffer; dictionaryAt: number | null; isEncrypted: boolean };

/** A window holds a trailer or two; so many marks of one are read, the last ones, however many a file was filled with. */
const MOST_IDS = 8;

/** Looks through the whole file for its trailers and the object that they name, a window at a time. */
async function findTrail(path: string): Promise<Trail> {
  const trail: Trail = { reference: null, firstId: Buffer.alloc(0), dictionaryAt: null, isEncrypted: false };
  for await (const { at, bytes } of readWindows(path, 4096)) {
    const text = bytes.toString('latin1');
    for (const match of text.matchAll(/\/Encrypt(?:\s+(\d{1,10})\s+(\d{1,10})\s+R|\s*<<)/g)) {
      trail.isEncrypted = true;
      if (match[1] === undefined) trail.dictionaryAt = at + match.index;
      else trail.reference = `${match[1]} ${match[2]}`;
    }
    for (const match of [...text.matchAll(/\/ID\s*\[/g)].slice(-MOST_IDS)) trail.firstId = pdfString(text, match.index + match[0].length) ?? trail.firstId;
  }
  return trail;
}

async function findObject(path: string, reference: string): Promise<number | null> {
  const head = new RegExp(`(?:^|[^0-9])${reference.replace(' ', '\\s+')}\\s+obj\\b`);
  for await (const { at, bytes } of readWindows(path, 64)) {
    const match = head.exec(bytes.toString('latin1'));
    if (match !== null) return at + match.index;
  }
  return null;
}

/**
 * Does a PDF need a password to open? One that only forbids printing or copying opens with an empty one. Encryption that
 * cannot be read counts as needing a password, since nobody can look inside.
 */
export async function pdfNeedsPassword(path: string): Promise<boolean> {
  const trail = await findTrail(path);
  if (!trail.isEncrypted) return false;
  const at = trail.dictionaryAt ?? (trail.reference === null ? null : await findObject(path, trail.reference));
  if (at === null) return true;
  const encryption = readEncryption((await readAt(path, at, 8192)).toString('latin1').split('endobj')[0] ?? '', trail.firstId);
  if (encryption === null || encryption.user.length < 32) return true;
  if (encryption.revision >= 2 && encryption.revision <= 4) return !opensWithRc4(encryption);
  return encryption.revision === 5 || encryption.revision === 6 ? !opensWithAes(encryption) : true;
}
