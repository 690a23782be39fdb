import type { Prisma } from '@generated/prisma/client';
import type { PersonActor } from '@/domain/access/actor';
import type { DraftFacts, DraftOrganization } from '@/domain/tickets/check-draft';
import { readComplaintDraft, type ComplaintDraft } from '@/domain/tickets/complaint-draft';
import type { Refiled } from '@/domain/tickets/filing-outlook';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Scope } from './as-actor';
import { dayOf, dayOrNull } from './dates';
import type { Tx } from './database';

/** The closed ticket that a draft files again (D17). */
export type RefiledTicket = Refiled & { number: string };

/** A complaint's draft with its version; it belongs to an organization, and everybody there can go on with it. */
export type StoredDraft = {
  id: string;
  draft: ComplaintDraft;
  version: number;
  createdById: string;
  refiles: RefiledTicket | null;
  remindOn: CalendarDate | null;
  savedAt: Date;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an address names may be anything; only such a text can be an id at all. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

const REFILED = { select: { id: true, number: true, closedOn: true, firstReceivedOn: true } } as const;

function refiledTicket(row: { id: string; number: string; closedOn: Date | null; firstReceivedOn: Date } | null): RefiledTicket | null {
  return row === null || row.closedOn === null ? null : { ticketId: row.id, number: row.number, closedOn: dayOf(row.closedOn), firstReceivedOn: dayOf(row.firstReceivedOn) };
}

/** The draft, if it is one of the actor's organization. */
export async function findDraft(tx: Tx, actor: PersonActor, draftId: string): Promise<StoredDraft | null> {
  if (!isId(draftId)) return null;
  const row = await tx.complaintDraft.findFirst({ where: { id: draftId, organizationId: actor.organizationId }, include: { refiles: REFILED } });
  if (row === null) return null;
  const { id, version, createdById } = row;
  return { id, draft: readComplaintDraft(row.data), version, createdById, refiles: refiledTicket(row.refiles), remindOn: dayOrNull(row.remindOn), savedAt: row.updatedAt };
}

/** The same, kept from everybody else's writing until the transaction ends. */
export async function lockDraft(tx: Tx, actor: PersonActor, draftId: string): Promise<StoredDraft | null> {
  if (!isId(draftId)) return null;
  await tx.$queryRaw`SELECT id FROM complaint_drafts WHERE id = ${draftId}::uuid AND organization_id = ${actor.organizationId}::uuid FOR UPDATE`;
  return findDraft(tx, actor, draftId);
}

/** A draft as its column takes it. */
export function draftToJson(draft: ComplaintDraft): Prisma.InputJsonValue {
  return draft;
}

/** For whom the actor can file: a billing agent for the clients that granted it access, everybody else for their own. */
export async function findFilingOrganizations({ tx }: Scope, actor: PersonActor): Promise<DraftOrganization[]> {
  return tx.organization.findMany({
    where: actor.isBillingAgent ? { clientGrants: { some: { agentId: actor.organizationId, endedAt: null } } } : { id: actor.organizationId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, facilities: { select: { id: true, name: true }, orderBy: { name: 'asc' } } },
  });
}

/** What a draft of this actor is judged by. */
export async function findDraftFacts(scope: Scope, actor: PersonActor): Promise<DraftFacts> {
  const organizations = await findFilingOrganizations(scope, actor);
  const people = await scope.tx.person.findMany({
    where: { disabledAt: null, memberships: { some: { organizationId: actor.organizationId, endedAt: null } } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, phone: true },
  });
  return { today: scope.today, reference: scope.reference, organizations, people };
}
