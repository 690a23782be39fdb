import { SYSTEM } from '@/domain/access/actor';
import { fileRefusedMessage } from '@/domain/notifications/file-refused';
import { planName } from '@/domain/tickets/reference';
import { appendMessages } from '../db/append-messages';
import { asActor, type Scope } from '../db/as-actor';
import { runTicketCommand } from '../commands/run-ticket-command';
import { scanStream, type ScanResult } from '../files/clamd';
import { fileStore } from '../files/file-store';
import { siteScanner } from '../site-scanner';
import { verifyBytes } from './verify-bytes';

type Checked = { id: string; bytes: number; sha256: string; state: string; fault: string | null; ticketId: string | null };

function findChecked(fileId: string): Promise<Checked | null> {
  return asActor(SYSTEM, ({ tx }) => tx.file.findUnique({ where: { id: fileId }, select: { id: true, bytes: true, sha256: true, state: true, fault: true, ticketId: true } }));
}

/** Records whether the bytes are those that came; a file that was restored is whole again. */
async function recordBytes(file: Checked): Promise<boolean> {
  const bytes = await verifyBytes(file);
  const fault = bytes === 'whole' ? null : bytes;
  if (fault !== file.fault) await asActor(SYSTEM, ({ tx, now }) => tx.file.updateMany({ where: { id: file.id }, data: { fault, faultAt: fault === null ? null : now } }));
  return fault === null;
}

/** To whoever uploaded it, in words without its name or anything that it holds. */
async function tellUploader(scope: Scope, fileId: string, portalUrl: string): Promise<void> {
  const file = await scope.tx.file.findUniqueOrThrow({ where: { id: fileId }, select: { uploadedById: true, placeAction: true, placeId: true, ticketId: true } });
  const person = await scope.tx.person.findFirst({ where: { id: file.uploadedById, disabledAt: null }, select: { id: true, name: true, email: true } });
  if (person === null) return;
  const ticketId = file.ticketId ?? (file.placeAction === 'submit' ? null : file.placeId);
  const ticket = ticketId === null ? null : await scope.tx.ticket.findUnique({ where: { id: ticketId }, select: { number: true, trackingNumber: true, planCode: true } });
  const message = fileRefusedMessage({
    to: { personId: person.id, name: person.name, email: person.email },
    ticket: ticket === null ? null : { number: ticket.number, trackingNumber: ticket.trackingNumber, planName: planName(scope.reference, ticket.planCode) },
    isAttached: file.ticketId !== null,
    link: ticketId === null ? `${portalUrl}/file/${file.placeId}/files` : `${portalUrl}/tickets/${ticketId}`,
  });
  await appendMessages(scope.tx, [message], { ticketId, eventSeq: null, uniqueKey: `file-refused:${fileId}`, enqueuedAt: scope.now }, portalUrl);
}

/** Recorded and told first; then the bytes go, so that nobody opens them by any way. */
async function refuse(fileId: string, found: string | null, portalUrl: string): Promise<void> {
  const ticketId = await asActor(SYSTEM, async (scope) => {
    if (found !== null) await scope.tx.file.updateMany({ where: { id: fileId, state: 'held' }, data: { state: 'infected', scannedAt: scope.now, scanFound: found.slice(0, 200) } });
    await tellUploader(scope, fileId, portalUrl);
    return (await scope.tx.file.findUniqueOrThrow({ where: { id: fileId }, select: { ticketId: true } })).ticketId;
  });
  if (ticketId !== null) {
    const recorded = await runTicketCommand(SYSTEM, { action: 'refuseFile', input: { ticketId, fileId } });
    if (!recorded.ok) throw new Error(`The refusal of file ${fileId} could not be recorded: ${recorded.error.kind}`);
  }
  await (await fileStore()).remove(fileId);
}

async function scan(fileId: string): Promise<ScanResult> {
  const scanner = siteScanner();
  if (scanner === null) throw new Error('A file waits for a virus scanner, and CLAMD_HOST is not set for the worker.');
  return scanStream(scanner, await (await fileStore()).read(fileId));
}

/**
 * The job `check-file`: are the bytes of a file those that came, and, where it is held, does the virus scanner find
 * anything? Throws while the scanner gives no judgement, so that the queue asks again; the file stays held. Twice is once.
 */
export async function checkFile(fileId: string, portalUrl: string): Promise<void> {
  const file = await findChecked(fileId);
  if (file === null || file.state === 'storing') return;
  if (file.state === 'infected') return refuse(fileId, null, portalUrl);
  const isWhole = await recordBytes(file);
  if (file.state !== 'held' || !isWhole) return;
  const result = await scan(fileId);
  if (result.verdict === 'infected') return refuse(fileId, result.found, portalUrl);
  await asActor(SYSTEM, ({ tx, now }) => tx.file.updateMany({ where: { id: fileId, state: 'held' }, data: { state: 'clean', scannedAt: now } }));
}
