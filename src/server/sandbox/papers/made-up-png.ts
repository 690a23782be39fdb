import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [480, 300];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** 0 white, 1 navy, 2 grey: a bar on top, then rows of a table of made-up length. */
function shade(x: number, y: number, rowLengths: readonly number[]): number {
  if (y < 36) return 1;
  const row = Math.floor((y - 56) / 24);
  const isInk = row >= 0 && (y - 56) % 24 < 10 && x > 24 && x < 24 + (rowLengths[row] ?? 0);
  return isInk ? 2 : 0;
}

/** A picture that looks like a print of a claims screen and says nothing. */
export function madeUpPng(rowLengths: readonly number[]): Buffer {
  const rows = Buffer.alloc(HEIGHT * (WIDTH + 1));
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) rows[y * (WIDTH + 1) + x + 1] = shade(x, y, rowLengths);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from('ffffff13294bb4bdca', 'hex');
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
