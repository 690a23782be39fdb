import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isFromOwnPage } from '@/server/http/own-page';
import { readRange } from '@/server/http/read-range';
import { fileHeaders } from '@/server/http/file-headers';
import { isUpload, routeLargeForm } from '@/server/http/upload-route';

describe('a Range header', () => {
  it.each<[string | null, ReturnType<typeof readRange>]>([
    [null, null],
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-4', { start: 6, end: 9 }],
    ['bytes=-40', { start: 0, end: 9 }],
    ['bytes=8-400', { start: 8, end: 9 }],
    ['bytes=10-12', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=3-2', null],
    ['bytes=0-1,4-5', null],
    ['lines=0-1', null],
    ['bytes=-', null],
    ['bytes=99999999999999999999-', null],
  ])('%s', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });
});

describe('where an upload may come from', () => {
  const from = (headers: Record<string, string>) => isFromOwnPage(new Headers(headers));
  it.each<[Record<string, string>, boolean]>([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://portal.example', host: 'portal.example' }, false],
    [{ origin: 'https://portal.example', host: 'portal.example' }, true],
    [{ origin: 'https://evil.example', host: 'portal.example' }, false],
    [{ origin: 'null', host: 'portal.example' }, false],
    [{ host: 'portal.example' }, false],
  ])('%j: %s', (headers, isOwn) => {
    expect(from(headers)).toBe(isOwn);
  });
});

describe('a large form without script', () => {
  const request = (change: Partial<IncomingMessage>) => ({ method: 'POST', url: '/tickets/x/contest', headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '2000000' }, ...change }) as IncomingMessage;
  const routed = (change: Partial<IncomingMessage>) => {
    const asked = request(change);
    routeLargeForm(asked);
    return asked.url;
  };
  it('goes to the route for uploads; a small one, a script’s and any other body stay where they are', () => {
    expect(routed({})).toBe('/files/upload?direct=1');
    expect(routed({ headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '20000' } })).toBe('/tickets/x/contest');
    expect(routed({ headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '2000000', 'next-action': 'abc' } })).toBe('/tickets/x/contest');
    expect(routed({ headers: { 'content-type': 'text/plain', 'content-length': '2000000' } })).toBe('/tickets/x/contest');
    expect(routed({ method: 'GET' })).toBe('/tickets/x/contest');
    expect([isUpload(request({ url: '/files/upload?direct=1' })), isUpload(request({})), isUpload(request({ method: 'GET', url: '/files/upload' }))]).toEqual([true, false, false]);
  });
});

it('nothing runs in a file that is given out, and nobody guesses its kind', () => {
  for (const shown of ['download', 'picture', 'pdf'] as const) {
    const headers = fileHeaders(shown);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none'/);
    expect(headers['Content-Security-Policy']).not.toContain('script-src');
    expect(headers['Content-Security-Policy']?.includes('sandbox')).toBe(shown !== 'pdf');
  }
});
