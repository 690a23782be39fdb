import autocannon from 'autocannon';
import type { Post } from './forms';

/** So many requests over so many connections, from the first to the last answer; how many a second. */
async function load(given: autocannon.Options, amount: number, expected: '2xx' | '3xx'): Promise<number> {
  const started = performance.now();
  // It looks for its end at each sample only.
  const result = await autocannon({ ...given, amount, sampleInt: 5 });
  const seconds = (performance.now() - started) / 1000;
  if (result[expected] !== amount) throw new Error(`${given.url}: ${amount - result[expected]} of ${amount} requests failed.`);
  return amount / seconds;
}

/** How often a second a page is answered; each answer must be the page. */
export function loadPage(url: string, cookie: string, connections: number, amount: number): Promise<number> {
  return load({ url, connections, headers: { cookie } }, amount, '2xx');
}

/** How many forms a second are taken that are sent once each; each must be answered by the way to its next page. */
export function loadForms(url: string, posts: readonly Post[], connections: number): Promise<number> {
  const waiting = [...posts];
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const post = waiting.shift();
    return post === undefined ? request : { ...request, method: 'POST', path: post.path, headers: { ...request.headers, ...post.headers }, body: post.body };
  };
  return load({ url, connections, requests: [{ setupRequest }] }, posts.length, '3xx');
}
