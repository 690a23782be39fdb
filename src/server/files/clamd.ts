import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { Scanner } from '../site-scanner';

export type ScanResult = { verdict: 'clean' } | { verdict: 'infected'; found: string };

/** `stream: OK`, `stream: Eicar-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`. */
function readReply(reply: string): ScanResult {
  const text = reply.replaceAll('\0', '').trim();
  if (text === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found !== undefined) return { verdict: 'infected', found };
  throw new Error(`The virus scanner did not judge the file: ${text === '' ? 'it closed the connection' : text}`);
}

function sizePrefix(bytes: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
}

/**
 * Has a stream judged by clamd over its INSTREAM command: chunks behind their length, a length of 0 at the end. Throws
 * when no judgement is to be had, such as without a connection or over the scanner's own size limit.
 */
export async function scanStream(scanner: Scanner, bytes: Readable, idleMs = 60_000): Promise<ScanResult> {
  const socket = connect({ host: scanner.host, port: scanner.port });
  socket.setTimeout(idleMs, () => socket.destroy(new Error('The virus scanner does not answer')));
  const replied = new Promise<string>((resolve, reject) => {
    let reply = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      reply += text;
    });
    socket.on('end', () => resolve(reply));
    socket.on('close', () => resolve(reply));
    socket.on('error', (error) => (reply === '' ? reject(error) : resolve(reply)));
  });
  replied.catch(() => undefined);
  const write = (data: Buffer) =>
    new Promise<void>((resolve) => {
      // It may have answered and closed already, as it does over its size limit; the reply says why.
      if (socket.destroyed || socket.writableEnded) return resolve();
      socket.write(data, () => resolve());
    });
  try {
    await write(Buffer.from('zINSTREAM\0'));
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (socket.destroyed) break;
      await write(sizePrefix(chunk.length));
      await write(chunk);
    }
    await write(sizePrefix(0));
    return readReply(await replied);
  } finally {
    bytes.destroy();
    socket.destroy();
  }
}
