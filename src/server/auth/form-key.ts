import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PersonActor } from '@/domain/access/actor';
import { err, ok, type Result } from '@/shared/result';
import { authSecret } from './secret';

function signature(actor: PersonActor, purpose: string, nonce: string): string {
  return createHmac('sha256', authSecret()).update(`${actor.personId}|${purpose}|${nonce}`).digest('base64url');
}

/** The key of one form: it names the person and the purpose, and a form sent twice carries the same one. */
export function issueFormKey(actor: PersonActor, purpose: string): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${signature(actor, purpose, nonce)}`;
}

/** The key that came with a form, if this actor got it for this purpose; else what the actor should do. */
export function checkFormKey(actor: PersonActor, purpose: string, value: FormDataEntryValue | null): Result<string> {
  const refused = err({ kind: 'conflict' as const, reason: 'This form does not belong to this page any more. Load the page again, then send it once more.' });
  if (typeof value !== 'string') return refused;
  const [nonce = '', given = '', ...rest] = value.split('.');
  const expected = Buffer.from(signature(actor, purpose, nonce));
  const received = Buffer.from(given);
  if (rest.length > 0 || !/^[\w-]{22}$/.test(nonce) || expected.length !== received.length || !timingSafeEqual(expected, received)) return refused;
  return ok(value);
}
