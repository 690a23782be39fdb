import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { lengthHeaders, sayLength } from '@/server/http/known-length';

async function answerOf(give: (response: ServerResponse) => void): Promise<Response> {
  const server = createServer((_, response) => {
    sayLength(response);
    give(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await answer.text();
  server.close();
  return answer;
}

/** As Next writes what a route answers: header by header, then piece by piece. */
function asNext(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) if (name !== 'Content-Length') response.appendHeader(name, value);
  response.write('12');
  response.end('345');
}

it('an answer says the length that its route gave, and never under the inner name', async () => {
  const { headers } = await answerOf((response) => asNext(response, lengthHeaders(5)));
  expect([headers.get('content-length'), headers.get('transfer-encoding'), headers.get('x-portal-length')]).toEqual(['5', null, null]);
});

it('an answer without one, or one that is packed on its way, is sent as before', async () => {
  const plain = await answerOf((response) => asNext(response, {}));
  expect([plain.headers.get('content-length'), plain.headers.get('transfer-encoding')]).toEqual([null, 'chunked']);
  const direct = await answerOf((response) => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no'));
  expect([direct.status, direct.headers.get('content-type')]).toEqual([404, 'text/plain']);
  const packed = await answerOf((response) => asNext(response, { ...lengthHeaders(99), 'Content-Encoding': 'identity' }));
  expect(packed.headers.get('content-length')).toBeNull();
});
