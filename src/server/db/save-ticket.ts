import type { Actor } from '@/domain/access/actor';
import { audienceOf } from '@/domain/tickets/events';
import type { NewEvent } from '@/domain/tickets/decision';
import type { ClaimLine, Ticket } from '@/domain/tickets/ticket';
import type { Prisma } from '@generated/prisma/client';
import { dateOf, dateOrNull } from './dates';
import type { Tx } from './database';
import { eventHash, FIRST_HASH, type HashedEvent } from './event-hash';
import type { StoredTicket } from './find-ticket';
import { clockToRow, fineToRow, ticketToRow } from './ticket-rows';

/** Where a ticket's history stands before more is added to it. */
type ChainEnd = Pick<StoredTicket, 'eventCount' | 'lastHash'> & { ticket: Pick<Ticket, 'status'> };

function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}

/** The events as rows: each holds the hash of the one before it, from the ticket's last one on. */
export function chainEvents(before: ChainEnd | null, ticketId: string, events: readonly NewEvent[], actor: Actor) {
  let prevHash = before?.lastHash ?? FIRST_HASH;
  let fromStatus: string | null = before?.ticket.status ?? null;
  return events.map((event, i) => {
    const row: HashedEvent = {
      ticketId,
      seq: (before?.eventCount ?? 0) + i + 1,
      type: event.type,
      audience: audienceOf(event.type, event.data),
      actorId: actor.personId,
      actorName: actor.name,
      actorRole: actor.role,
      actorOrganization: actor.organizationName,
      fromStatus,
      toStatus: event.to,
      data: json(event.data),
      clocks: json(event.clocks),
      effectiveOn: dateOf(event.effectiveOn),
      recordedAt: event.at,
      prevHash,
    };
    const hash = eventHash(row);
    prevHash = hash;
    fromStatus = event.to;
    return { ...row, data: json(event.data), clocks: json(event.clocks), hash };
  });
}

async function saveClocks(tx: Tx, before: Ticket | null, after: Ticket): Promise<void> {
  const known = new Map((before?.clocks ?? []).map((c) => [c.id, c]));
  const started = after.clocks.filter((c) => !known.has(c.id));
  // Ended first: one open clock per rule and party is a unique key.
  for (const clock of after.clocks) {
    const old = known.get(clock.id);
    if (old === undefined || (old.endedOn === clock.endedOn && old.overdueOn === clock.overdueOn && old.endReason === clock.endReason && old.dueOn === clock.dueOn)) continue;
    const moved = old.dueOn !== clock.dueOn && { dueOn: dateOf(clock.dueOn), steps: clock.steps, holidayVersion: clock.holidayVersion, restsOnUnconfirmed: clock.restsOnUnconfirmed };
    await tx.clock.updateMany({ where: { id: clock.id }, data: { endedOn: dateOrNull(clock.endedOn), endReason: clock.endReason, overdueOn: dateOrNull(clock.overdueOn), ...moved } });
  }
  if (started.length > 0) await tx.clock.createMany({ data: started.map((c) => clockToRow(c, after.id)) });
}

async function saveFines(tx: Tx, before: Ticket | null, after: Ticket): Promise<void> {
  const known = new Map((before?.fines ?? []).map((f) => [f.id, f]));
  for (const fine of after.fines) {
    const old = known.get(fine.id);
    if (old === undefined) {
      await tx.fine.createMany({ data: [fineToRow(fine, after.id)] });
    } else if (old.status !== fine.status || old.objection !== fine.objection) {
      const { status, reason, quarter, objectedOn, objectionDecidedOn, objectionOutcome, issuedOn, decidedOn } = fineToRow(fine, after.id);
      await tx.fine.updateMany({ where: { id: fine.id }, data: { status, reason, quarter, issuedOn, decidedOn, objectedOn, objectionDecidedOn, objectionOutcome } });
    }
  }
}

/** The plan's outcome per claim line, in one statement however many lines there are. */
async function saveOutcomes(tx: Tx, before: Ticket | null, after: Ticket): Promise<void> {
  const old = new Map((before?.claims ?? []).map((c) => [c.lineNo, c]));
  const changed = after.claims.filter((c) => (old.get(c.lineNo)?.mcoOutcome ?? null) !== c.mcoOutcome);
  if (changed.length === 0) return;
  await tx.$executeRaw`
    UPDATE claim_lines c SET mco_outcome = o.outcome, mco_amount_cents = o.amount
    FROM unnest(${changed.map((c) => c.lineNo)}::int[], ${changed.map((c) => c.mcoOutcome)}::text[], ${changed.map((c) => c.mcoAmountCents)}::bigint[])
      AS o(line_no, outcome, amount)
    WHERE c.ticket_id = ${after.id}::uuid AND c.line_no = o.line_no`;
}

/** A new ticket's claim lines, in one statement however many there are. */
export async function insertClaims(tx: Tx, ticketId: string, claims: readonly ClaimLine[]): Promise<void> {
  if (claims.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO claim_lines (ticket_id, line_no, member_name, rin, service_from, service_to, claim_number, billed_cents, paid_cents, disputed_cents, denial_code)
    SELECT ${ticketId}::uuid, c.* FROM unnest(${claims.map((c) => c.lineNo)}::int[], ${claims.map((c) => c.memberName)}::text[], ${claims.map((c) => c.rin)}::text[],
      ${claims.map((c) => c.serviceFrom)}::date[], ${claims.map((c) => c.serviceTo)}::date[], ${claims.map((c) => c.claimNumber)}::text[], ${claims.map((c) => c.billedCents)}::bigint[],
      ${claims.map((c) => c.paidCents)}::bigint[], ${claims.map((c) => c.disputedCents)}::bigint[], ${claims.map((c) => c.denialCode)}::text[]) AS c`;
}

/** Writes what a command decided: the ticket with its version, clocks, fines, outcomes, and the chained events. */
export async function saveTicket(tx: Tx, before: StoredTicket | null, after: Ticket, events: readonly NewEvent[], actor: Actor, now: Date): Promise<{ lastSeq: number }> {
  const rows = chainEvents(before, after.id, events, actor);
  const last = rows.at(-1);
  if (last === undefined) throw new Error('A command without events writes nothing.');
  // A plan to which a ticket was transferred reads nothing of what went on with the first one: row-level security goes by this.
  const transfer = rows.findLast((row) => row.type === 'Transferred');
  const data = { ...ticketToRow(after), ...(transfer !== undefined && { planSinceSeq: transfer.seq, planOpenedAt: null }), version: (before?.version ?? 0) + 1, eventCount: last.seq, lastHash: last.hash, updatedAt: now };
  if (before === null) await tx.ticket.createMany({ data: [data] });
  else await tx.ticket.updateMany({ where: { id: after.id }, data });
  await saveClocks(tx, before?.ticket ?? null, after);
  await saveFines(tx, before?.ticket ?? null, after);
  await saveOutcomes(tx, before?.ticket ?? null, after);
  await tx.ticketEvent.createMany({ data: rows });
  return { lastSeq: last.seq };
}
