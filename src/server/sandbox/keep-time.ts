import type { Client } from 'pg';
import { SYSTEM } from '@/domain/access/actor';
import { realNow } from '../clock';
import { asActor } from '../db/as-actor';

const EVERY_MS = 10_000;

/**
 * Says every ten seconds that the sandbox runs, so that the time during which it is stopped does not count. On a
 * database that is no sandbox it does nothing. Returns what ends it.
 */
export async function keepSandboxTime(): Promise<() => void> {
  const say = () =>
    asActor(SYSTEM, async ({ tx, isSandbox }) => {
      if (isSandbox) await tx.$executeRaw`UPDATE sandbox_marker SET seen_real_at = ${realNow()}::timestamptz`;
      return isSandbox;
    });
  if (!(await say())) return () => undefined;
  // A database that is away for a moment is told at the next turn.
  const timer = setInterval(() => void say().catch(() => undefined), EVERY_MS);
  return () => clearInterval(timer);
}

/**
 * Lets a sandbox's clock go on from where it was last seen running, and says where its mailbox is now. The seconds since
 * the last sign of life count as run, so that the clock never goes back. Runs as the owner, before the portal starts.
 */
export async function resumeSandbox(owner: Client, mailboxUrl: string | null): Promise<void> {
  await owner.query(
    `UPDATE sandbox_marker SET anchor_real_at = $1, seen_real_at = $1, mailbox_url = coalesce($3, mailbox_url),
       anchor_portal_at = portal_time(least($1::timestamptz, coalesce(seen_real_at, anchor_real_at) + $2::interval))
     WHERE filled_at IS NOT NULL`,
    [realNow(), `${EVERY_MS + 5000} milliseconds`, mailboxUrl],
  );
}
