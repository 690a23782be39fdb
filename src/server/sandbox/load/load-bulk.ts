import type { Client } from 'pg';
import { SYSTEM } from '@/domain/access/actor';
import type { CalendarDate } from '@/shared/calendar-date';
import { chicagoDay } from '@/shared/chicago';
import { realNow } from '../../clock';
import { asActor } from '../../db/as-actor';
import { dateOf } from '../../db/dates';
import { clockToRow, fineToRow, ticketToRow } from '../../db/ticket-rows';
import { WorkingDays } from '../stories/working-days';
import { bulkDay, bulkTicket, type BulkTicket } from './bulk-ticket';
import { ensureBulkProviders } from './bulk-providers';
import type { World } from './simulate';

/** Tickets in one transaction: enough for speed, and little enough that memory stays as it is. */
const BATCH = 500;

type Table = 'tickets' | 'claim_lines' | 'clocks' | 'ticket_events' | 'fines' | 'ticket_views';

/** `serviceFrom` → `service_from`, `day0` → `day_0`. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/\d+$/, (digits) => `_${digits}`);
}

async function insert(owner: Client, table: Table, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  const named = rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value])));
  await owner.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [JSON.stringify(named)]);
}

function ticketRow({ simulated, events, views }: BulkTicket): Record<string, unknown> {
  const last = events.at(-1);
  const planOpenedAt = views.find((view) => view.role === 'mco')?.hour ?? null;
  return { ...ticketToRow(simulated.ticket), planOpenedAt, version: events.length, eventCount: events.length, lastHash: last?.hash, updatedAt: last?.recordedAt };
}

async function insertBatch(owner: Client, batch: readonly BulkTicket[]): Promise<void> {
  await insert(owner, 'tickets', batch.map(ticketRow));
  const parts = batch.map(({ simulated }) => simulated.ticket);
  await insert(owner, 'claim_lines', parts.flatMap((t) => t.claims.map((c) => ({ ...c, ticketId: t.id, serviceFrom: dateOf(c.serviceFrom), serviceTo: dateOf(c.serviceTo) }))));
  await insert(owner, 'clocks', parts.flatMap((t) => t.clocks.map((c) => clockToRow(c, t.id))));
  await insert(owner, 'fines', parts.flatMap((t) => t.fines.map((f) => fineToRow(f, t.id))));
  await insert(owner, 'ticket_events', batch.flatMap((t) => t.events));
  await insert(owner, 'ticket_views', batch.flatMap((t) => t.views));
}

/** Takes a run of ticket numbers of a year: the next `count` after those given already. */
async function takeNumbers(owner: Client, year: number, count: number): Promise<number> {
  const { rows } = await owner.query<{ last: number }>(
    'INSERT INTO ticket_counters (year, last) VALUES ($1, $2) ON CONFLICT (year) DO UPDATE SET last = ticket_counters.last + $2 RETURNING last',
    [year, count],
  );
  return (rows[0]?.last ?? count) - count;
}

async function numbering(owner: Client, filedOn: readonly CalendarDate[]): Promise<(receivedOn: CalendarDate) => string> {
  const counts = new Map<number, number>();
  for (const day of filedOn) counts.set(Number(day.slice(0, 4)), (counts.get(Number(day.slice(0, 4))) ?? 0) + 1);
  const next = new Map<number, number>();
  for (const [year, count] of counts) next.set(year, await takeNumbers(owner, year, count));
  return (receivedOn) => {
    const year = Number(receivedOn.slice(0, 4));
    const n = (next.get(year) ?? 0) + 1;
    next.set(year, n);
    return `PRP-${year}-${String(n).padStart(5, '0')}`;
  };
}

async function inTransaction(owner: Client, work: () => Promise<void>): Promise<void> {
  await owner.query('BEGIN');
  try {
    await work();
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

export type LoadProgress = { loaded: number; total: number; perSecond: number };

/**
 * Bulk data for measuring: tickets that lived by the real rules in memory, written by inserts, without mail. The caller
 * has made sure that this is a sandbox. The n-th ticket is the same on every machine; a second load adds others.
 */
export async function loadBulk(owner: Client, total: number, report: (progress: LoadProgress) => void): Promise<void> {
  await inTransaction(owner, () => ensureBulkProviders(owner));
  const { now, holidays, reference } = await asActor(SYSTEM, (scope) => Promise.resolve(scope));
  const [days, world]: [WorkingDays, World] = [new WorkingDays(holidays), { holidays, reference }];
  const { rows } = await owner.query<{ there: number }>('SELECT count(*)::int AS there FROM tickets');
  const first = rows[0]?.there ?? 0;
  const startedAt = realNow().getTime();
  for (let loaded = 0; loaded < total; ) {
    const filedOn = Array.from({ length: Math.min(BATCH, total - loaded) }, (_, i) => bulkDay(loaded + i, total, chicagoDay(now), days));
    await inTransaction(owner, async () => {
      const numberOf = await numbering(owner, filedOn);
      await insertBatch(owner, filedOn.map((day, i) => bulkTicket(`bulk-${first + loaded + i}`, day, now, numberOf, days, world)));
    });
    loaded += filedOn.length;
    report({ loaded, total, perSecond: Math.round((loaded * 1000) / Math.max(1, realNow().getTime() - startedAt)) });
  }
  await owner.query('ANALYZE');
}
