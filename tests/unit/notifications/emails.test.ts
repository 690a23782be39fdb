import { describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { answerNoticeAgain, emailsFor, type MailContext } from '@/domain/notifications/emails-for';
import { decide } from '@/domain/tickets/decide';
import { evolveAll } from '@/domain/tickets/evolve';
import type { TicketCommand } from '@/domain/tickets/commands';
import type { DecideContext } from '@/domain/tickets/decision';
import type { Ticket } from '@/domain/tickets/ticket';
import { buildActor, buildClock, buildContested, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const simone = { personId: 's', name: 'Simone Tran', email: 's.tran@countycare.example' };
const cal = { personId: 'c', name: 'Cal Brandvold', email: 'c.brandvold@countycare.example' };
const mail: MailContext = {
  recipients: {
    mcoPrimary: [simone],
    mcoStaff: [simone, cal],
    accountManagers: [{ personId: 'am', name: 'AM', email: 'am@hfs.example' }],
    administration: [{ personId: 'ad', name: 'AD', email: 'ad@hfs.example' }],
    portalTeam: { personId: null, name: 'Portal Team', email: 'team@hfs.example' },
    assignee: null, statePeople: [],
  },
  planName: 'CountyCare Health Plan',
  portalUrl: 'https://portal.example',
  actorPersonId: null,
};

function mailsOf(ticket: Ticket, command: TicketCommand, ctx: DecideContext, context = mail) {
  const decided = decide(ticket, command, ctx);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  const after = evolveAll(ticket, decided.value);
  return decided.value.flatMap((event) => emailsFor(event, after, context));
}

function fined(): Ticket {
  const presented = buildPresented();
  const decided = decide(presented, buildCommand('markOverdue', { clockId: presented.clocks[0]?.id }), contextOn(SYSTEM, day('2026-12-01')));
  if (!decided.ok) throw new Error('not overdue');
  return evolveAll(presented, decided.value);
}

describe('the fine e-mail (R21)', () => {
  it('is word for word, with its en dash and the due date in force', () => {
    const [notice] = mailsOf(fined(), buildCommand('issueFine'), contextOn(buildActor('administration'), day('2026-12-01')));
    expect(notice?.subject).toBe('MCO Provider Resolution Portal Fine Notice – PRP-2026-00001');
    const [block, reference] = notice?.text.split('\n\n') ?? [];
    expect(block).toBe(
      'A written proposal for Provider Resolution ticket PRP-2026-00001 was due November 30, 2026. Your written proposal was not received on or before this date. Your plan has been fined $5,000.00 for the untimely handling of the Provider Resolution Ticket.',
    );
    expect(reference).toContain('tracking number CC-2026-118402');
    expect(notice?.html).toContain(block);
  });

  it('goes to every primary staff member, and to all staff where there is none', () => {
    const to = (context: MailContext) => mailsOf(fined(), buildCommand('issueFine'), contextOn(buildActor('administration'), day('2026-12-01')), context).map((m) => m.to.email);
    expect(to(mail)).toEqual(['s.tran@countycare.example']);
    expect(to({ ...mail, recipients: { ...mail.recipients, mcoPrimary: [] } })).toEqual(['s.tran@countycare.example', 'c.brandvold@countycare.example']);
  });
});

describe('who is told', () => {
  const provider = buildActor('provider');
  it.each([
    ['present', buildTicket(), buildCommand('present'), contextOn(buildActor('portal_team'), day('2026-10-27')), ['s.tran@countycare.example', 'renata@kestrel.example']],
    ['respond', buildPresented(), buildCommand('respond'), contextOn(buildActor('mco'), day('2026-11-20')), ['renata@kestrel.example']],
    ['accept', buildResponded(), buildCommand('accept'), contextOn(provider, day('2026-11-24')), ['s.tran@countycare.example', 'team@hfs.example']],
    ['contest', buildResponded(), buildCommand('contest'), contextOn(provider, day('2026-11-24')), ['s.tran@countycare.example', 'team@hfs.example']],
    ['withdraw before the plan has it', buildTicket(), buildCommand('withdraw'), contextOn(provider, day('2026-10-20')), ['team@hfs.example']],
    ['correct before the plan has it', buildTicket(), buildCommand('correct'), contextOn(buildActor('portal_team'), day('2026-10-20')), ['renata@kestrel.example']],
    ['correct afterwards', buildPresented(), buildCommand('correct'), contextOn(buildActor('portal_team'), day('2026-11-02')), ['renata@kestrel.example', 's.tran@countycare.example']],
    ['alertHfs', buildPresented(), buildCommand('alertHfs'), contextOn(buildActor('portal_team'), day('2026-11-24')), ['am@hfs.example', 'ad@hfs.example']],
    ['requestInformation', buildPresented(), buildCommand('requestInformation'), contextOn(buildActor('mco'), day('2026-11-02')), ['renata@kestrel.example']],
    ['requestExtension by the plan', buildPresented(), buildCommand('requestExtension'), contextOn(buildActor('mco'), day('2026-11-19')), ['am@hfs.example', 'renata@kestrel.example']],
    ['requestExtension by the provider', buildPresented(), buildCommand('requestExtension'), contextOn(provider, day('2026-11-19')), ['am@hfs.example', 's.tran@countycare.example']],
    ['logContact', buildPresented(), buildCommand('logContact'), contextOn(buildActor('mco'), day('2026-11-24')), []],
    ['closeNotContested', buildResponded(), buildCommand('closeNotContested'), contextOn(buildActor('portal_team'), day('2026-12-02')), ['renata@kestrel.example', 's.tran@countycare.example']],
  ])('%s', (_what, ticket, command, ctx, expected) => {
    expect(mailsOf(ticket, command, ctx).map((m) => m.to.email)).toEqual(expected);
  });

  it('assign tells that person, at the plan or at the State, but nobody of the own act', () => {
    const ines = { personId: '00000000-0000-4000-8000-000000000077', name: 'Ines Abara', email: 'i.abara@hfs.example' };
    const ctx = contextOn(buildActor('portal_team'), day('2026-10-20'), { facts: { assignee: { personId: ines.personId, name: ines.name } } });
    const told = (actorPersonId: string | null) => mailsOf(buildTicket(), buildCommand('assign', { assigneeId: ines.personId }), ctx, { ...mail, recipients: { ...mail.recipients, assignee: ines }, actorPersonId }).map((m) => m.to.email);
    expect(told(null)).toEqual(['i.abara@hfs.example']);
    expect(told(ines.personId)).toEqual([]);
  });

  it('a complaint that is closed at filing tells the contact and the Portal Team (D2)', () => {
    const closed = buildTicket({ status: 'closed', closeReason: 'premature', closedOn: day('2026-10-09'), receivedOn: day('2026-10-09'), clocks: [] });
    const mails = emailsFor({ type: 'ClosedAtFiling', data: { closeReason: 'premature' }, to: 'closed', effectiveOn: day('2026-10-09'), at: new Date(0), clocks: { started: [], ended: [], marked: [] } }, closed, mail);
    expect(mails.map((m) => m.to.email)).toEqual(['renata@kestrel.example', 'team@hfs.example']);
    for (const m of mails) expect(m.text).toContain('CC-2026-118402');
  });

  it('the answer’s notice that is sent again names no last day, because its arrival sets it (D18)', () => {
    const again = answerNoticeAgain(buildResponded({ responseNotice: 'failed' }), mail);
    expect(again).toMatchObject({ kind: 'plan-answered', isResponseNotice: true, subject: 'The plan has answered, reply within 5 business days: PRP-2026-00001' });
    expect(again?.text).not.toContain('Dec 1');
    expect(again?.text).toContain('within 5 business days of the day on which this message reaches you');
    expect(again?.text).toContain('CC-2026-118402');
    expect(answerNoticeAgain(buildResponded(), mail)).toBeNull();
    expect(answerNoticeAgain(buildResponded({ responseNotice: 'pending' }), mail)?.subject).toBe(again?.subject);
    expect(answerNoticeAgain(buildTicket({ status: 'contested', responseNotice: 'failed' }), mail)).toBeNull();
  });

  it('an answer given in review names no day to disagree, though an earlier one had it (D14)', () => {
    const late = buildResponded({ status: 'administrative_review', respondedLate: true });
    const responded = decide(buildPresented(), buildCommand('respond'), contextOn(buildActor('mco'), day('2026-11-20')));
    const event = responded.ok ? responded.value.find((e) => e.type === 'ResponseSubmitted') : undefined;
    const [notice] = event === undefined ? [] : emailsFor(event, late, mail);
    expect(notice).toMatchObject({ subject: 'The plan has answered: PRP-2026-00001' });
    expect(notice?.text).toContain('HFS is reviewing this ticket.');
    expect(notice?.text).not.toContain('Dec 1');
  });

  it('what the contact resolves while an expert has the review is told to the expert, too (R17)', () => {
    const expert = { personId: '00000000-0000-4000-8000-0000000000d1', name: 'Priya', email: 'priya@hfs.example' };
    const ticket = buildResponded({ status: 'administrative_review', sme: { personId: expert.personId, name: 'Priya' }, clocks: [buildClock('review-information', day('2026-11-24'))] });
    const told = mailsOf(ticket, buildCommand('confirmResolved'), contextOn(provider, day('2026-12-28')), { ...mail, recipients: { ...mail.recipients, statePeople: [expert] } });
    expect(told.map((m) => m.to.email)).toContain('priya@hfs.example');
  });

  it('a review of a plan without Account Manager is told to Administration (R17)', () => {
    const told = mailsOf(buildContested(), buildCommand('requestReview'), contextOn(provider, day('2026-11-25')), { ...mail, recipients: { ...mail.recipients, accountManagers: [] } });
    expect(told.map((m) => m.to.email)).toEqual(expect.arrayContaining(mail.recipients.administration.map((p) => p.email)));
  });

  it('contest with the review in one step sends one mail each, about the review', () => {
    const mails = mailsOf(buildResponded(), buildCommand('contest', { requestReview: 'on', whatToReview: 'x' }), contextOn(provider, day('2026-11-24')));
    expect(mails.map((m) => m.kind)).toEqual(['review-requested', 'review-requested', 'review-requested']);
  });

  it('only the answer’s notice starts the contest window (D18)', () => {
    expect(mailsOf(buildPresented(), buildCommand('respond'), contextOn(buildActor('mco'), day('2026-11-20'))).map((m) => m.isResponseNotice)).toEqual([true]);
    expect(mailsOf(buildTicket(), buildCommand('present'), contextOn(buildActor('portal_team'), day('2026-10-27'))).some((m) => m.isResponseNotice)).toBe(false);
  });

  it('no mail holds what a person typed or a member’s data, and each carries number and tracking number (R3)', () => {
    const secret = 'SECRET-WORDS';
    const ticket = buildPresented({ whatHappened: secret, desiredOutcome: secret });
    const mails = [
      ...mailsOf(ticket, buildCommand('respond', { plan: secret, noDateReason: secret, resolveOn: '' }), contextOn(buildActor('mco'), day('2026-11-20'))),
      ...mailsOf(buildResponded({ whatHappened: secret }), buildCommand('contest', { why: secret }), contextOn(provider, day('2026-11-24'))),
      ...mailsOf(buildPresented(), buildCommand('requestInformation', { what: secret }), contextOn(buildActor('mco'), day('2026-11-02'))),
      ...mailsOf(buildPresented(), buildCommand('requestExtension', { reason: secret }), contextOn(buildActor('mco'), day('2026-11-02'))),
      ...mailsOf(ticket, buildCommand('alertHfs', { what: secret }), contextOn(buildActor('portal_team'), day('2026-11-24'))),
    ];
    expect(mails.length).toBeGreaterThan(4);
    for (const m of mails) {
      const whole = `${m.subject}\n${m.text}\n${m.html ?? ''}`;
      expect(whole).not.toMatch(/SECRET|Lindqvist|000118420|26-0188417/);
      expect(m.text).toContain('PRP-2026-00001');
      expect(m.text).toContain('CC-2026-118402');
    }
  });
});
