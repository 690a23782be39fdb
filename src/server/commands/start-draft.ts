import type { PersonActor } from '@/domain/access/actor';
import { stepIssues } from '@/domain/tickets/check-draft';
import { readComplaintDraft, type STEP_FIELDS, type ComplaintDraft } from '@/domain/tickets/complaint-draft';
import { draftOfTicket } from '@/domain/tickets/refile-draft';
import type { DomainError } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { asActor, type Scope } from '../db/as-actor';
import { draftToJson, findFilingOrganizations, isId } from '../db/find-draft';
import { findTicket } from '../db/find-ticket';
import { newId } from '../new-id';
import { idOfKey } from './id-of-key';

export type DraftStart = {
  /** The form's key: the same key starts one draft, however often it is sent. */
  key?: string;
  /** The answers of the first page; wrong ones start nothing, since nothing is lost yet. */
  eligibility?: Pick<ComplaintDraft, (typeof STEP_FIELDS)['eligibility'][number]>;
  /** D17: the ticket that is filed again. */
  refilesTicketId?: string;
};

async function blankDraft(scope: Scope, actor: PersonActor, wanted: DraftStart): Promise<Result<ComplaintDraft>> {
  const organizations = await findFilingOrganizations(scope, actor);
  const only = organizations.length === 1 ? organizations[0]?.id : undefined;
  const draft = readComplaintDraft({ ...wanted.eligibility, organizationId: only ?? '', savedIn: { eligibility: 1, dispute: 0, contact: 0 } });
  if (wanted.eligibility === undefined || draft.hasNumber === 'no') return ok(draft);
  const issues = stepIssues('eligibility', draft, { today: scope.today, reference: scope.reference, organizations, people: [] });
  return issues.length > 0 ? err({ kind: 'invalid', issues }) : ok(draft);
}

type Refiling = { draft: ComplaintDraft } | { existing: string };

async function refiling({ tx }: Scope, actor: PersonActor, ticketId: string): Promise<Result<Refiling>> {
  if (!isId(ticketId)) return err({ kind: 'not_found' });
  // Pressed twice, or by two people at once, it is one draft.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`refile:${ticketId}`}, 0))`;
  const found = await findTicket(tx, ticketId);
  if (found === null) return err({ kind: 'not_found' });
  if (found.ticket.closeReason !== 'incomplete') return err<DomainError>({ kind: 'not_allowed', reason: 'Only a ticket that was closed as incomplete can be filed again (D17).' });
  const again = await tx.ticket.findFirst({ where: { refilesTicketId: ticketId }, select: { number: true } });
  if (again !== null) return err<DomainError>({ kind: 'conflict', reason: `This ticket was filed again already, as ${again.number}.` });
  const draft = await tx.complaintDraft.findFirst({ where: { refilesTicketId: ticketId, organizationId: actor.organizationId }, select: { id: true } });
  return ok(draft === null ? { draft: draftOfTicket(found.ticket) } : { existing: draft.id });
}

async function start(scope: Scope, actor: PersonActor, wanted: DraftStart): Promise<Result<string>> {
  const refiled = wanted.refilesTicketId === undefined ? null : await refiling(scope, actor, wanted.refilesTicketId);
  if (refiled !== null && !refiled.ok) return refiled;
  if (refiled !== null && 'existing' in refiled.value) return ok(refiled.value.existing);
  const made = refiled !== null && 'draft' in refiled.value ? ok(refiled.value.draft) : await blankDraft(scope, actor, wanted);
  if (!made.ok) return made;
  const id = wanted.key === undefined ? newId() : idOfKey(actor, `draft:${wanted.key}`);
  // The draft of this key may have been sent since; then the id is a ticket's, and starting anew would double it.
  const sent = await scope.tx.ticket.findUnique({ where: { id }, select: { id: true } });
  if (sent === null)
    await scope.tx.complaintDraft.createMany({
      data: [{ id, organizationId: actor.organizationId, createdById: actor.personId, data: draftToJson(made.value), version: 1, refilesTicketId: wanted.refilesTicketId ?? null, createdAt: scope.now, updatedAt: scope.now }],
      skipDuplicates: true,
    });
  return ok(id);
}

/** `saveDraft` for the first time: a new draft of the actor's organization, or one that files a returned ticket again (D17). */
export function startDraft(actor: PersonActor, wanted: DraftStart = {}, arrivedAt?: Date): Promise<Result<string>> {
  if (actor.role !== 'provider') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, (scope) => start(scope, actor, wanted), arrivedAt);
}
