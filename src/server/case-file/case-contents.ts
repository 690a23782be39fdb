import type { PersonActor } from '@/domain/access/actor';
import { asActor, asReader, type Scope } from '../db/as-actor';
import { findClaimsPage, type ClaimTotals } from '../db/find-claims';
import { findHistory } from '../db/find-history';
import type { StoredTicket } from '../db/find-ticket';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { findTicketFiles, type FileRow } from '../db/files';
import { findVisibleChain } from '../db/find-visible-chain';
import { recordView } from '../db/record-view';
import { ticketScope } from '../db/ticket-scope';
import { contextOf, wordsOf } from '../queries/get-ticket-page';
import type { PageContext } from '../queries/ticket-page/page-context';
import { shownClaim, type ClaimView } from '../queries/ticket-page/ticket-claims';
import { ticketClosing } from '../queries/ticket-page/ticket-closing';
import { ticketConversation } from '../queries/ticket-page/ticket-conversation';
import { ticketFiles, type TicketFile } from '../queries/ticket-page/ticket-files';
import { FROM_THE_NEWEST, historyItem, TOLD_EVENTS } from '../queries/ticket-page/ticket-history';
import { chainLine } from './chain-lines';

/** A file with its recorded sum, and why the case file does not hold it; null where it does. */
export type CaseAttachment = TicketFile & Pick<FileRow, 'sha256'> & { leftOut: 'held' | 'infected' | 'gone' | 'changed' | null };

export type CaseClaims = { lines: ClaimView[]; totals: ClaimTotals };

const ALL = FROM_THE_NEWEST;

async function claimsOf({ tx }: Scope, ctx: PageContext): Promise<CaseClaims | null> {
  const { id, claimCount, decidedOn } = ctx.ticket;
  const page = claimCount === 0 ? null : await findClaimsPage(tx, id, decidedOn !== null, 0, claimCount);
  return page && { totals: page.totals, lines: page.lines.map((line) => shownClaim(line, ctx)) };
}

async function filesOf({ tx }: Scope, ctx: PageContext, files: readonly TicketFile[]): Promise<CaseAttachment[]> {
  const sums = new Map((await findTicketFiles(tx, ctx.ticket.id)).map((f) => [f.id, f.sha256]));
  return files.flatMap((file) => {
    const sha256 = sums.get(file.id);
    const leftOut = file.state === 'held' || file.state === 'infected' ? file.state : file.fault;
    return sha256 === undefined ? [] : [{ ...file, sha256, leftOut }];
  });
}

async function contents(scope: Scope, actor: PersonActor, stored: StoredTicket) {
  const { ticket, eventCount, lastHash } = stored;
  const ctx = contextOf(scope, actor, stored, true);
  const rows = await findHistory(scope.tx, ticket.id, { before: ALL, messagesBefore: ALL, isWhole: true }, TOLD_EVENTS);
  return {
    ticketId: ticket.id,
    number: ticket.number,
    trackingNumber: ticket.trackingNumber,
    eventCount,
    lastHash,
    madeAt: scope.now,
    madeFor: { name: actor.name, organization: actor.organizationName, role: actor.role },
    ...wordsOf(ctx, rows, { before: ALL, kind: null }),
    closing: ticketClosing(ctx, rows, null),
    conversation: ticketConversation(ctx, rows, null, rows.length),
    fines: ticket.fines,
    claims: await claimsOf(scope, ctx),
    files: await filesOf(scope, ctx, ticketFiles(rows)),
    history: rows.toReversed().map((row) => historyItem(row, ctx)),
    chain: (await findVisibleChain(scope.tx, ticket.id, eventCount)).map(chainLine),
  };
}

/** A ticket as its case file tells it: what the ticket's page shows the same reader, whole, as of one instant. */
export type CaseContents = Awaited<ReturnType<typeof contents>>;

/**
 * What the reader's case file of a ticket holds, read as that person, so that the database's policies decide; null when
 * the ticket does not exist for the reader. Taking it is recorded as a view before anything of it is read.
 */
export async function getCaseContents(actor: PersonActor, ticketId: string): Promise<CaseContents | null> {
  const find = async (scope: Scope) => findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), actor.role !== 'provider');
  const isThere = await asActor(actor, async (scope) => {
    if ((await find(scope)) === null) return false;
    await recordView(scope, actor, ticketId);
    return true;
  });
  if (!isThere) return null;
  return asReader(actor, async (scope) => {
    const stored = await find(scope);
    return stored === null ? null : contents(scope, actor, stored);
  });
}
