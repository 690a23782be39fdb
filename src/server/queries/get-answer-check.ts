import type { PersonActor } from '@/domain/access/actor';
import { ruleSetOfVersion } from '@/domain/deadlines';
import { answerInput, isOutcome, type AnswerDraft } from '@/domain/tickets/answer-draft';
import { availableActions } from '@/domain/tickets/available-actions';
import { COMMAND_INPUTS, type CommandInput } from '@/domain/tickets/commands';
import { decide } from '@/domain/tickets/decide';
import { fieldIssues } from '@/domain/tickets/field-issues';
import { planShortName } from '@/domain/tickets/reference';
import type { ClaimOutcome, Ticket } from '@/domain/tickets/ticket';
import { parseCents, sumCents, type Cents } from '@/shared/cents';
import type { FieldIssue } from '@/shared/domain-error';
import { asActor, type Scope } from '../db/as-actor';
import { findAnswerDraft } from '../db/find-answer-draft';
import { findAllClaims } from '../db/find-claims';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { recordView } from '../db/record-view';
import { newId } from '../new-id';
import type { TicketHeadView } from './get-ticket-page';
import { INLINE_CLAIMS } from './ticket-page/answer-form';
import type { PageContext } from './ticket-page/page-context';
import { shownClaim, type ClaimView } from './ticket-page/ticket-claims';
import { ticketFacts } from './ticket-page/ticket-facts';
import { ticketScope } from '../db/ticket-scope';
import { ticketTurn } from './ticket-page/ticket-turn';

/** A claim line with what is typed for it. */
export type AnsweredClaim = ClaimView & { typed: { outcome: ClaimOutcome | null; amountText: string; amountCents: Cents | null } };

/** The plan's answer as it would be sent now. */
export type AnswerCheck = {
  head: TicketHeadView;
  draft: AnswerDraft;
  version: number;
  saved: { at: Date; byName: string } | null;
  claims: AnsweredClaim[];
  willPayCents: Cents;
  counts: Record<ClaimOutcome | 'missing', number>;
  /** What `respond` would say against it; empty when it can be sent. */
  issues: FieldIssue[];
  /** The lines have pages of their own. */
  hasClaimPages: boolean;
};

function answeredClaim(claim: ClaimView, draft: ReadonlyMap<number, { outcome: string; amountCents: string }>): AnsweredClaim {
  const typed = draft.get(claim.lineNo);
  const amount = parseCents(typed?.amountCents ?? '');
  return { ...claim, typed: { outcome: typed !== undefined && isOutcome(typed.outcome) ? typed.outcome : null, amountText: typed?.amountCents ?? '', amountCents: amount.ok ? amount.value : null } };
}

const FIELD_ORDER = ['decision', 'plan', 'outcomes', 'resolveOn', 'noDateReason', 'contactName', 'contactPhone', 'contactEmail', 'pcfAttested'];

/** In the form's order; an empty line is told once and by its claim's number. */
function tidied(issues: readonly FieldIssue[], claims: readonly ClaimView[]): FieldIssue[] {
  const fields = new Set(issues.map((i) => i.field));
  const place = (field: string) => FIELD_ORDER.indexOf(field.split('.')[0] ?? '');
  return issues
    .filter((i) => !(i.field.endsWith('.amountCents') && fields.has(i.field.replace(/amountCents$/, 'outcome'))))
    .map((i) => ({ ...i, message: named(i, claims) }))
    .sort((a, b) => place(a.field) - place(b.field));
}

function named({ field, message }: FieldIssue, claims: readonly ClaimView[]): string {
  const line = /^outcomes\.(\d+)\./.exec(field)?.[1];
  const number = line === undefined ? undefined : claims[Number(line)]?.claimNumber;
  if (number === undefined || message.includes(number)) return message;
  return message.includes('this claim') ? message.replace('this claim', `claim ${number}`) : `Claim ${number}: ${message}`;
}

/** Where lines have their own pages, what they lack is told as one. */
function asOne(issues: readonly FieldIssue[]): FieldIssue[] {
  const lines = issues.filter((i) => i.field.startsWith('outcomes.'));
  const [first] = lines;
  if (first === undefined) return [...issues];
  const message = lines.length === 1 ? first.message : `${lines.length.toLocaleString('en-US')} claims still need an outcome or an amount that fits.`;
  return issues.flatMap((i) => (i === first ? [{ field: 'outcomes', message }] : i.field.startsWith('outcomes.') ? [] : [i]));
}

/** What `respond` itself would say now: its schema first, then the decision, of which nothing is kept. */
function issuesOf(scope: Scope, actor: PersonActor, ticket: Ticket, draft: AnswerDraft): FieldIssue[] {
  const parsed = COMMAND_INPUTS.respond.safeParse(answerInput(draft, ticket.id, ticket.claims.map((c) => c.lineNo)));
  if (!parsed.success) return fieldIssues(parsed.error);
  return dryRun(scope, actor, ticket, parsed.data);
}

function dryRun(scope: Scope, actor: PersonActor, ticket: Ticket, input: CommandInput<'respond'>): FieldIssue[] {
  const { today, holidays, reference, now: arrivedAt } = scope;
  const ruleSet = ruleSetOfVersion(ticket.ruleSetVersion);
  const decided = decide(ticket, { action: 'respond', input }, { actor, arrivedAt, today, holidays, reference, ruleSet, planHasStaff: true, facts: {}, newId });
  return !decided.ok && decided.error.kind === 'invalid' ? decided.error.issues : [];
}

function headOf(ctx: PageContext, eventCount: number): TicketHeadView {
  const { ticket } = ctx;
  return { ticketId: ticket.id, number: ticket.number, trackingNumber: ticket.trackingNumber, eventCount, today: ctx.today, actions: [...ctx.actions], facts: ticketFacts(ctx, []), turn: ticketTurn(ctx) };
}

async function check(scope: Scope, actor: PersonActor, ticketId: string): Promise<AnswerCheck | null> {
  const stored = await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), false);
  if (stored === null) return null;
  const found = await findAnswerDraft(scope.tx, ticketId);
  const ticket = { ...stored.ticket, claims: await findAllClaims(scope.tx, ticketId) };
  const { today, holidays, reference } = scope;
  const ctx: PageContext = { actor, ticket, actions: availableActions(ticket, actor, { today, planHasStaff: true }), today, holidays, reference, plan: planShortName(reference, ticket.planCode) };
  const draft: AnswerDraft = found?.draft ?? { decision: '', plan: '', resolveOn: '', noDateReason: '', contactName: '', contactPhone: '', contactEmail: '', pcfAttested: '', outcomes: [] };
  const typed = new Map(draft.outcomes.map((o) => [o.lineNo, o]));
  const claims = ticket.claims.map((c) => answeredClaim(shownClaim({ ...c, ruling: null }, ctx), typed));
  const hasClaimPages = claims.length > INLINE_CLAIMS;
  const issues = tidied(issuesOf(scope, actor, ticket, draft), claims);
  const count = (outcome: ClaimOutcome | null) => claims.filter((c) => c.typed.outcome === outcome).length;
  return {
    head: headOf(ctx, stored.eventCount),
    draft,
    version: found?.version ?? 0,
    saved: found === null ? null : { at: found.savedAt, byName: found.savedByName },
    claims,
    willPayCents: sumCents(claims.flatMap((c) => (c.typed.outcome === null ? [] : (c.typed.amountCents ?? [])))),
    counts: { will_pay: count('will_pay'), will_pay_in_part: count('will_pay_in_part'), upheld: count('upheld'), missing: count(null) },
    issues: hasClaimPages ? asOne(issues) : issues,
    hasClaimPages,
  };
}

/** The plan's answer as it would be sent now, with all that stands against it; null when the ticket does not exist for the actor. */
export function getAnswerCheck(actor: PersonActor, ticketId: string): Promise<AnswerCheck | null> {
  if (actor.role !== 'mco') return Promise.resolve(null);
  return asActor(actor, async (scope) => {
    const found = await check(scope, actor, ticketId);
    if (found !== null) await recordView(scope, actor, ticketId);
    return found;
  });
}
