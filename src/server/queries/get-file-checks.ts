import type { PersonActor } from '@/domain/access/actor';
import { fileLimits, type FileLimits } from '@/domain/tickets/files';
import { asReader } from '../db/as-actor';
import type { Tx } from '../db/database';
import { siteScanner } from '../site-scanner';

/** A file that needs somebody's eye: refused by the scanner, damaged, or long without a judgement. */
export type CheckedFile = { id: string; name: string; trouble: 'infected' | 'gone' | 'changed' | 'held'; since: Date; by: string; ticket: { id: string; number: string } | null };

export type FileChecks = { hasScanner: boolean; limits: FileLimits; files: CheckedFile[]; isMore: boolean };

const SHOWN = 100;
const HOUR_MS = 3_600_000;

async function findTroubled(tx: Tx, now: Date) {
  return tx.file.findMany({
    where: { OR: [{ state: 'infected' }, { fault: { not: null } }, { state: 'held', uploadedAt: { lt: new Date(now.getTime() - HOUR_MS) } }] },
    orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN + 1,
    select: { id: true, name: true, state: true, fault: true, faultAt: true, scannedAt: true, uploadedAt: true, uploadedByName: true, ticketId: true },
  });
}

function troubleOf(row: Awaited<ReturnType<typeof findTroubled>>[number]): Pick<CheckedFile, 'trouble' | 'since'> {
  if (row.state === 'infected') return { trouble: 'infected', since: row.scannedAt ?? row.uploadedAt };
  if (row.fault === 'gone' || row.fault === 'changed') return { trouble: row.fault, since: row.faultAt ?? row.uploadedAt };
  return { trouble: 'held', since: row.uploadedAt };
}

/** What the Portal Team and Administration see of files: whether they are scanned, and each that is not as it should be. */
export function getFileChecks(actor: PersonActor): Promise<FileChecks> {
  return asReader(actor, async ({ tx, now, settings }) => {
    const rows = await findTroubled(tx, now);
    const tickets = await tx.ticket.findMany({ where: { id: { in: rows.flatMap((r) => r.ticketId ?? []) } }, select: { id: true, number: true } });
    const files = rows.slice(0, SHOWN).map((row) => ({ id: row.id, name: row.name, ...troubleOf(row), by: row.uploadedByName, ticket: tickets.find((t) => t.id === row.ticketId) ?? null }));
    return { hasScanner: siteScanner() !== null, limits: fileLimits(settings), files, isMore: rows.length > SHOWN };
  });
}
