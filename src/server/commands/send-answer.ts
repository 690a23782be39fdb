import type { PersonActor } from '@/domain/access/actor';
import { answerInput } from '@/domain/tickets/answer-draft';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import { fieldIssues } from '@/domain/tickets/field-issues';
import type { DomainError } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import type { Scope } from '../db/as-actor';
import { lockAnswerDraft } from '../db/find-answer-draft';
import { findClaimAmounts } from '../db/find-claim-amounts';
import { isId } from '../db/find-draft';
import { findWaiting } from '../db/find-waiting';
import { withTicketCommand, type CommandOptions, type CommandOutcome } from './run-ticket-command';

type Sent = { outcome: 'sent'; command: CommandOutcome } | { outcome: 'no_draft' };
/** The draft was saved anew after it was checked: what would be sent is not what was seen. */
export type NewerThanChecked = { kind: 'newer'; savedAt: Date; savedByName: string };
/** The same of its files. */
export type OtherFiles = { kind: 'other_files' };
/** What the page that checks the answer had shown. */
export type Checked = { version: number; fileIds: readonly string[] };

async function hasOtherFiles({ tx }: Scope, actor: PersonActor, ticketId: string, shown: readonly string[]): Promise<boolean> {
  const waiting = (await findWaiting(tx, actor, ticketId)).files.get('respond') ?? [];
  const now = waiting.filter((f) => f.state !== 'infected').map((f) => f.id);
  return now.sort().join() !== [...shown].sort().join();
}

/**
 * R12: sends the plan's answer as its draft holds it, in the version and with the files that were checked, and removes
 * the draft, all in one transaction in which nobody saves another. `no_draft` where there is none, as after a form that
 * was sent twice.
 */
export function sendAnswer(actor: PersonActor, ticketId: string, checked: Checked, options: CommandOptions): Promise<Result<Sent, DomainError | NewerThanChecked | OtherFiles>> {
  return withTicketCommand<Sent, DomainError | NewerThanChecked | OtherFiles>(actor, options, async (scope, act) => {
    const { tx } = scope;
    const found = isId(ticketId) ? await lockAnswerDraft(tx, ticketId) : null;
    if (found === null) return ok({ outcome: 'no_draft' });
    if (found.version !== checked.version) return err({ kind: 'newer', savedAt: found.savedAt, savedByName: found.savedByName });
    if (await hasOtherFiles(scope, actor, ticketId, checked.fileIds)) return err({ kind: 'other_files' });
    const lineNos = [...(await findClaimAmounts(tx, ticketId)).keys()];
    const input = COMMAND_INPUTS.respond.safeParse({ ...answerInput(found.draft, ticketId, lineNos), files: checked.fileIds });
    if (!input.success) return err({ kind: 'invalid', issues: fieldIssues(input.error) });
    const command = await act({ action: 'respond', input: input.data });
    await tx.answerDraft.deleteMany({ where: { ticketId } });
    return ok({ outcome: 'sent', command });
  });
}
