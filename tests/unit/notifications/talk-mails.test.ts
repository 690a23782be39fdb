import { describe, expect, it } from 'vitest';
import type { PersonRole } from '@/domain/access/actor';
import { emailsFor, type MailContext } from '@/domain/notifications/emails-for';
import type { MessageReaders } from '@/domain/tickets/conversation';
import type { TicketCommand } from '@/domain/tickets/commands';
import { decide } from '@/domain/tickets/decide';
import { evolveAll } from '@/domain/tickets/evolve';
import { STATUSES } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import { buildActor, buildClock, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';
import { MAIL } from './mail-context';

const SECRET = 'SECRET-WORDS';
const former = { planName: 'CountyCare Health Plan', readers: [{ personId: 'f', name: 'Former', email: 'former@countycare.example' }] };

function mailsOf(role: PersonRole, ticket: Ticket, command: TicketCommand, context: Partial<MailContext> = {}) {
  const decided = decide(ticket, command, contextOn(buildActor(role), day('2026-12-07'), { facts: { statusesHad: STATUSES } }));
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  const after = evolveAll(ticket, decided.value);
  return decided.value.flatMap((event) => emailsFor(event, after, { ...MAIL, actorRole: role, formerPlan: former, ...context }));
}

const closed = (ticket: Ticket): Ticket => ({ ...ticket, status: 'closed', closeReason: 'withdrawn', closedOn: day('2026-12-02') });
const withQuestion = buildPresented({ clocks: [buildClock('mco-response', day('2026-12-01'), { ruleId: 'portal-team-request', subject: '00000000-0000-4000-8000-0000000000d1' })] });

describe('who is told, and never what was written', () => {
  it.each<[string, PersonRole, Ticket, TicketCommand, string[]]>([
    ['transfer: both plans and the contact', 'portal_team', buildPresented(), buildCommand('transfer', { reason: SECRET }), ['former@countycare.example', 's.tran@countycare.example', 'renata@kestrel.example']],
    ['reopen: both sides', 'portal_team', closed(buildResponded()), buildCommand('reopen', { reason: SECRET }), ['renata@kestrel.example', 's.tran@countycare.example']],
    ['reopen before the plan ever had it: the contact', 'portal_team', closed(buildTicket()), buildCommand('reopen', { to: 'submitted', reason: SECRET }), ['renata@kestrel.example']],
    ['reopen as submitted what the plan had: both sides', 'portal_team', closed(buildPresented()), buildCommand('reopen', { to: 'submitted', reason: SECRET }), ['renata@kestrel.example', 's.tran@countycare.example']],
    ['a question: the plan', 'portal_team', buildPresented(), buildCommand('askMco', { question: SECRET }), ['s.tran@countycare.example']],
    ['its answer: the Portal Team', 'mco', withQuestion, buildCommand('answerPortalTeam', { answer: SECRET }), ['team@hfs.example']],
  ])('%s', (_what, role, ticket, command, expected) => {
    const mails = mailsOf(role, ticket, command);
    expect(mails.map((m) => m.to.email)).toEqual(expected);
    for (const m of mails) {
      expect(`${m.subject}\n${m.text}\n${m.html ?? ''}`).not.toMatch(/SECRET|Lindqvist|000118420|26-0188417/);
      expect(m.text).toContain('PRP-2026-00001');
      expect(m.text).toContain('CC-2026-118402');
    }
  });

  it.each<[PersonRole, MessageReaders, string[]]>([
    ['provider', 'parties', ['s.tran@countycare.example']],
    ['mco', 'parties', ['renata@kestrel.example']],
    ['portal_team', 'parties', ['renata@kestrel.example', 's.tran@countycare.example']],
    ['portal_team', 'provider', ['renata@kestrel.example']],
    ['account_manager', 'mco', ['s.tran@countycare.example']],
    ['portal_team', 'state', ['am@hfs.example']],
    ['account_manager', 'state', ['team@hfs.example']],
  ])('a message of %s to %s', (role, to, expected) => {
    const mails = mailsOf(role, buildPresented(), buildCommand('postMessage', { to, text: SECRET }));
    expect(mails.map((m) => m.to.email)).toEqual(expected);
    for (const m of mails) expect(`${m.subject}${m.text}${m.html ?? ''}`).not.toContain('SECRET');
  });

  it('not the writer', () => {
    expect(mailsOf('portal_team', buildPresented(), buildCommand('postMessage', { to: 'mco' }), { actorPersonId: 's' })).toEqual([]);
  });

  it('the first plan’s mail leads to no ticket that it no longer sees', () => {
    const [first] = mailsOf('portal_team', buildPresented(), buildCommand('transfer'));
    expect(first?.text).not.toContain('/tickets/');
    expect(first?.text).toContain('nothing to answer');
  });
});
