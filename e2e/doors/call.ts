import { readFileSync } from 'node:fs';
import path from 'node:path';
import { actionFile } from './tree';
import type { Said } from './actions';

export type Answer = { status: number; location: string | null; kind: string; headers: Record<string, string>; body: string };

const BASE = process.env.PORTAL_URL ?? '';
/** What differs from answer to answer, and tells nothing: the day and length of sending. */
const OF_THE_MOMENT = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'set-cookie']);

/** One request as a browser sends it, or as an attacker does; no redirect is followed. */
export async function call(address: string, cookie: string | null, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (cookie !== null) headers.set('Cookie', cookie);
  const response = await fetch(`${BASE}${address}`, { ...init, headers, redirect: 'manual' });
  const kept = Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_MOMENT.has(name)));
  return { status: response.status, location: response.headers.get('location'), kind: response.headers.get('content-type') ?? '', headers: kept, body: await response.text() };
}

/**
 * The framework's own form of a page comes in rows that are numbered and ordered as they happened to be ready, cut where
 * the sending happened to pause: the same rows without their numbers, in one order.
 */
function inOneOrder(rows: string): string {
  const lines = rows.split('\n').map((line) => line.replace(/^[0-9a-f]+:/, '#:').replaceAll(/"\$([a-zA-Z@]?)[0-9a-f]+/g, '"$$$1#'));
  return lines.sort().join('\n');
}

function comparable({ kind, body }: Answer): string {
  if (kind.startsWith('text/x-component')) return inOneOrder(body);
  let rows = '';
  const rest = body.replaceAll(/<script nonce="[^"]*">self\.__next_f\.push\((\[.*?\])\)<\/script>/gs, (_, pushed: string) => {
    const [, text] = JSON.parse(pushed) as [number, string?];
    rows += text ?? '';
    return '';
  });
  return `${rest}\n${inOneOrder(rows)}`;
}

/** The bytes of an answer without what is new in every one: the nonce, the ids and the form's key that were sent, the request's number, the page's own instant. */
export function bytesOf(answer: Answer, asked: string): string {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1];
  let text = `${JSON.stringify(answer.headers)}\n${comparable(answer)}`;
  if (nonce !== undefined) text = text.replaceAll(nonce, '<nonce>');
  for (const [id] of asked.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) text = text.replaceAll(id, '<id>');
  text = text.replaceAll(/[\w-]{22}\.[\w-]{43}/g, '<key>');
  // The framework's own number of a request.
  text = text.replaceAll(/"[\w-]{21}([vmh])"/g, '"<request>$1"');
  return text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<now>').replaceAll(/\b\d{1,2}:\d\d [AP]M\b/g, '<time>');
}

type Reference = { exportedName: string; filename: string; workers: Record<string, unknown> };
export type Built = { name: string; id: string; page: string };

/** The actions that the build knows, each with the id by which browsers call it and a page that has it. */
export function builtActions(): Built[] {
  const file = path.resolve(import.meta.dirname, '../../.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, Reference> };
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    const [page = ''] = Object.keys(workers).sort((a, b) => b.length - a.length);
    const address = page.replace(/^app/, '').replace(/\/page$/, '').split('/').filter((part) => !part.startsWith('(')).join('/');
    return { name: `${actionFile(filename.replace(/^src\/app\//, ''))}#${exportedName}`, id, page: address === '' ? '/' : address };
  });
}

type Forged = { id: string; args: readonly unknown[]; fields: Record<string, string> };

/** The first argument of most actions after what is bound: the form's state before it was sent. */
const boundOf = ({ args }: Forged) => JSON.stringify([...args, { status: 'idle' }]);

/** As a page's script sends it. */
export function byScript({ id, args, fields }: Forged, plain: boolean): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append('0', JSON.stringify([...args, ...(plain ? [] : [{ status: 'idle' }]), '$K1']));
  return { method: 'POST', body, headers: { 'Next-Action': id, Accept: 'text/x-component', Origin: BASE } };
}

/** As a form sends it where no script runs. */
export function byForm(forged: Forged, plain: boolean): RequestInit {
  const body = new FormData();
  if (plain) body.append(`$ACTION_ID_${forged.id}`, '');
  else {
    body.append('$ACTION_REF_1', '');
    body.append('$ACTION_1:0', JSON.stringify({ id: forged.id, bound: '$@1' }));
    body.append('$ACTION_1:1', boundOf(forged));
  }
  for (const [name, value] of Object.entries(forged.fields)) body.append(name, value);
  return { method: 'POST', body, headers: { Origin: BASE } };
}

/** What an action said to a page's script; null for what no action should say. */
export function saidOf({ status, headers, body }: Answer): Said | null {
  if (status === 404) return 'not found';
  if (headers['x-action-redirect'] !== undefined) return 'sent on';
  if (status === 200 && body.includes('"status":"error"')) return 'refused';
  if (status === 200 && /"outcome":\{"title"/.test(body)) return 'results';
  return null;
}
