import { describe, expect, it } from 'vitest';
import { mailExamples } from '@/domain/notifications/mail-examples';
import { MESSAGE_KINDS } from '@/domain/notifications/message';
import { fineEmailSubject, fineEmailText } from '@/domain/fines/fine-email';
import { cents } from '@/shared/cents';
import { day } from '../../factories/build-ticket';

const examples = mailExamples('https://portal.example');

describe('the page of mail texts', () => {
  it('has one example of every kind of message', () => {
    expect(examples.map((e) => e.kind)).toEqual([...MESSAGE_KINDS]);
    for (const { kind, message } of examples) expect(message.kind).toBe(kind);
  });

  it.each(examples.map((e) => [e.kind, e] as const))('%s names what it is about and leads to the portal', (kind, { message, when, to }) => {
    expect(when).not.toBe('');
    expect(to).not.toBe('');
    expect(message.text).toContain('https://portal.example/');
    // R3: the plan's tracking number stands on every message.
    // A request about no ticket (R29) has a number of its own.
    expect(message.text).toContain(kind.startsWith('plan-request') || kind === 'reminder-plan-request' ? 'REQ-2026-0012' : 'CC-2026-118455');
    expect(message.text).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(message.subject).not.toMatch(/undefined|null|NaN|: $/);
  });

  it('shows the fine notice word for word (R21)', () => {
    const notice = examples.find((e) => e.kind === 'fine-notice')?.message;
    expect(notice?.subject).toBe(fineEmailSubject('PRP-2026-04911'));
    expect(notice?.text.split('\n\n')[0]).toBe(fineEmailText({ ticketNumber: 'PRP-2026-04911', dueOn: day('2026-11-30'), amountCents: cents(5_000_00) }));
  });

  it('says its dates as the policy counts them', () => {
    const text = (kind: string) => examples.find((e) => e.kind === kind)?.message.text ?? '';
    expect(text('presented-to-plan')).toContain('Mon Nov 30, 2026');
    expect(text('plan-answered')).toContain('Tue Dec 1, 2026');
    expect(text('closed-at-filing')).toContain('Sun Oct 11, 2026 to Tue Nov 10, 2026');
  });
});
