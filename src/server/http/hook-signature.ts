import { createHmac, timingSafeEqual } from 'node:crypto';

/** A call is good for this long around the time that it names, so that a recorded one cannot be sent again later. */
const WINDOW_MS = 300_000;

export function hookSignature(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Whether a call was signed with the secret over its time (seconds since 1970) and body, within five minutes of now. */
export function isSigned(secret: string, call: { timestamp: string | null; signature: string | null; body: string }, now: Date): boolean {
  const { timestamp, signature, body } = call;
  if (timestamp === null || signature === null || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > WINDOW_MS) return false;
  const [expected, given] = [Buffer.from(hookSignature(secret, timestamp, body)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
