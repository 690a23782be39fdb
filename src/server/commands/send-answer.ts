import type { PersonActor } from '@/domain/access/actor';
import { answerInput } from '@/domain/tickets/answer-draft';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import { fieldIssues } from '@/domain/tickets/field-issues';
import type { DomainError } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { findAnswerDraft } from '../db/find-answer-draft';
import { findClaimAmounts } from '../db/find-claim-amounts';
import { runTicketCommand, type CommandOptions, type CommandOutcome } from './run-ticket-command';

type Sent = { outcome: 'sent'; command: CommandOutcome } | { outcome: 'no_draft' };
/** The draft was saved anew after it was checked: what would be sent is not what was seen. */
export type NewerThanChecked = { kind: 'newer'; savedAt: Date; savedByName: string };

/**
 * R12: sends the plan's answer as its draft holds it, in the version that was checked; the draft is gone afterwards.
 * `no_draft` where there is none, as after a form that was sent twice.
 */
export async function sendAnswer(
  actor: PersonActor,
  ticketId: string,
  checkedVersion: number,
  options: CommandOptions,
  fileIds: readonly string[] = [],
): Promise<Result<Sent, DomainError | NewerThanChecked>> {
  const { found, lineNos } = await asActor(actor, async ({ tx }) => {
    const draft = await findAnswerDraft(tx, ticketId);
    return { found: draft, lineNos: draft === null ? [] : [...(await findClaimAmounts(tx, ticketId)).keys()] };
  });
  if (found === null) return ok({ outcome: 'no_draft' });
  if (found.version !== checkedVersion) return err({ kind: 'newer', savedAt: found.savedAt, savedByName: found.savedByName });
  const input = COMMAND_INPUTS.respond.safeParse({ ...answerInput(found.draft, ticketId, lineNos), files: fileIds });
  if (!input.success) return err({ kind: 'invalid', issues: fieldIssues(input.error) });
  const command = await runTicketCommand(actor, { action: 'respond', input: input.data }, options);
  if (!command.ok) return command;
  await asActor(actor, ({ tx }) => tx.answerDraft.deleteMany({ where: { ticketId } }));
  return ok({ outcome: 'sent', command: command.value });
}
