import { asPublic } from '../db/as-actor';

/** Where the sandbox's mailbox can be read; null on every database that is no sandbox. */
export function findSandboxMailbox(): Promise<string | null> {
  return asPublic(async ({ tx, isSandbox }) => (isSandbox ? ((await tx.sandboxMarker.findFirst({ select: { mailboxUrl: true } }))?.mailboxUrl ?? null) : null));
}
