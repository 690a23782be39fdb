import type { PersonActor } from '@/domain/access/actor';
import { planRequestMails } from '@/domain/notifications/plan-request-mails';
import { checkPlanRequest } from '@/domain/tickets/plan-request';
import { planName } from '@/domain/tickets/reference';
import { yearOf } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { appendMessages } from '../db/append-messages';
import { nextRequestEvent } from '../db/append-request-event';
import { asActor, type Scope } from '../db/as-actor';
import { dateOf } from '../db/dates';
import { FIRST_HASH } from '../db/event-hash';
import { planStaffOf } from '../db/plan-staff-of';
import { newId } from '../new-id';
import { portalUrl } from '../portal-url';
import { idOfKey } from './id-of-key';

async function nextNumber({ tx, today }: Scope): Promise<string> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('plan_request_numbers') AS n`;
  if (row === undefined) throw new Error('A sequence came back without a number.');
  return `REQ-${yearOf(today)}-${String(row.n).padStart(4, '0')}`;
}

async function ask(scope: Scope, actor: PersonActor, form: Readonly<Record<string, unknown>>, key: string | undefined): Promise<Result<string>> {
  const { tx } = scope;
  const id = key === undefined ? newId() : idOfKey(actor, `plan-request:${key}`);
  // Waits for a twin of this form that is under way; sent twice, it asks once.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan-request:${id}`}, 0))`;
  if ((await tx.planRequest.findUnique({ where: { id }, select: { id: true } })) !== null) return ok(id);
  const checked = checkPlanRequest(form, scope.reference, scope.today);
  if (!checked.ok) return err({ kind: 'invalid', issues: checked.error });
  const { planCode, subject, question, answerOn } = checked.value;
  const { readers } = await planStaffOf(scope)(planCode);
  if (readers.length === 0) return err({ kind: 'invalid', issues: [{ field: 'planCode', message: 'Nobody at this plan can sign in, so nobody would see the request. Ask the plan for its staff first (R6).' }] });
  const number = await nextNumber(scope);
  const event = nextRequestEvent(scope, actor, { requestId: id, eventCount: 0, lastHash: FIRST_HASH }, 'asked', question);
  await tx.planRequest.createMany({
    data: [{ id, number, planCode, subject, answerOn: dateOf(answerOn), status: 'open', askedById: actor.personId, askedByName: actor.name, askedAt: scope.now, eventCount: 1, lastHash: event.hash }],
  });
  await tx.planRequestEvent.createMany({ data: [event] });
  const mails = planRequestMails(readers, { number, planName: planName(scope.reference, planCode), answerOn, link: `${portalUrl()}/requests/${id}` });
  await appendMessages(tx, mails, { ticketId: null, eventSeq: null, uniqueKey: null, enqueuedAt: scope.now }, portalUrl());
  return ok(id);
}

/** R29: the Portal Team asks a plan about no ticket; the plan is told in the same transaction. Gives the request's id. */
export function askPlanRequest(actor: PersonActor, form: Readonly<Record<string, unknown>>, options: { key?: string; arrivedAt?: Date } = {}): Promise<Result<string>> {
  if (actor.role !== 'portal_team') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, (scope) => ask(scope, actor, form, options.key), options.arrivedAt);
}
