import { z } from 'zod';
import { FILE_KINDS } from './files';

/** A file as its event holds it: the name is for display only, the sum stands for the bytes. */
export const attachedFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(FILE_KINDS),
});
export type AttachedFile = z.infer<typeof attachedFile>;

/** The files of an event; an event without files has no such field. */
export const attachedFiles = z.array(attachedFile).min(1).optional();
