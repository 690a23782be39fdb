import type { Actor } from '@/domain/access/actor';
import { ruleSetInForceOn, ruleSetOfVersion, type RuleSet } from '@/domain/deadlines';
import { answerNoticeAgain, answerNoticeToNewContact, emailsFor } from '@/domain/notifications/emails-for';
import type { TicketCommand } from '@/domain/tickets/commands';
import { decide } from '@/domain/tickets/decide';
import type { NewEvent } from '@/domain/tickets/decision';
import { evolve } from '@/domain/tickets/evolve';
import { isReviewEvent } from '@/domain/tickets/evolve-review';
import { draftSubject, isDraftedAction } from '@/domain/tickets/form-draft';
import { planName } from '@/domain/tickets/reference';
import type { ClaimLine, Ticket } from '@/domain/tickets/ticket';
import { transitionOf } from '@/domain/tickets/transitions';
import type { DomainError } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { appendMessages } from '../db/append-messages';
import { asActorOnHolidays, type Scope } from '../db/as-actor';
import { attachFiles } from '../db/files';
import { findReceipt, insertReceipt, type CommandOutcome } from '../db/command-receipts';
import { findRecipients } from '../db/find-recipients';
import { lockTicket, type StoredTicket } from '../db/find-ticket';
import { deleteFormDraft } from '../db/form-drafts';
import { settlePreparedAlerts } from '../db/prepared-alerts';
import { insertClaims, saveTicket } from '../db/save-ticket';
import { copyMessage } from '../db/copy-message';
import { replaceAnswerNotice } from '../db/replace-answer-notice';
import { newId } from '../new-id';
import { portalUrl } from '../portal-url';
import { changedSince } from './changed-since';
import { commandFacts } from './command-facts';

export type { CommandOutcome };

export type CommandOptions = {
  /** When the act reached the server, stamped before anything was parsed; the portal's time when left out. */
  arrivedAt?: Date;
  /** The key of the form that sent it: the same key acts once and gives the first outcome again. */
  key?: string;
  /** The sequence number of the last event that the form's page had shown; for `submit` the draft's version. */
  seenSeq?: number;
};

/** Carries an expected failure out of the transaction, so that nothing of it stays. */
class Refused extends Error {
  constructor(readonly error: DomainError) {
    super(error.kind);
  }
}

function ruleSetOf(scope: Scope, ticket: Ticket | null): RuleSet {
  return ticket === null ? ruleSetInForceOn(scope.today) : ruleSetOfVersion(ticket.ruleSetVersion);
}

function openDoor(scope: Scope, ticketId: string) {
  return scope.tx.$executeRaw`SELECT set_config('app.door', ${ticketId}, true)`;
}

function claimsOf(command: TicketCommand): ClaimLine[] {
  if (command.action !== 'submit') return [];
  return command.input.claims.map((claim, i) => ({ ...claim, lineNo: i + 1, mcoOutcome: null, mcoAmountCents: null }));
}

/** An event's files hang on it from now on, and are seen by whoever reads it. */
async function attachToEvents({ tx }: Scope, ticketId: string, events: NewEvent[], lastSeq: number): Promise<void> {
  for (const [i, event] of events.entries()) if ('files' in event.data) await attachFiles(tx, ticketId, lastSeq - events.length + i + 1, event.data.files ?? []);
}

/** Who reads for the plan that has the ticket until it is transferred: looked up while it still has it. */
async function formerPlanOf(scope: Scope, ticket: Ticket) {
  const { mcoPrimary, mcoStaff } = await findRecipients(scope, ticket.id);
  return { planName: planName(scope.reference, ticket.planCode), readers: mcoPrimary.length > 0 ? mcoPrimary : mcoStaff };
}

async function record(scope: Scope, actor: Actor, command: TicketCommand, before: StoredTicket | null, events: NewEvent[]): Promise<Ticket> {
  const after = events.reduce<Ticket | null>((state, event) => evolve(state, event, command.input.ticketId), before?.ticket ?? null);
  if (after === null) throw new Error('A command that is not refused has a ticket.');
  if (before === null) await openDoor(scope, after.id);
  const formerPlan = command.action === 'transfer' && before !== null ? await formerPlanOf(scope, before.ticket) : undefined;
  const { lastSeq } = await saveTicket(scope.tx, before, after, events, actor, scope.now);
  if (formerPlan !== undefined) await scope.tx.$executeRaw`SELECT drop_answer_draft(${after.id}::uuid)`;
  if (before === null) await insertClaims(scope.tx, after.id, claimsOf(command));

  await attachToEvents(scope, after.id, events, lastSeq);

  const recipients = await findRecipients(scope, after.id, command.action === 'assign' ? command.input.assigneeId : null, events.some((e) => isReviewEvent(e) || e.type === 'ConfirmedResolved'));
  const mail = { recipients, planName: planName(scope.reference, after.planCode), portalUrl: portalUrl(), actorPersonId: actor.personId, actorRole: actor.role, formerPlan };
  for (const [i, event] of events.entries()) {
    const origin = { ticketId: after.id, eventSeq: lastSeq - events.length + i + 1, uniqueKey: null, enqueuedAt: scope.now };
    await appendMessages(scope.tx, emailsFor(event, after, mail), origin, mail.portalUrl);
    if (event.type === 'HfsAlerted') await settlePreparedAlerts(scope, actor, after.id, 'sent');
    if (event.type === 'ProviderContactChanged') await replaceAnswerNotice(scope.tx, answerNoticeToNewContact(event, after, mail), origin, mail.portalUrl);
    if (event.type === 'NoticeSentAgain') await copyMessage(scope.tx, event.data.messageId, event.data.againAs, scope.now, mail.portalUrl, answerNoticeAgain(after, mail));
  }
  return after;
}

async function run(scope: Scope, actor: Actor, command: TicketCommand, options: CommandOptions): Promise<CommandOutcome> {
  if (options.key !== undefined && actor.role !== 'system') {
    const first = await findReceipt(scope, actor, options.key);
    if (first !== null) return first;
  }
  const { ticketId } = command.input;
  const before = command.action === 'submit' ? null : await lockTicket(scope.tx, ticketId, transitionOf(command.action).needsClaims ?? false);
  if (before === null && command.action !== 'submit') throw new Refused({ kind: 'not_found' });
  if (before !== null && options.seenSeq !== undefined && options.seenSeq < before.eventCount) {
    const changed = await changedSince(scope, actor, ticketId, options.seenSeq);
    if (changed.length > 0) throw new Refused({ kind: 'stale', changed });
  }
  const facts = await commandFacts(scope, actor, command, options.seenSeq);
  if (!facts.ok) throw new Refused(facts.error);
  const planHasStaff = before !== null && transitionOf(command.action).guards.some((g) => g === 'planHasStaff' || g === 'planTakesTickets') ? (await findRecipients(scope, ticketId)).mcoStaff.length > 0 : true;
  const { today, holidays, reference, now: arrivedAt } = scope;
  const decided = decide(before?.ticket ?? null, command, { actor, arrivedAt, today, holidays, reference, planHasStaff, facts: facts.value, ruleSet: ruleSetOf(scope, before?.ticket ?? null), newId });
  if (!decided.ok) throw new Refused(decided.error);

  const ticket = decided.value.length === 0 ? before?.ticket : await record(scope, actor, command, before, decided.value);
  const outcome = { ticketId, number: ticket?.number ?? '', repeated: false, events: decided.value.map((e) => e.type) };
  if (options.key !== undefined && actor.role !== 'system') {
    await insertReceipt(scope, actor, options.key, command.action, outcome);
    if (isDraftedAction(command.action)) await deleteFormDraft(scope.tx, actor, { action: command.action, ticketId, subject: draftSubject(command) });
  }
  return outcome;
}

/**
 * One transaction for a command and what belongs to it, such as the draft that it is made of. What the command refuses
 * leaves nothing behind; what `work` refuses by itself, it refuses before it writes.
 */
export async function withTicketCommand<T, E>(
  actor: Actor,
  options: CommandOptions,
  work: (scope: Scope, act: (command: TicketCommand) => Promise<CommandOutcome>) => Promise<Result<T, E>>,
): Promise<Result<T, E | DomainError>> {
  try {
    return await asActorOnHolidays(actor, (scope) => work(scope, (command) => run(scope, actor, command, options)), options.arrivedAt);
  } catch (error) {
    if (error instanceof Refused) return err(error.error);
    throw error;
  }
}

/**
 * The only writer of tickets, for people and jobs alike: who acts → lock → load in scope → `decide` → ticket, events,
 * clocks, fines, outbox and jobs in one transaction. An expected refusal is returned and leaves nothing behind.
 */
export function runTicketCommand(actor: Actor, command: TicketCommand, options: CommandOptions = {}): Promise<Result<CommandOutcome>> {
  return withTicketCommand(actor, options, async (_scope, act) => ok(await act(command)));
}
