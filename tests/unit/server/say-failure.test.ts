import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { sayFailure } from '@/server/http/say-failure';

async function ask(answer: RequestListener): Promise<[number, string | null, string]> {
  const server = createServer((request, response) => {
    sayFailure(response, true);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const got = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const said: [number, string | null, string] = [got.status, got.headers.get('content-type'), await got.text()];
  server.close();
  return said;
}

it.each([false, true])('gives a page to a failure that came without one, its head sent before: %s', async (isHeadFirst) => {
  const [status, type, page] = await ask((_request, response) => {
    response.statusCode = 500;
    // As the framework's compression does it.
    if (isHeadFirst) response.writeHead(response.statusCode);
    response.end();
  });
  expect([status, type]).toEqual([500, 'text/html; charset=utf-8']);
  expect(page).toContain('<h1>The portal cannot answer right now</h1>');
});

it.each([[500, 'text/html', 'An error page'], [500, 'application/json', '{"error":"x"}'], [404, 'text/plain', 'Not found.'], [200, 'text/csv', 'a,b']])('leaves %i %s as it is', async (status, type, body) => {
  const answer: RequestListener = (_request, response) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(body);
  };
  expect(await ask(answer)).toEqual([status, type, body]);
});

it('leaves an answer without words that is no failure', async () => {
  const answer: RequestListener = (_request, response) => {
    response.statusCode = 204;
    response.end();
  };
  expect(await ask(answer)).toEqual([204, null, '']);
});
