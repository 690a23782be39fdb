import { DEADLINE_RULES, type RuleId } from '@/domain/deadlines';
import { STATUS_NAMES, type Status } from '@/domain/tickets/status';
import { addHours } from '@/shared/add-hours';
import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { planHolder } from '@/domain/tickets/plan-succession';
import type { Scope } from './as-actor';
import { dateOf, dayOf } from './dates';
import { findPlanStaffing } from './find-plan-staffing';

export type FindingKind = 'nobody' | 'no_clock' | 'not_replayed' | 'not_marked' | 'mail_waits' | 'chain';
/** One thing that must not be. `what` holds nothing of a person or a member. */
export type Finding = { kind: FindingKind; subject: string; ticketId: string | null; what: string };

/** A fault that touches more is one fault. */
const MOST = 200;

type TicketRow = { id: string; number: string; status: Status };
const told = (kind: FindingKind, words: (row: TicketRow) => string) => (row: TicketRow): Finding => ({ kind, subject: row.id, ticketId: row.id, what: words(row) });

/** An open ticket with nobody whose turn it is: no one at the provider, at the plan or at the State who can act. */
export async function findNobodysTurn(scope: Scope): Promise<Finding[]> {
  const { tx, reference } = scope;
  const staffing = await findPlanStaffing(scope);
  const unstaffed = reference.plans.filter((p) => staffing(planHolder(reference, p.code, scope.today)).staff === 0).map((p) => p.code);
  const rows = await tx.$queryRaw<TicketRow[]>`
    WITH active AS (SELECT m.role, m.organization_id, m.person_id FROM memberships m JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL WHERE m.ended_at IS NULL)
    SELECT t.id, t.number, t.status FROM tickets t WHERE CASE t.status
      WHEN 'submitted' THEN NOT EXISTS (SELECT 1 FROM active WHERE role = 'portal_team')
      WHEN 'decided' THEN NOT EXISTS (SELECT 1 FROM active WHERE role = 'portal_team')
      WHEN 'presented' THEN t.plan_code = ANY (${unstaffed}::text[])
      WHEN 'review_requested' THEN t.plan_code = ANY (${unstaffed}::text[]) OR NOT EXISTS (SELECT 1 FROM active a WHERE a.organization_id = t.filed_by_organization_id)
      WHEN 'administrative_review' THEN CASE WHEN t.sme_id IS NULL THEN NOT EXISTS (SELECT 1 FROM active WHERE role IN ('account_manager', 'administration'))
        ELSE NOT EXISTS (SELECT 1 FROM active a WHERE a.person_id = t.sme_id) END
      WHEN 'closed' THEN false
      ELSE NOT EXISTS (SELECT 1 FROM active a WHERE a.organization_id = t.filed_by_organization_id) END
    ORDER BY t.id LIMIT ${MOST}`;
  return rows.map(told('nobody', ({ status }) => `Nobody can act whose turn it is (${STATUS_NAMES[status]}).`));
}

/** A ticket without the clock that its status requires: to present, to answer, to deliver or to decide. */
export async function findWithoutClock({ tx }: Scope): Promise<Finding[]> {
  const rows = await tx.$queryRaw<TicketRow[]>`
    SELECT t.id, t.number, t.status FROM tickets t WHERE t.status IN ('submitted', 'presented', 'administrative_review')
      AND NOT EXISTS (SELECT 1 FROM clocks c WHERE c.ticket_id = t.id AND c.ended_on IS NULL AND CASE t.status
        WHEN 'submitted' THEN c.rule_id = 'presentation'
        WHEN 'presented' THEN c.rule_id IN ('mco-response', 'mco-response-extended')
        ELSE c.rule_id IN ('hfs-decision', 'review-information') END)
    ORDER BY t.id LIMIT ${MOST}`;
  return rows.map(told('no_clock', ({ status }) => `The clock that “${STATUS_NAMES[status]}” requires does not run.`));
}

/**
 * A duty past its date that is not marked as overdue, or a window that has not lapsed, after the night's sweeps. The days to
 * disagree do not end before the answer has reached the contact (D18).
 */
export async function findUnmarked({ tx, today }: Scope): Promise<Finding[]> {
  const rows = await tx.$queryRaw<{ id: string; ticket_id: string; rule_id: RuleId; due_on: Date }[]>`
    SELECT c.id, c.ticket_id, c.rule_id, c.due_on FROM clocks c JOIN tickets t ON t.id = c.ticket_id
    WHERE c.ended_on IS NULL AND c.overdue_on IS NULL AND c.kind IN ('duty', 'window') AND c.due_on < ${dateOf(today)}::date
      AND NOT (c.rule_id = 'contest' AND t.response_notice IN ('pending', 'failed')) ORDER BY c.due_on, c.id LIMIT ${MOST}`;
  return rows.map((r) => ({ kind: 'not_marked', subject: r.id, ticketId: r.ticket_id, what: `The date “${DEADLINE_RULES[r.rule_id].label}”, ${formatDay(dayOf(r.due_on))}, is past and neither marked nor lapsed.` }));
}

/** A message that has waited in the outbox for more than an hour. */
export async function findWaitingMail({ tx, now }: Scope): Promise<Finding[]> {
  const rows = await tx.outboxMessage.findMany({ where: { status: 'queued', enqueuedAt: { lt: addHours(now, -1) } }, orderBy: { enqueuedAt: 'asc' }, take: MOST, select: { id: true, ticketId: true, kind: true, attempts: true } });
  return rows.map((r) => ({ kind: 'mail_waits', subject: r.id, ticketId: r.ticketId, what: `A message (${r.kind}) waits for more than an hour, tried ${r.attempts} times.` }));
}

/** Keeps what was found, new or again, and resolves what of the checked kinds is gone. Returns the new ones. */
export async function saveFindings({ tx, now }: Scope, kinds: readonly FindingKind[], findings: readonly Finding[], ids: () => string): Promise<Finding[]> {
  const rows = findings.map((finding) => ({ ...finding, id: ids() }));
  const written = await tx.$queryRaw<{ kind: string; subject: string; is_new: boolean }[]>`
    INSERT INTO watchdog_findings (id, kind, subject, ticket_id, what, found_at, seen_at)
    SELECT DISTINCT ON (f.kind, f.subject) f.id, f.kind, f.subject, f."ticketId", f.what, ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f(id uuid, kind text, subject text, "ticketId" uuid, what text)
    ON CONFLICT (kind, subject) WHERE resolved_at IS NULL DO UPDATE SET what = excluded.what, seen_at = excluded.seen_at RETURNING kind, subject, xmax = 0 AS is_new`;
  const fresh = new Set(written.filter((row) => row.is_new).map((row) => `${row.kind} ${row.subject}`));
  await tx.$executeRaw`UPDATE watchdog_findings SET resolved_at = ${now}::timestamptz WHERE resolved_at IS NULL AND kind = ANY (${[...kinds]}::text[]) AND seen_at < ${now}::timestamptz`;
  return findings.filter((f) => fresh.has(`${f.kind} ${f.subject}`));
}

export type OpenFinding = { id: string; kind: FindingKind; what: string; ticketId: string | null; number: string | null; foundAt: Date; resolvedAt: Date | null };

/** What was found and is not gone, the newest first, then what was resolved since a day. */
export function findFindings({ tx }: Scope, resolvedSince: CalendarDate): Promise<OpenFinding[]> {
  return tx.$queryRaw<OpenFinding[]>`
    SELECT f.id, f.kind, f.what, t.id AS "ticketId", t.number, f.found_at AS "foundAt", f.resolved_at AS "resolvedAt"
    FROM watchdog_findings f LEFT JOIN tickets t ON t.id = f.ticket_id WHERE f.resolved_at IS NULL OR f.resolved_at >= ${dateOf(resolvedSince)}::date
    ORDER BY f.resolved_at DESC NULLS FIRST, f.found_at DESC, f.id LIMIT ${MOST}`;
}
