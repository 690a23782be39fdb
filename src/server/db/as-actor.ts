import { SYSTEM, type Actor } from '@/domain/access/actor';
import type { HolidayTable } from '@/domain/deadlines';
import type { ReferenceData } from '@/domain/tickets/reference';
import { chicagoDay } from '@/shared/chicago';
import type { CalendarDate } from '@/shared/calendar-date';
import { realNow } from '../clock';
import { needsDatabase } from '../database-down';
import { database, databaseOf, type Database, type Tx } from './database';
import { findHolidayTable, findReferenceData, type Settings } from './world';

/** What a transaction knows once Postgres knows who acts: the time, the State's tables, and the way to read. */
export type Scope = {
  tx: Tx;
  now: Date;
  today: CalendarDate;
  isSandbox: boolean;
  holidays: HolidayTable;
  reference: ReferenceData;
  settings: Settings;
};

type Opening = { now: Date; is_sandbox: boolean; holiday_version: number; settings: Record<string, string> };

async function open(tx: Tx, actor: Actor | null, at: Date | undefined): Promise<Scope> {
  // One round trip: who acts, what time it is, and which versions of the State's tables are in force.
  const [opening] = await tx.$queryRaw<Opening[]>`
    WITH t AS (SELECT coalesce(${at ?? null}::timestamptz, portal_time(${realNow()}::timestamptz)) AS now)
    SELECT t.now,
      set_config('app.user_id', ${actor?.personId ?? ''}, true),
      set_config('app.role', ${actor?.role ?? ''}, true),
      set_config('app.org_id', ${actor?.organizationId ?? ''}, true),
      set_config('app.today', (t.now AT TIME ZONE 'America/Chicago')::date::text, true),
      set_config('app.door', '', true),
      EXISTS (SELECT 1 FROM sandbox_marker) AS is_sandbox,
      (SELECT max(version) FROM holiday_versions) AS holiday_version,
      (SELECT jsonb_object_agg(key, value) FROM settings) AS settings
    FROM t`;
  if (opening === undefined || opening.holiday_version === null) throw new Error('The database holds no holiday table: run the migration first.');
  const settings = new Map(Object.entries(opening.settings ?? {}));
  return {
    tx,
    now: opening.now,
    today: chicagoDay(opening.now),
    isSandbox: opening.is_sandbox,
    holidays: await findHolidayTable(tx, opening.holiday_version),
    reference: await findReferenceData(tx, settings.get('reference.version') ?? '0'),
    settings,
  };
}

type TransactionOptions = { isolationLevel?: 'RepeatableRead'; timeout?: number; holdsHolidays?: true };

function transaction<T>(db: Database, actor: Actor | null, at: Date | undefined, work: (scope: Scope) => Promise<T>, { holdsHolidays, ...options }: TransactionOptions = {}): Promise<T> {
  const begin = async (tx: Tx) => {
    if (holdsHolidays === true) await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('holidays'))`;
    return work(await open(tx, actor, at));
  };
  return needsDatabase(() => db.$transaction(begin, { maxWait: 10_000, timeout: 30_000, ...options }));
}

/**
 * One transaction in which Postgres knows who acts, so that row-level security shows this actor's rows only.
 * `at` stands for the instant of arrival; without it the portal's time at the start counts.
 */
export function asActor<T>(actor: Actor, work: (scope: Scope) => Promise<T>, at?: Date): Promise<T> {
  return transaction(databaseOf(actor), actor, at, work);
}

/**
 * The same for an act that works dates out: until it ends the State's holidays stay as it has read them. A change of them
 * waits for it, so that the job which then moves the dates finds all of them (D16).
 */
export function asActorOnHolidays<T>(actor: Actor, work: (scope: Scope) => Promise<T>, at?: Date): Promise<T> {
  return transaction(databaseOf(actor), actor, at, work, { holdsHolidays: true });
}

/** The same for a job that waits for somebody else inside its transaction; what it locks stays locked for so long. */
export function asPatientSystem<T>(work: (scope: Scope) => Promise<T>, at: Date | undefined, patienceMs: number): Promise<T> {
  return transaction(databaseOf(SYSTEM), SYSTEM, at, work, { timeout: patienceMs });
}

/**
 * The same for a page that only reads: all its statements see the data of one instant, so its counts, lists and sums
 * agree while others act.
 */
export function asReader<T>(actor: Actor, work: (scope: Scope) => Promise<T>): Promise<T> {
  return transaction(databaseOf(actor), actor, undefined, work, { isolationLevel: 'RepeatableRead' });
}

/** What anyone may read, of published tables only. Nothing depends on who asks, so it needs no transaction. */
export function asPublic<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
  return needsDatabase(async () => work(await open(database('public'), null, undefined)));
}
