import type { PersonActor } from '@/domain/access/actor';
import type { CommandInput } from '@/domain/tickets/commands';
import type { FilingFacts } from '@/domain/tickets/decision';
import { dayOf } from '../db/dates';
import { sha256 } from '../db/event-hash';
import type { Scope } from '../db/as-actor';
import { canonicalJson } from '@/shared/canonical-json';
import { formatChicagoInstant } from '@/shared/chicago';
import type { FieldIssue } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';

async function nextNumber(scope: Scope): Promise<string> {
  const year = Number(scope.today.slice(0, 4));
  const [row] = await scope.tx.$queryRaw<{ last: number }[]>`
    INSERT INTO ticket_counters (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = ticket_counters.last + 1 RETURNING last`;
  if (row === undefined) throw new Error('The ticket counter gave no number.');
  return `PRP-${year}-${String(row.last).padStart(5, '0')}`;
}

async function findRefiled(scope: Scope, ticketId: string | null): Promise<FilingFacts['refiles']> {
  if (ticketId === null) return null;
  const row = await scope.tx.ticket.findUnique({ where: { id: ticketId }, select: { closeReason: true, closedOn: true, firstReceivedOn: true } });
  if (row?.closeReason !== 'incomplete' || row.closedOn === null) return null;
  return { ticketId, closedOn: dayOf(row.closedOn), firstReceivedOn: dayOf(row.firstReceivedOn) };
}

/**
 * What filing rests on beside the form, all within the actor's scope: for whom, the facility, the contact, the ticket
 * that is filed again (D17), and the next ticket number. The draft that is sent disappears with the filing.
 */
export async function filingFacts(scope: Scope, actor: PersonActor, input: CommandInput<'submit'>, seenVersion?: number): Promise<Result<FilingFacts>> {
  const { tx } = scope;
  // Locks the draft, so that a complaint that is sent twice waits for its twin and then finds it gone.
  const [draft] = await tx.$queryRaw<{ refiles_ticket_id: string | null; version: number; updated_at: Date }[]>`
    DELETE FROM complaint_drafts WHERE id = ${input.ticketId}::uuid AND organization_id = ${actor.organizationId}::uuid
    RETURNING refiles_ticket_id, version, updated_at`;
  if (draft === undefined) return err({ kind: 'not_found' });
  // What is attested must be what was shown.
  if (seenVersion !== undefined && draft.version !== seenVersion) return err({ kind: 'stale', changed: [`${formatChicagoInstant(draft.updated_at)}: the draft was saved again.`] });

  const organization = await tx.organization.findUnique({ where: { id: input.organizationId }, select: { id: true, name: true, kind: true } });
  const facility = input.facilityId === null ? null : await tx.facility.findFirst({ where: { id: input.facilityId, organizationId: input.organizationId }, select: { id: true, name: true } });
  const contact = await tx.person.findFirst({
    where: { id: input.contactId, disabledAt: null, memberships: { some: { organizationId: actor.organizationId, endedAt: null } } },
    select: { id: true, name: true, email: true },
  });
  const issues: FieldIssue[] = [];
  if (organization?.kind !== 'provider') issues.push({ field: 'organizationId', message: 'Choose for whom you file.' });
  if (input.facilityId !== null && facility === null) issues.push({ field: 'facilityId', message: 'Choose a facility of this organization.' });
  if (contact === null) issues.push({ field: 'contactId', message: 'Choose a person of your organization.' });
  if (organization === null || contact === null || issues.length > 0) return err({ kind: 'invalid', issues });
  return ok({
    number: await nextNumber(scope),
    organization,
    facility,
    contact: { personId: contact.id, name: contact.name, phone: input.contactPhone, email: contact.email },
    filedByOrganizationId: actor.organizationId,
    claimsSha256: sha256(canonicalJson(input.claims)),
    refiles: await findRefiled(scope, draft.refiles_ticket_id),
  });
}
