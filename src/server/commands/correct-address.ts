import type { PersonActor } from '@/domain/access/actor';
import { email } from '@/domain/tickets/fields';
import { OPEN_STATUSES } from '@/domain/tickets/status';
import { err, ok, type Result } from '@/shared/result';
import { asActor, type Scope } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { isCorrectable } from '../db/is-correctable';
import { newId } from '../new-id';
import { resendMessage } from './resend-message';
import { runTicketCommand } from './run-ticket-command';

type Corrected = { recipientId: string; ticketId: string | null; openTicketIds: string[] };

/** More open tickets than anybody is the contact of; mail goes to the new address for all of them anyway. */
const MOST_TICKETS = 200;

const invalid = (message: string) => err({ kind: 'invalid' as const, issues: [{ field: 'address', message }] });

async function correct({ tx, now }: Scope, actor: PersonActor, messageId: string, typed: unknown): Promise<Result<Corrected>> {
  const message = await tx.outboxMessage.findUnique({ where: { id: messageId }, select: { recipientId: true, ticketId: true, toAddress: true } });
  if (message === null || message.recipientId === null || !(await isCorrectable(tx, message.recipientId))) return err({ kind: 'not_found' });
  const address = email.safeParse(typed);
  if (!address.success) return invalid(address.error.issues[0]?.message ?? '');
  if (message.toAddress === address.data) return invalid('This is the address that the mail server refused. Enter the right one.');
  const [done] = await tx.$queryRaw<{ outcome: string }[]>`SELECT correct_bounced_address(${messageId}::uuid, ${address.data}) AS outcome`;
  if (done?.outcome === 'taken') return invalid('Somebody else in the portal has this address.');
  if (done?.outcome === 'corrected') await tx.messageNote.createMany({ data: [{ id: newId(), messageId, kind: 'address', text: `${message.toAddress} → ${address.data}`, byId: actor.personId, byName: actor.name, notedAt: now }] });
  else if (done?.outcome !== 'changed') return err({ kind: 'not_found' });
  // Pressed again after it was cut off on the way: the tickets and the message are still to follow.
  else if ((await tx.person.findUnique({ where: { id: message.recipientId }, select: { email: true } }))?.email !== address.data)
    return err({ kind: 'conflict', reason: 'This person has another address already. Send the message again; it goes to that one.' });
  const tickets = await tx.ticket.findMany({ where: { contactId: message.recipientId, status: { in: [...OPEN_STATUSES] } }, take: MOST_TICKETS, select: { id: true } });
  return ok({ recipientId: message.recipientId, ticketId: message.ticketId, openTicketIds: tickets.map((t) => t.id) });
}

/**
 * The Portal Team corrects the address of somebody at a provider or plan where a message did not arrive, and sends that
 * message again. All mail from now on uses it, and the person signs in with it; nothing else ends. Plans see the new
 * address on open tickets (R7). For the State's own people it does not exist.
 */
export async function correctAddress(actor: PersonActor, messageId: string, typed: unknown, options: { arrivedAt: Date; key: string }): Promise<Result<null>> {
  if (actor.role !== 'portal_team' || !isId(messageId)) return err({ kind: 'not_found' });
  const { arrivedAt, key } = options;
  const corrected = await asActor(actor, (scope) => correct(scope, actor, messageId, typed), arrivedAt);
  if (!corrected.ok) return corrected;
  const { ticketId, recipientId, openTicketIds } = corrected.value;
  // A ticket whose contact cannot be changed, such as one that was closed meanwhile, keeps what it says.
  for (const id of openTicketIds) await runTicketCommand(actor, { action: 'changeProviderContact', input: { ticketId: id, contactId: recipientId, contactPhone: null } }, { arrivedAt });
  const sent = ticketId === null ? await resendMessage(actor, messageId, arrivedAt) : await runTicketCommand(actor, { action: 'resendNotice', input: { ticketId, messageId } }, { arrivedAt, key });
  if (sent.ok) return ok(null);
  return 'reason' in sent.error ? err({ kind: 'conflict', reason: `The address is corrected, but the message was not sent again. ${sent.error.reason}` }) : sent;
}
