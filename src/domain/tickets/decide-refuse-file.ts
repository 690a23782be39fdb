import { ok } from '@/shared/result';
import type { CommandInput } from './commands';
import type { DecideOpen } from './decision';
import { noteEvent } from './make-event';

/** The virus scanner found something in an attached file: its bytes are gone, and its readers see why. Twice is once. */
export const decideRefuseFile: DecideOpen<CommandInput<'refuseFile'>> = (ticket, _input, ctx) => {
  const file = ctx.facts.refusedFile;
  return ok(file === undefined ? [] : [noteEvent(ticket, 'FileRefused', { fileId: file.id, audience: file.audience }, ctx)]);
};
