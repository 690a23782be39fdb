import type { PersonActor } from '@/domain/access/actor';
import type { Message } from '@/domain/notifications/message';
import { planRequestAnsweredMail, planRequestWithdrawnMails } from '@/domain/notifications/plan-request-mails';
import { checkRequestAnswer, checkWithdrawReason, endedRequestReason } from '@/domain/tickets/plan-request';
import { planName } from '@/domain/tickets/reference';
import type { FieldIssue } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { appendMessages } from '../db/append-messages';
import { nextRequestEvent } from '../db/append-request-event';
import { asActor, type Scope } from '../db/as-actor';
import { dateOf, dayOf } from '../db/dates';
import { isId } from '../db/find-draft';
import { lockPlanRequest, type StoredRequest } from '../db/find-plan-requests';
import { planStaffOf } from '../db/plan-staff-of';
import { portalTeamOf } from '../db/portal-team';
import { portalUrl } from '../portal-url';

type Ending = { status: 'answered' | 'withdrawn'; check: (typed: unknown) => Result<string, FieldIssue[]>; mails: (scope: Scope, request: StoredRequest) => Promise<Message[]> };

function about({ reference }: Scope, { id, number, planCode, answerOn }: StoredRequest) {
  return { number, planName: planName(reference, planCode), answerOn: dayOf(answerOn), link: `${portalUrl()}/requests/${id}` };
}

async function end(scope: Scope, actor: PersonActor, requestId: string, typed: unknown, ending: Ending): Promise<Result<null>> {
  const { tx } = scope;
  const request = isId(requestId) ? await lockPlanRequest(scope, actor, requestId) : null;
  if (request === null) return err({ kind: 'not_found' });
  // The same form sent twice ends it once.
  if (request.status === ending.status && request.endedById === actor.personId) return ok(null);
  const ended = endedRequestReason(request.status);
  if (ended !== null) return err({ kind: 'not_allowed', reason: ended });
  const checked = ending.check(typed);
  if (!checked.ok) return err({ kind: 'invalid', issues: checked.error });
  const event = nextRequestEvent(scope, actor, { requestId, eventCount: request.eventCount, lastHash: request.lastHash }, ending.status, checked.value);
  await tx.planRequestEvent.createMany({ data: [event] });
  await tx.planRequest.updateMany({ where: { id: requestId, status: 'open' }, data: { status: ending.status, endedAt: scope.now, endedOn: dateOf(scope.today), eventCount: event.seq, lastHash: event.hash } });
  await appendMessages(tx, await ending.mails(scope, request), { ticketId: null, eventSeq: null, uniqueKey: null, enqueuedAt: scope.now }, portalUrl());
  return ok(null);
}

const ANSWER: Ending = {
  status: 'answered',
  check: checkRequestAnswer,
  mails: (scope, request) => Promise.resolve([planRequestAnsweredMail(portalTeamOf(scope.settings), about(scope, request))]),
};
const WITHDRAW: Ending = {
  status: 'withdrawn',
  check: checkWithdrawReason,
  mails: async (scope, request) => planRequestWithdrawnMails((await planStaffOf(scope)(request.planCode)).readers, about(scope, request)),
};

/** R29: the plan answers; a late answer is taken. Answered twice by the same form, once. */
export function answerPlanRequest(actor: PersonActor, requestId: string, typed: unknown, arrivedAt?: Date): Promise<Result<null>> {
  if (actor.role !== 'mco') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, (scope) => end(scope, actor, requestId, typed, ANSWER), arrivedAt);
}

/** R29: the Portal Team takes a request back that is not answered yet, with a reason. */
export function withdrawPlanRequest(actor: PersonActor, requestId: string, typed: unknown, arrivedAt?: Date): Promise<Result<null>> {
  if (actor.role !== 'portal_team') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, (scope) => end(scope, actor, requestId, typed, WITHDRAW), arrivedAt);
}
