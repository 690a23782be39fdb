import autocannon from 'autocannon';
import type { Post } from './forms';

/** Requests per second, and the milliseconds within which half of them were answered. */
export type Rate = { perSecond: number; medianMs: number };

function rateOf(result: autocannon.Result, url: string, expected: number): Rate {
  const failed = result.errors + result.timeouts + result.requests.total - expected;
  if (result.requests.total === 0 || failed > 0) throw new Error(`${url}: ${failed} of ${result.requests.total} requests failed.`);
  return { perSecond: result.requests.total / result.duration, medianMs: result.latency.p50 };
}

/** How often a page is answered in `seconds` over so many connections; each answer must be the page. */
export async function loadPage(url: string, cookie: string, connections: number, seconds: number): Promise<Rate> {
  const given = { url, connections, headers: { cookie } };
  await autocannon({ ...given, duration: 1 });
  const result = await autocannon({ ...given, duration: seconds });
  return rateOf(result, url, result['2xx']);
}

/** How fast forms are taken that are sent once each; each must be answered by the way to its next page. */
export async function loadForms(url: string, posts: readonly Post[], connections: number): Promise<Rate> {
  const waiting = [...posts];
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const post = waiting.shift();
    return post === undefined ? request : { ...request, method: 'POST', path: post.path, headers: { ...request.headers, ...post.headers }, body: post.body };
  };
  const result = await autocannon({ url, connections, amount: posts.length, requests: [{ setupRequest }] });
  return rateOf(result, `${url}, forms`, result['3xx']);
}
