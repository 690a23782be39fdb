'use server';

import { formObject } from '@/app/forms/form-object';
import { runForm } from '@/app/forms/run-form';
import type { PersonActor } from '@/domain/access/actor';
import { askPlanRequest } from '@/server/commands/ask-plan-request';
import { answerPlanRequest, withdrawPlanRequest } from '@/server/commands/end-plan-request';
import type { Result } from '@/shared/result';
import type { FormState } from '@/ui/forms/form-state';
import { answerPurpose, ASK_PURPOSE, withdrawPurpose } from './purposes';

type Act = { role: 'portal_team' | 'mco'; purpose: string; then: (id: string) => string; run: (actor: PersonActor, key: string, arrivedAt: Date) => Promise<Result<string>> };

function requestForm({ role, purpose, then, run }: Act, formData: FormData): Promise<FormState> {
  return runForm({ purpose, isAllowed: (actor) => actor.role === role, act: ({ actor, key, arrivedAt }) => run(actor, key, arrivedAt), then }, formData);
}

/** R29: the Portal Team asks a plan about no ticket. */
export async function askPlanAction(_state: FormState, formData: FormData): Promise<FormState> {
  const form = formObject(formData, { dates: ['answerOn'] });
  return requestForm({ role: 'portal_team', purpose: ASK_PURPOSE, then: (id) => `/requests/${id}?done=asked`, run: (actor, key, arrivedAt) => askPlanRequest(actor, form, { key, arrivedAt }) }, formData);
}

async function idOf(requestId: string, ended: Promise<Result<null>>): Promise<Result<string>> {
  const result = await ended;
  return result.ok ? { ok: true, value: requestId } : result;
}

export async function answerRequestAction(requestId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const run: Act['run'] = (actor, _key, arrivedAt) => idOf(requestId, answerPlanRequest(actor, requestId, formData.get('answer'), arrivedAt));
  return requestForm({ role: 'mco', purpose: answerPurpose(requestId), then: (id) => `/requests/${id}?done=answered`, run }, formData);
}

export async function withdrawRequestAction(requestId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const run: Act['run'] = (actor, _key, arrivedAt) => idOf(requestId, withdrawPlanRequest(actor, requestId, formData.get('reason'), arrivedAt));
  return requestForm({ role: 'portal_team', purpose: withdrawPurpose(requestId), then: (id) => `/requests/${id}?done=withdrawn`, run }, formData);
}
