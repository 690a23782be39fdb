'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { civilDate, oneOf, optional } from '@/domain/tickets/fields';
import { MOVE_KINDS } from '@/server/sandbox/clock-targets';
import { requestClockMove } from '@/server/sandbox/request-clock-move';
import type { FormState } from '@/ui/forms/form-state';
import { fieldIssues, formError } from '../../../forms/form-errors';
import { formObject } from '../../../forms/form-object';

const moveInput = z
  .strictObject({
    kind: oneOf(MOVE_KINDS, 'Choose how far the clock goes.'),
    date: optional(civilDate('Enter the day.')),
    seenOn: civilDate('Load this page again.'),
  })
  .superRefine((move, ctx) => {
    if (move.kind === 'date' && move.date === null) ctx.addIssue({ code: 'custom', path: ['date'], message: 'Enter the day to which the clock goes.' });
  });

export async function moveClockAction(_state: FormState, formData: FormData): Promise<FormState> {
  const parsed = moveInput.safeParse(formObject(formData, { dates: ['date'] }));
  if (!parsed.success) return formError({ kind: 'invalid', issues: fieldIssues(parsed.error) }, formData);
  const requested = await requestClockMove(parsed.data);
  if (!requested.ok) return formError(requested.error, formData);
  redirect('/sandbox/clock');
}
