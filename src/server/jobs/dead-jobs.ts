import { EventEmitter } from 'node:events';
import type { WorkerEvents, WorkerUtils } from 'graphile-worker';
import { Client, type Pool } from 'pg';

/** Advisory locks of worker pools live under one number of their own, apart from all others. */
const LOCK_SPACE = 4716;

/**
 * A job whose worker was killed stays locked for hours. Each live worker pool therefore holds an advisory lock under
 * its own id (`locked_by` is a pool's id, not a worker's), and the jobs of pools without one are set free.
 */
export class DeadJobs {
  readonly events: WorkerEvents = new EventEmitter();
  private readonly holder: Client;
  private poolId: string | null = null;

  constructor(
    private readonly pool: Pool,
    databaseUrl: string,
  ) {
    this.holder = new Client({ connectionString: databaseUrl });
    // A restarted database ends this connection; `hold` opens the lock anew.
    this.holder.on('error', () => undefined);
    this.events.on('pool:create', ({ workerPool }) => {
      this.poolId = workerPool.id;
    });
  }

  /** Takes this pool's lock; called once the pool exists and before other pools' jobs are looked at. */
  async hold(): Promise<void> {
    if (this.poolId === null) throw new Error('The worker pool was not created.');
    await this.holder.connect();
    await this.holder.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_SPACE, this.poolId]);
  }

  /** Sets free the jobs of pools that hold no lock any more. */
  async free(utils: WorkerUtils): Promise<void> {
    const { rows } = await this.pool.query<{ locked_by: string }>(
      `SELECT DISTINCT j.locked_by FROM graphile_worker._private_jobs j
       WHERE j.locked_by IS NOT NULL AND j.locked_by <> $2 AND NOT EXISTS (
         SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND l.classid = $1 AND l.objid = hashtext(j.locked_by)::bigint & 4294967295)`,
      [LOCK_SPACE, this.poolId],
    );
    if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((r) => r.locked_by));
  }

  async release(): Promise<void> {
    await this.holder.end();
  }
}
