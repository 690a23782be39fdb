import { PASSWORD } from './people';

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const plain = (text: string) => text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** The hidden fields of a form as a browser without script would send them. */
function hiddenFields(html: string, label: string): FormData {
  const form = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => attribute(text, 'aria-label') === label);
  if (form === undefined) throw new Error(`The page has no form “${label}”.`);
  const data = new FormData();
  for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) data.append(attribute(tag, 'name'), attribute(tag, 'value'));
  return data;
}

/** A page's HTML for whoever holds the cookie; anything but the page itself is an error. */
export async function readPage(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

export type Post = { path: string; headers: Record<string, string>; body: Buffer };

/** What sending a form of a page would post, its hidden fields and those typed. */
export async function formPost(url: string, label: string, cookie: string, typed: Record<string, string> = {}): Promise<Post> {
  const data = hiddenFields(await readPage(url, cookie), label);
  for (const [name, value] of Object.entries(typed)) data.set(name, value);
  const encoded = new Response(data);
  const headers = { cookie, origin: new URL(url).origin, 'content-type': encoded.headers.get('content-type') ?? '' };
  return { path: new URL(url).pathname, headers, body: Buffer.from(await encoded.arrayBuffer()) };
}

/** Signs a person in through the form; the cookies of the session. */
export async function signIn(portalUrl: string, email: string): Promise<string> {
  const post = await formPost(`${portalUrl}/sign-in`, 'Sign in', '', { email, password: PASSWORD });
  const response = await fetch(portalUrl + post.path, { method: 'POST', headers: post.headers, body: new Uint8Array(post.body), redirect: 'manual' });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  if (response.status !== 303 || cookies.length === 0) throw new Error(`${email} could not sign in: ${response.status}`);
  return cookies.join('; ');
}
