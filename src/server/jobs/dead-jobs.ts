import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { WorkerEvents, WorkerUtils } from 'graphile-worker';
import { Client, type Pool } from 'pg';

/** Advisory locks of worker pools live under one number of their own, apart from all others. */
const LOCK_SPACE = 4716;
/** A pool takes its lock again within a second or two, so one without it this often in a row is dead. */
const CHECKS = 3;
const CHECK_EVERY_MS = 5000;
const RETRY_MS = 1000;
/** A worker whose machine is gone is noticed within half a minute, not when TCP gives up. */
const KEEPALIVE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/**
 * A job whose worker was killed stays locked for hours. Each live worker pool therefore holds an advisory lock under
 * its own id (`locked_by` is a pool's id, not a worker's), and the jobs of pools that stay without one are set free.
 */
export class DeadJobs {
  readonly events: WorkerEvents = new EventEmitter();
  private poolId: string | null = null;
  private holder: Client | null = null;
  private isReleased = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly timesSeen = new Map<string, number>();

  constructor(
    private readonly pool: Pool,
    private readonly databaseUrl: string,
  ) {
    this.events.on('pool:create', ({ workerPool }) => {
      this.poolId = workerPool.id;
      void this.holdOn(workerPool.id);
    });
  }

  /** Looks for dead pools' jobs from now on, until `release`. */
  watch(utils: WorkerUtils): void {
    // A database that is away answers nothing, and what was seen before it went no longer counts.
    this.timer = setInterval(() => void this.check(utils).catch(() => this.timesSeen.clear()), CHECK_EVERY_MS);
  }

  async release(): Promise<void> {
    this.isReleased = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.holder?.end().catch(() => undefined);
  }

  /** Holds this pool's lock; a restarted database takes the connection away, and the lock is taken on a new one. */
  private async holdOn(poolId: string): Promise<void> {
    while (!this.isReleased) {
      await this.hold(poolId).catch(() => undefined);
      if (!this.isReleased) await setTimeout(RETRY_MS);
    }
  }

  private async hold(poolId: string): Promise<void> {
    const holder = new Client({ connectionString: this.databaseUrl, keepAlive: true, options: KEEPALIVE, connectionTimeoutMillis: 5000 });
    holder.on('error', () => undefined);
    this.holder = holder;
    try {
      await holder.connect();
      const ended = once(holder, 'end');
      await holder.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_SPACE, poolId]);
      if (!this.isReleased) await ended;
    } finally {
      await holder.end().catch(() => undefined);
    }
  }

  private async check(utils: WorkerUtils): Promise<void> {
    const { rows } = await this.pool.query<{ locked_by: string }>(
      `SELECT DISTINCT j.locked_by FROM graphile_worker._private_jobs j
       WHERE j.locked_by IS NOT NULL AND j.locked_by <> $2 AND NOT EXISTS (
         SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND l.classid = $1 AND l.objid = hashtext(j.locked_by)::bigint & 4294967295)`,
      [LOCK_SPACE, this.poolId],
    );
    const without = rows.map((row) => row.locked_by);
    for (const id of this.timesSeen.keys()) if (!without.includes(id)) this.timesSeen.delete(id);
    for (const id of without) this.timesSeen.set(id, (this.timesSeen.get(id) ?? 0) + 1);
    const dead = without.filter((id) => (this.timesSeen.get(id) ?? 0) >= CHECKS);
    if (dead.length > 0) await utils.forceUnlockWorkers(dead);
  }
}
