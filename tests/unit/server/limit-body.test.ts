import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '@/server/http/body-limit';
import { limitBody } from '@/server/http/limit-body';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

let ended = 0;

/** A server that reads the whole body and answers with its length, as the framework would. */
async function givenServer(): Promise<number> {
  const made = createServer((request, response) => {
    limitBody(request, response, true);
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      ended += 1;
      if (!response.writableEnded) response.end(String(bytes));
    });
    request.on('error', () => undefined);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return (made.address() as AddressInfo).port;
}

type Answer = { status: number | undefined; headers: Record<string, unknown>; body: string };

function post(port: number, bytes: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ port, host: '127.0.0.1', method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    outgoing.on('error', reject);
    // What is still being sent when the server hangs up fails after the answer is there.
    outgoing.on('socket', (socket) => socket.on('error', () => undefined));
    for (let left = bytes; left > 0; left -= 50_000) outgoing.write('x'.repeat(Math.min(left, 50_000)));
    outgoing.end();
  });
}

describe('a body that came without a length', () => {
  it('is read when it is within the limit', async () => {
    expect(await post(await givenServer(), MAX_BODY_BYTES)).toMatchObject({ status: 200, body: String(MAX_BODY_BYTES) });
  });

  it.each([MAX_BODY_BYTES + 1, 12 * MAX_BODY_BYTES])('is refused with 413 at %i bytes, and half of it is never taken for the whole', async (bytes) => {
    const before = ended;
    const answer = await post(await givenServer(), bytes);
    expect(ended).toBe(before);
    expect(answer.status).toBe(413);
    expect(answer.body).toContain('This is too much to send at once');
    expect(answer.headers).toMatchObject({ 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'x-content-type-options': 'nosniff' });
    expect(answer.headers['strict-transport-security']).toBeDefined();
  });
});
