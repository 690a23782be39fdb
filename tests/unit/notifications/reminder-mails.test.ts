import { describe, expect, it } from 'vitest';
import { CLOCK_STATUSES } from '@/domain/tickets/clock';
import { DEADLINE_RULES, RULE_IDS } from '@/domain/deadlines';
import { digestMessage } from '@/domain/notifications/digest-mail';
import { dueStateWords, isRemindedRule, reminderMessage, type DueItem } from '@/domain/notifications/reminder-mails';
import { isMoot, type RemindedState } from '@/domain/notifications/reminder-moot';
import { day } from '../../factories/build-ticket';

const to = { personId: 's', name: 'Simone Tran', email: 's.tran@countycare.example' };
const item = (change: Partial<DueItem> = {}): DueItem => ({ what: 'mco-response', dueOn: day('2026-11-30'), number: 'PRP-2026-00001', planName: 'CountyCare Health Plan', trackingNumber: 'CC-2026-118402', link: 'https://portal.example/tickets/1', ...change });

describe('a reminder', () => {
  it('is there for every duty and window that runs as a clock, and for no target', () => {
    for (const rule of RULE_IDS) expect(isRemindedRule(rule), rule).toBe(CLOCK_STATUSES[rule].length > 0 && DEADLINE_RULES[rule].kind !== 'target');
  });

  it('says what is due and when, ahead, on the day and after it', () => {
    const subject = (today: string, what: DueItem['what'] = 'mco-response') => reminderMessage(item({ what }), to, day(today)).subject;
    expect(subject('2026-11-25')).toBe('Due Mon Nov 30, 2026, your written answer: PRP-2026-00001');
    expect(subject('2026-11-30')).toBe('Due Mon Nov 30, 2026, your written answer: PRP-2026-00001');
    expect(subject('2026-12-01')).toBe('Overdue since Tue Dec 1, 2026, your written answer: PRP-2026-00001');
    expect(subject('2026-11-30', 'contest')).toBe('Last day Mon Nov 30, 2026, disagreeing with the answer: PRP-2026-00001');
    expect(reminderMessage(item(), to, day('2026-12-01')).text).toContain('It was due Mon Nov 30, 2026, and is overdue.');
  });

  it('of a window never says overdue', () => {
    expect(dueStateWords({ what: 'contest', dueOn: day('2026-11-30') }, day('2026-12-05'))).toBe('Last day Mon Nov 30, 2026');
  });
});

describe('the daily digest', () => {
  const ctx = { isCut: false, portalUrl: 'https://portal.example' };
  it('lists by due date with numbers, plan and link of each, and counts in its subject', () => {
    const items = [item({ number: 'PRP-2026-00003', dueOn: day('2026-12-04') }), item(), item({ number: 'PRP-2026-00002', dueOn: day('2026-11-20') })];
    const digest = digestMessage(items, to, day('2026-11-30'), ctx);
    expect(digest?.subject).toBe('Your dates, Mon Nov 30, 2026: 1 overdue, 1 due today, 1 within 7 days');
    const places = ['Overdue since Sat Nov 21, 2026:', 'PRP-2026-00002', 'Due today:', 'PRP-2026-00001', 'Due Fri Dec 4, 2026:', 'PRP-2026-00003'].map((w) => digest?.text.indexOf(w) ?? -1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(digest?.text).toContain('tracking number CC-2026-118402\nhttps://portal.example/tickets/1');
  });

  it('says that there is more, and is no mail when nothing is due', () => {
    expect(digestMessage([item()], to, day('2026-11-30'), { ...ctx, isCut: true })?.text).toContain('There is more.');
    expect(digestMessage([], to, day('2026-11-30'), ctx)).toBeNull();
  });
});

describe('moot at the moment of sending', () => {
  const state = (change: Partial<RemindedState> = {}): RemindedState => ({ what: 'mco-response', dueOn: day('2026-11-30'), isOpen: true, extensionState: 'none', ...change });
  const written = { dueOn: day('2026-11-30'), on: day('2026-11-25') };
  it.each([
    ['open, same date', state(), '2026-11-25', false],
    ['on the due date', state(), '2026-11-30', false],
    ['written ahead, sent after the due date', state(), '2026-12-01', true],
    ['a window that is over, whenever it was written', state({ what: 'contest' }), '2026-12-01', true],
    ['done', state({ isOpen: false }), '2026-11-25', true],
    ['moved to another date', state({ dueOn: day('2026-12-01') }), '2026-11-25', true],
    ['gone', null, '2026-11-25', true],
    ['an extension while one is pending', state({ what: 'extension-request', extensionState: 'pending' }), '2026-11-25', true],
    ['an extension after one was approved', state({ what: 'extension-request', extensionState: 'approved' }), '2026-11-25', true],
    ['an extension after one was denied', state({ what: 'extension-request', extensionState: 'denied' }), '2026-11-25', false],
  ])('%s', (_what, now, today, moot) => {
    expect(isMoot(now, written, day(today))).toBe(moot);
  });

  it('the reminder of the day after stays true later', () => {
    expect(isMoot(state(), { dueOn: day('2026-11-30'), on: day('2026-12-01') }, day('2026-12-03'))).toBe(false);
  });
});
