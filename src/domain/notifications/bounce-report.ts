import { z } from 'zod';

const MOST = 100;
const LONGEST_REPLY = 300;

/** One report names many messages: signs that cannot be stored in the words about one of them must not lose the others. */
const oneLine = z.string().transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, LONGEST_REPLY).toWellFormed());

/** What a mail service reports: messages by their Message-ID, and whether each came back for good. */
export const bounceReport = z.object({
  bounces: z.array(z.object({ messageId: z.string().min(3).max(998).transform((id) => id.replace(/\p{Cc}/gu, ' ').toWellFormed()), type: z.enum(['permanent', 'transient']), reply: oneLine.default('') })).max(MOST),
});
export type BounceReport = z.infer<typeof bounceReport>;

/** Our Message-IDs stand in angle brackets; some services leave them away. */
export function bracketed(messageId: string): string {
  return messageId.startsWith('<') ? messageId : `<${messageId}>`;
}
