import type { PersonActor } from '@/domain/access/actor';
import { draftDifferences, isSettled, mergeOutcomes, readAnswerDraft, unkeepableAnswer, withPlainAmount, type AnswerDraft, type AnswerOutcome } from '@/domain/tickets/answer-draft';
import { refusalReason } from '@/domain/tickets/decide';
import type { ClaimOutcome, Ticket } from '@/domain/tickets/ticket';
import type { DomainError } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { asActor, type Scope } from '../db/as-actor';
import { answerDraftToJson, lockAnswerDraft } from '../db/find-answer-draft';
import { findClaimAmounts } from '../db/find-claim-amounts';
import { isId } from '../db/find-draft';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { ticketScope } from '../db/ticket-scope';

/** What one page of the answer's form sent: its fields, the outcomes of some lines, or one outcome for many. */
export type AnswerEdit = {
  fields?: Omit<AnswerDraft, 'outcomes'>;
  outcomes?: AnswerOutcome[];
  setAll?: { outcome: Exclude<ClaimOutcome, 'will_pay_in_part'>; replace: boolean };
};

/** A save over a newer one: nothing was saved; who saved it, and in what it differs. */
export type NewerAnswer = { kind: 'newer'; version: number; savedAt: Date; savedByName: string; changed: string[] };
export type SavedAnswer = { version: number; savedAt: Date; draft: AnswerDraft };

type Amounts = Awaited<ReturnType<typeof findClaimAmounts>>;

function setAllOutcomes(draft: AnswerDraft, setAll: NonNullable<AnswerEdit['setAll']>, amounts: Amounts): AnswerOutcome[] {
  const known = new Map(draft.outcomes.map((o) => [o.lineNo, o]));
  const lines = [...amounts.keys()].filter((lineNo) => setAll.replace || !isSettled(known.get(lineNo)));
  return lines.map((lineNo) => ({ lineNo, outcome: setAll.outcome, amountCents: '' }));
}

/** The draft after an edit; a prefilled contact counts from the first save on. */
function edited(before: AnswerDraft, edit: AnswerEdit, amounts: Amounts): AnswerDraft {
  const typed = [...(edit.outcomes ?? []), ...(edit.setAll === undefined ? [] : setAllOutcomes(before, edit.setAll, amounts))];
  const changed = typed.filter((o) => amounts.has(o.lineNo)).map((o) => withPlainAmount(o, amounts.get(o.lineNo)));
  return { ...before, ...edit.fields, outcomes: mergeOutcomes(before.outcomes, changed) };
}

async function write({ tx, now }: Scope, actor: PersonActor, ticket: Ticket, draft: AnswerDraft, version: number): Promise<void> {
  const row = { data: answerDraftToJson(draft), version, updatedById: actor.personId, updatedByName: actor.name, updatedAt: now };
  if (version === 1) await tx.answerDraft.createMany({ data: [{ ticketId: ticket.id, planCode: ticket.planCode, ...row }] });
  else await tx.answerDraft.updateMany({ where: { ticketId: ticket.id }, data: row });
}

async function save(scope: Scope, actor: PersonActor, ticketId: string, edit: AnswerEdit, seenVersion: number): Promise<Result<SavedAnswer, DomainError | NewerAnswer>> {
  if (!isId(ticketId)) return err({ kind: 'not_found' });
  // Before the ticket is read: whoever waited here for the answer to be sent, or for a transfer, finds it so.
  const before = await lockAnswerDraft(scope.tx, ticketId);
  await scope.tx.$executeRaw`SELECT 1 FROM tickets WHERE id = ${ticketId}::uuid FOR SHARE`;
  const stored = await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), false);
  if (stored === null) return err({ kind: 'not_found' });
  const reason = refusalReason(stored.ticket, 'respond', actor, { today: scope.today, planHasStaff: true });
  if (reason !== null) return err({ kind: 'not_allowed', reason });
  const amounts: Amounts = stored.ticket.claimCount === 0 ? new Map<number, never>() : await findClaimAmounts(scope.tx, ticketId);
  const draft = edited(before?.draft ?? readAnswerDraft({ contactName: actor.name, contactPhone: actor.phone ?? '', contactEmail: actor.email }), edit, amounts);
  const issues = unkeepableAnswer(draft);
  if (issues.length > 0) return err({ kind: 'invalid', issues });
  if (before !== null && before.version !== seenVersion)
    return err({ kind: 'newer', version: before.version, savedAt: before.savedAt, savedByName: before.savedById === actor.personId ? 'you' : before.savedByName, changed: draftDifferences(before.draft, draft) });
  const version = (before?.version ?? 0) + 1;
  await write(scope, actor, stored.ticket, draft, version);
  return ok({ version, savedAt: scope.now, draft });
}

/**
 * Keeps a plan's answer as far as it was typed, right or wrong: one per ticket, seen by that plan only. A save over a
 * newer one is not done; while no answer is awaited it is refused.
 */
export function saveAnswerDraft(actor: PersonActor, ticketId: string, edit: AnswerEdit, options: { seenVersion: number; arrivedAt?: Date }): Promise<Result<SavedAnswer, DomainError | NewerAnswer>> {
  if (actor.role !== 'mco') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, (scope) => save(scope, actor, ticketId, edit, options.seenVersion), options.arrivedAt);
}
