import type { PersonActor } from '@/domain/access/actor';
import { checkNoNumber } from '@/domain/tickets/no-number';
import { err, ok, type Result } from '@/shared/result';
import { asActor, type Scope } from '../db/as-actor';
import { dateOf } from '../db/dates';
import { draftToJson, lockDraft } from '../db/find-draft';
import { newId } from '../new-id';

async function report(scope: Scope, actor: PersonActor, draftId: string, form: Readonly<Record<string, unknown>>): Promise<Result<null>> {
  const { tx, now, today, reference } = scope;
  const found = await lockDraft(tx, actor, draftId);
  if (found === null) return err({ kind: 'not_found' });
  const told = await tx.noNumberReport.findUnique({ where: { draftId }, select: { id: true } });
  if (told !== null) return ok(null);
  const checked = checkNoNumber(form, reference, today);
  if (!checked.ok) return err({ kind: 'invalid', issues: checked.error });
  const { planCode, askedOn } = checked.value;
  await tx.noNumberReport.createMany({
    data: [{ id: newId(), organizationId: actor.organizationId, organizationName: actor.organizationName, planCode, reportedById: actor.personId, reportedByName: actor.name, askedOn: dateOf(askedOn), reportedAt: now, draftId }],
  });
  const version = found.version + 1;
  const draft = { ...found.draft, planCode, hasNumber: 'no', savedIn: { ...found.draft.savedIn, eligibility: version, dispute: version } };
  await tx.complaintDraft.updateMany({ where: { id: draftId }, data: { data: draftToJson(draft), version, updatedAt: now } });
  return ok(null);
}

/** D19: tells the Portal Team, once per draft, that the plan gave no tracking number; it counts against the plan. The draft stays. */
export function reportNoNumber(actor: PersonActor, draftId: string, form: Readonly<Record<string, unknown>>, arrivedAt?: Date): Promise<Result<null>> {
  if (actor.role !== 'provider') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, (scope) => report(scope, actor, draftId, form), arrivedAt);
}
