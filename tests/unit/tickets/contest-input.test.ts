import { describe, expect, it } from 'vitest';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';

const parse = (form: Record<string, string>) => COMMAND_INPUTS.contest.safeParse({ ticketId: '00000000-0000-4000-8000-000000000001', why: 'It is wrong.', requestReview: '', whatToReview: '', ...form });
const fields = (form: Record<string, string>) => {
  const parsed = parse(form);
  return parsed.success ? [] : parsed.error.issues.map((i) => i.path.join('.'));
};

describe('contesting, with or without the review in the same form (D13)', () => {
  it('takes both, and neither without the other', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ requestReview: 'on', whatToReview: 'The records.' })).toEqual([]);
    expect(fields({ requestReview: 'on' })).toEqual(['whatToReview']);
    // Words for HFS without the tick would be lost in silence.
    expect(fields({ whatToReview: 'The records.' })).toEqual(['requestReview']);
  });
});
