import os from 'node:os';
import type { Client } from 'pg';

/** On what the figures of one run were measured, and how busy it was with other things. */
export function machine(): string {
  const [cpu] = os.cpus();
  const [load = 0] = os.loadavg();
  return `${os.cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}, Node ${process.versions.node}, load ${load.toFixed(1)}`;
}

export async function serverVersion(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ server_version: string }>('SHOW server_version');
  return `PostgreSQL ${rows[0]?.server_version ?? 'unknown'}, portal and bare page one process each, the measuring client on the same machine`;
}
