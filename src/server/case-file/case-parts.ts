import { z } from 'zod';

/** The names of a case file's own parts; what was attached stands under `files/`. */
export const PARTS = { page: 'how-to-check.html', document: 'case.pdf', claims: 'claims.csv', events: 'events.jsonl', contents: 'contents.json', sums: 'sums.sha256' } as const;

/** What a case file says of itself and of what was attached; `path` is null for a file that it does not hold. */
export const caseIndex = z.object({
  format: z.literal('provider-resolution-portal case file 1'),
  ticket: z.string(),
  ticketId: z.string(),
  trackingNumber: z.string(),
  madeAt: z.string(),
  madeFor: z.object({ name: z.string(), organization: z.string(), role: z.string() }),
  eventCount: z.number().int().positive(),
  lastHash: z.string().regex(/^[0-9a-f]{64}$/),
  files: z.array(z.object({ path: z.string().nullable(), leftOut: z.string().nullable(), id: z.string(), name: z.string(), bytes: z.number(), sha256: z.string(), event: z.number().int() })),
});
export type CaseIndex = z.infer<typeof caseIndex>;

/** A name for any file system, kept apart from others by its place in the list. */
export function pathOfFile(place: number, name: string, extension: string): string {
  const safe = name.replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_').replace(/[. ]+$/, '');
  const whole = /\.[^.]+$/.test(safe) ? safe : `${safe}.${extension}`;
  return `files/${String(place).padStart(3, '0')} ${whole}`;
}

/** A line of the list of sums, as `sha256sum --check` reads it. */
export function sumLine(sha256: string, path: string): string {
  return `${sha256}  ${path}\n`;
}
