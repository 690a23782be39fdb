import { describe, expect, it } from 'vitest';
import { SYSTEM, type Actor } from '@/domain/access/actor';
import { latestClock } from '@/domain/tickets/clock';
import type { TicketCommand } from '@/domain/tickets/commands';
import { decide } from '@/domain/tickets/decide';
import type { DecideContext, NewEvent } from '@/domain/tickets/decision';
import { evolveAll } from '@/domain/tickets/evolve';
import { standingFine, type Ticket } from '@/domain/tickets/ticket';
import { queueDates } from '@/domain/tickets/turn';
import type { DomainError } from '@/shared/domain-error';
import { buildActor, buildPresented, buildResponded, contextOn, day } from '../../factories/build-ticket';
import { buildCommand, parseForm } from '../../factories/build-command';

const provider = buildActor('provider');
const mco = buildActor('mco');
const hfs = buildActor('account_manager');

type Change = Partial<DecideContext> & { time?: string };
const on = (actor: Actor, date: string, change: Change = {}) => contextOn(actor, day(date), change);

function eventsOf(ticket: Ticket, command: TicketCommand, ctx: DecideContext): NewEvent[] {
  const decided = decide(ticket, command, ctx);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

const after = (ticket: Ticket, command: TicketCommand, ctx: DecideContext): Ticket => evolveAll(ticket, eventsOf(ticket, command, ctx));

function refusal(ticket: Ticket, command: TicketCommand, ctx: DecideContext): DomainError | null {
  const decided = decide(ticket, command, ctx);
  return decided.ok ? null : decided.error;
}

const refused = (reason: string): DomainError => ({ kind: 'not_allowed', reason });

function swept(ticket: Ticket, date: string): Ticket {
  return ticket.clocks.filter((c) => c.endedOn === null && c.kind === 'duty').reduce((t, c) => after(t, buildCommand('markOverdue', { clockId: c.id }), on(SYSTEM, date)), ticket);
}

describe('information that the plan asks for (R9, R10, D9)', () => {
  const ask = buildCommand('requestInformation');
  const give = buildCommand('provideInformation');

  it('can be asked on business day 5 and not on day 6, which names the date that passed', () => {
    expect(refusal(buildPresented(), ask, on(mco, '2026-11-04', { time: '23:59' }))).toBeNull();
    expect(refusal(buildPresented(), ask, on(mco, '2026-11-05', { time: '00:00' }))).toEqual(refused('The last day to ask the provider for information was Wed Nov 4, 2026 (R9).'));
  });

  it('starts a clock inside the clock, and one request is open at a time', () => {
    const asked = after(buildPresented(), ask, on(mco, '2026-11-02'));
    expect(latestClock(asked.clocks, 'information-request')).toMatchObject({ endReason: 'met', endedOn: '2026-11-02' });
    expect(latestClock(asked.clocks, 'information-answer')).toMatchObject({ owedBy: 'provider', dueOn: '2026-11-10', endedOn: null });
    expect(queueDates(asked)).toMatchObject({ responseDueOn: '2026-11-30', providerOwesOn: '2026-11-10' });
    expect(refusal(asked, ask, on(mco, '2026-11-03'))).toEqual(refused('Information was asked for on Mon Nov 2, 2026, and the provider has not sent it yet. It is due Tue Nov 10, 2026 (R10).'));
    expect(refusal(asked, ask, on(mco, '2026-11-11'))).toMatchObject({ reason: expect.stringMatching(/It was due Tue Nov 10, 2026 \(R10\)\.$/) as string });
    const answered = after(asked, give, on(provider, '2026-11-03'));
    expect(queueDates(answered).providerOwesOn).toBeNull();
    expect(refusal(answered, ask, on(mco, '2026-11-04'))).toBeNull();
  });

  it.each([
    ['2026-11-10', false, 'met', 'business day 5: Election Day does not count'],
    ['2026-11-11', true, 'met_late', 'a day late: flagged, not refused'],
  ])('answered on %s: late is %s, the clock %s (%s)', (date, late, endReason, _why) => {
    const asked = after(buildPresented(), ask, on(mco, '2026-11-02'));
    const events = eventsOf(asked, give, on(provider, date));
    expect(events.at(-1)).toMatchObject({ type: 'InformationProvided', to: 'presented', data: { late, dueOn: '2026-11-10' } });
    expect(events.map((e) => e.type)).toEqual(late ? ['OverdueMarked', 'InformationProvided'] : ['InformationProvided']);
    expect(latestClock(evolveAll(asked, events).clocks, 'information-answer')).toMatchObject({ endReason });
  });

  it('counts as provided before, with the day and the way; not in the future', () => {
    const asked = after(buildPresented(), ask, on(mco, '2026-11-02'));
    const already = (providedOn: string) => buildCommand('provideInformation', { kind: 'already_provided', text: '', providedOn, how: 'With the dispute, by mail.' });
    expect(eventsOf(asked, already('2026-09-11'), on(provider, '2026-11-03')).at(-1)).toMatchObject({ data: { kind: 'already_provided', providedOn: '2026-09-11' } });
    expect(refusal(asked, already('2026-11-04'), on(provider, '2026-11-03'))).toEqual({ kind: 'invalid', issues: [{ field: 'providedOn', message: 'Wed Nov 4, 2026 is in the future.' }] });
  });

  it.each([
    [{ text: '' }, ['text']],
    [{ kind: 'already_provided', text: '' }, ['providedOn', 'how']],
    [{ providedOn: '2026-09-11' }, ['kind']],
    [{ kind: '' }, ['kind']],
  ])('its form says what is missing: %j', (change, fields) => {
    const parsed = parseForm('provideInformation', change);
    expect(parsed.success ? [] : parsed.error.issues.map((i) => i.path.join('.'))).toEqual(fields);
  });

  it('is no longer awaited once the plan has answered', () => {
    const responded = after(after(buildPresented(), ask, on(mco, '2026-11-02')), buildCommand('respond'), on(mco, '2026-11-06'));
    expect(latestClock(responded.clocks, 'information-answer')).toMatchObject({ endReason: 'stopped' });
    expect(queueDates(responded).providerOwesOn).toBeNull();
  });
});

describe('the extension (R11, D5 to D8)', () => {
  const ask = buildCommand('requestExtension');
  const approve = buildCommand('decideExtension');
  const deny = buildCommand('decideExtension', { decision: 'denied' });
  const pending = (asker: Actor = mco) => after(buildPresented(), ask, on(asker, '2026-11-19'));

  it.each([mco, provider])('can be asked by a $role on day 23 and not on day 24', (asker) => {
    expect(refusal(buildPresented(), ask, on(asker, '2026-11-19', { time: '23:59' }))).toBeNull();
    expect(refusal(buildPresented(), ask, on(asker, '2026-11-20', { time: '00:00' }))).toEqual(refused('The last day to ask for an extension was Thu Nov 19, 2026 (R11).'));
  });

  it('is one per ticket across both parties: pending bars the other, denied does not use it up, approved does', () => {
    const asked = after(buildPresented(), ask, on(mco, '2026-11-09'));
    expect(latestClock(asked.clocks, 'extension-decision')).toMatchObject({ kind: 'target', owedBy: 'hfs', dueOn: '2026-11-16' });
    expect(refusal(asked, ask, on(provider, '2026-11-10'))).toEqual(refused('An extension was asked for on Mon Nov 9, 2026, and HFS has not decided it yet (D7).'));
    const denied = after(asked, deny, on(hfs, '2026-11-12'));
    expect(denied).toMatchObject({ extensionState: 'denied', fines: [] });
    const again = after(denied, ask, on(provider, '2026-11-19'));
    expect(again.extensionState).toBe('pending');
    const approved = after(again, approve, on(hfs, '2026-11-19'));
    expect(refusal(approved, ask, on(mco, '2026-11-19'))).toEqual(refused('HFS approved an extension on Thu Nov 19, 2026. A ticket has one at most (R11).'));
  });

  it('approved, the answer is due 60 days from the start, rolled (D5)', () => {
    const approved = after(pending(), approve, on(hfs, '2026-11-23'));
    expect(latestClock(approved.clocks, 'mco-response')).toMatchObject({ endReason: 'superseded', overdueOn: null });
    expect(latestClock(approved.clocks, 'mco-response-extended')).toMatchObject({ day0: '2026-10-27', dueOn: '2026-12-28', endedOn: null });
    expect(latestClock(approved.clocks, 'extension-request')).toMatchObject({ endReason: 'met' });
    expect(queueDates(approved)).toMatchObject({ responseDueOn: '2026-12-28', turnDueOn: '2026-12-28' });
    expect(standingFine(swept(approved, '2026-12-28'))).toBeNull();
    expect(standingFine(swept(approved, '2026-12-29'))).toMatchObject({ status: 'proposed', dueOn: '2026-12-28' });
  });

  it('undecided past the initial date: overdue, and no fine is proposed (D8)', () => {
    const held = swept(pending(), '2026-12-01');
    expect(latestClock(held.clocks, 'mco-response')).toMatchObject({ overdueOn: '2026-12-01', endedOn: null });
    expect(held.fines).toEqual([]);
  });

  it('approved afterwards, the overdue mark goes and the held fine never comes (D8)', () => {
    const held = swept(pending(), '2026-12-01');
    const events = eventsOf(held, approve, on(hfs, '2026-12-02'));
    expect(events.map((e) => e.type)).toEqual(['OverdueMarkRemoved', 'ExtensionDecided']);
    const approved = swept(evolveAll(held, events), '2026-12-03');
    expect(latestClock(approved.clocks, 'mco-response')).toMatchObject({ overdueOn: null, endReason: 'superseded' });
    expect(approved.fines).toEqual([]);
  });

  it('approved on the day after, before any sweep: nothing is marked at all', () => {
    expect(eventsOf(pending(), approve, on(hfs, '2026-12-01')).map((e) => e.type)).toEqual(['ExtensionDecided']);
  });

  it.each([
    ['2026-11-30', ['ExtensionDecided'], null, 'on the due date nothing is late'],
    ['2026-12-01', ['ExtensionDecided', 'OverdueMarked', 'FineProposed'], '2026-12-01', 'before the sweep'],
    ['2026-12-09', ['ExtensionDecided', 'OverdueMarked', 'FineProposed'], '2026-12-09', 'the fine is proposed on the day of the denial'],
  ])('denied on %s: %j, proposed %s (%s)', (date, types, proposedOn, _why) => {
    const events = eventsOf(pending(), deny, on(hfs, date));
    expect(events.map((e) => e.type)).toEqual(types);
    const fine = standingFine(evolveAll(pending(), events));
    expect(fine === null ? null : { proposedOn: fine.proposedOn, dueOn: fine.dueOn }).toEqual(proposedOn === null ? null : { proposedOn, dueOn: '2026-11-30' });
  });

  it('leaving the status makes the request moot: an answer in time brings no fine, a late one lifts the hold (D8)', () => {
    const inTime = after(pending(), buildCommand('respond'), on(mco, '2026-11-30'));
    expect(inTime).toMatchObject({ status: 'responded', extensionState: 'moot', fines: [] });
    expect(latestClock(inTime.clocks, 'extension-decision')).toMatchObject({ endReason: 'stopped' });
    expect(refusal(inTime, approve, on(hfs, '2026-12-01'))?.kind).toBe('not_allowed');
    const late = after(swept(pending(), '2026-12-01'), buildCommand('respond'), on(mco, '2026-12-03'));
    expect(late).toMatchObject({ extensionState: 'moot', fines: [{ status: 'proposed', dueOn: '2026-11-30', proposedOn: '2026-12-03' }] });
  });

  it('decided after the extended date, too, the answer is late against that one', () => {
    const events = eventsOf(swept(pending(), '2026-12-01'), approve, on(hfs, '2026-12-29'));
    expect(events.map((e) => e.type)).toEqual(['OverdueMarkRemoved', 'ExtensionDecided', 'OverdueMarked', 'FineProposed']);
    expect(events.at(-1)).toMatchObject({ data: { dueOn: '2026-12-28' } });
  });

  it('approved on a ticket that was opened again, it voids no fine for the date that was missed before', () => {
    const withdrawn = after(swept(buildPresented(), '2026-12-01'), buildCommand('withdraw'), on(provider, '2026-12-02'));
    const again = after(withdrawn, buildCommand('reopen', { to: 'presented' }), on(buildActor('portal_team'), '2026-12-03', { facts: { statusesHad: ['submitted', 'presented', 'closed'] } }));
    const asked = after(again, buildCommand('requestExtension'), on(mco, '2026-12-04'));
    const approved = after(asked, buildCommand('decideExtension', { decision: 'approved' }), on(hfs, '2026-12-07'));
    expect(standingFine(approved)).toMatchObject({ status: 'proposed', dueOn: '2026-11-30' });
    expect(queueDates(approved).responseDueOn).toBe('2027-02-01');
  });

  it('that became moot is not called decided once the plan’s answer is awaited again', () => {
    const asked = after(buildPresented(), buildCommand('requestExtension'), on(mco, '2026-11-19'));
    const withdrawn = after(asked, buildCommand('withdraw'), on(provider, '2026-11-20'));
    const again = after(withdrawn, buildCommand('reopen', { to: 'presented' }), on(buildActor('portal_team'), '2026-11-23', { facts: { statusesHad: ['submitted', 'presented', 'closed'] } }));
    expect(refusal(again, buildCommand('decideExtension'), on(hfs, '2026-11-24'))).toEqual(refused('No request waits: the last one ended on Fri Nov 20, 2026 without a decision (D8).'));
    expect(refusal(again, buildCommand('requestExtension'), on(mco, '2026-11-24'))).toBeNull();
  });

  it('cannot be decided twice, or when nobody asked', () => {
    const denied = after(pending(), deny, on(hfs, '2026-11-20'));
    expect(refusal(denied, approve, on(hfs, '2026-11-23'))).toEqual(refused('HFS decided the request on Fri Nov 20, 2026.'));
    expect(refusal(buildPresented(), approve, on(hfs, '2026-11-20'))).toEqual(refused('Nobody has asked for an extension on this ticket.'));
  });
});

describe('the contacts (R7, R12)', () => {
  const change = buildCommand('changeProviderContact');
  const jo = { personId: '00000000-0000-4000-8000-0000000000b2', name: 'Jo Adeyemi', email: 'jo@kestrel.example', phone: '(217) 555-0102' };
  const admin = buildActor('provider', { personId: 'admin', isOrgAdmin: true });

  it('an administrator of the filing organization or the Portal Team names another person, who then alone can accept', () => {
    for (const actor of [admin, buildActor('portal_team')]) {
      const changed = after(buildResponded(), change, on(actor, '2026-11-24', { facts: { providerContact: jo } }));
      expect(changed.contact).toEqual({ personId: jo.personId, name: jo.name, phone: jo.phone, email: jo.email });
      expect(refusal(changed, buildCommand('accept'), on(provider, '2026-11-24'))).toEqual(refused('Only Jo Adeyemi, the provider contact of this ticket, can do this (R7).'));
      expect(refusal(changed, buildCommand('accept'), on(buildActor('provider', { personId: jo.personId }), '2026-11-24'))).toBeNull();
    }
  });

  it('nobody else: not the contact, not an administrator of another organization that has the ticket', () => {
    const words = refused('Only an administrator of the organization that filed this ticket, or the Portal Team, can do this (R7).');
    expect(refusal(buildResponded(), change, on(provider, '2026-11-24'))).toEqual(words);
    expect(refusal(buildResponded(), change, on(buildActor('provider', { isOrgAdmin: true, organizationId: 'client' }), '2026-11-24'))).toEqual(words);
  });

  it('asks for a person of that organization, a phone number, and a change', () => {
    const issue = (facts: DecideContext['facts'], form = {}) => {
      const error = refusal(buildResponded(), buildCommand('changeProviderContact', form), on(admin, '2026-11-24', { facts }));
      return error?.kind === 'invalid' ? error.issues : error;
    };
    expect(issue({ providerContact: null })).toEqual([{ field: 'contactId', message: 'Choose a person of the organization that filed this ticket.' }]);
    expect(issue({ providerContact: { ...jo, phone: null } })).toEqual([{ field: 'contactPhone', message: 'Enter the phone number at which the plan reaches Jo Adeyemi.' }]);
    const renata = { personId: provider.personId, name: 'Renata Oyelaran', email: 'renata@kestrel.example', phone: '(217) 555-0999' };
    expect(issue({ providerContact: renata })).toEqual([{ field: 'contactId', message: 'Renata Oyelaran is the contact already.' }]);
    expect(issue({ providerContact: renata }, { contactPhone: '(217) 555-0150' })).toBeNull();
  });

  it('the plan corrects the contact of its answer and nothing else, and keeps what it replaced', () => {
    const before = { contactName: 'Simone Tran', contactPhone: '(312) 555-0119', contactEmail: 's.tran@countycare.example' };
    const [event] = eventsOf(buildResponded(), buildCommand('correctResponse'), on(mco, '2026-11-24', { facts: { responseContact: before } }));
    expect(event).toMatchObject({ type: 'ResponseContactCorrected', to: 'responded', data: { before, after: { contactName: 'Cal Brandvold' } } });
    expect(refusal(buildResponded(), buildCommand('correctResponse', before), on(mco, '2026-11-24', { facts: { responseContact: before } }))?.kind).toBe('invalid');
  });

  it.each([
    ['2026-11-24', '2:05 PM', true],
    ['2026-11-24', '14:06', false],
    ['2026-11-25', '09:00', false],
  ])('a contact of %s, %s, logged on Nov 24 at 2:05 PM, is taken: %s', (date, time, taken) => {
    const error = refusal(buildPresented(), buildCommand('logContact', { on: date, time }), on(mco, '2026-11-24', { time: '14:05' }));
    expect(error).toEqual(taken ? null : { kind: 'invalid', issues: [{ field: 'on', message: 'This is in the future. Log a contact once it has happened.' }] });
  });

  it.each([['2:05 PM', '14:05'], ['12:00 am', '00:00'], ['12:30pm', '12:30'], ['09:41', '09:41'], ['9 a.m.', '09:00'], ['25:00', null], ['13:00 PM', null], ['14', null], ['soon', null]])('the time %s is read as %s', (typed, time) => {
    const parsed = parseForm('logContact', { time: typed });
    expect(parsed.success && 'time' in parsed.data ? parsed.data.time : null).toBe(time);
  });
});

describe('an objection to a fine (D11)', () => {
  const administration = buildActor('administration');
  function fined(): Ticket {
    return after(swept(buildPresented(), '2026-12-01'), buildCommand('issueFine'), on(administration, '2026-12-02'));
  }
  const object = buildCommand('objectToFine');
  const uphold = buildCommand('decideFineObjection');
  const grant = buildCommand('decideFineObjection', { outcome: 'granted' });

  it('is open on an issued fine once, and the fine stands until it is decided', () => {
    const objected = after(fined(), object, on(mco, '2026-12-03'));
    expect(standingFine(objected)).toMatchObject({ status: 'issued', objection: { on: '2026-12-03', decidedOn: null } });
    expect(refusal(objected, object, on(mco, '2026-12-04'))).toEqual(refused('Your plan objected on Thu Dec 3, 2026, and HFS has not decided it yet.'));
  });

  it('a plan learns of no fine that is only proposed or waived', () => {
    const proposed = swept(buildPresented(), '2026-12-01');
    for (const ticket of [proposed, after(proposed, buildCommand('waiveFine'), on(administration, '2026-12-02')), buildPresented()])
      expect(refusal(ticket, object, on(mco, '2026-12-03'))).toEqual(refused('No fine was issued on this ticket.'));
  });

  it('upheld, the fine stays and the matter is settled; granted, it is rescinded in the same act', () => {
    const objected = after(fined(), object, on(mco, '2026-12-03'));
    const upheld = after(objected, uphold, on(administration, '2026-12-04'));
    expect(standingFine(upheld)).toMatchObject({ status: 'issued', objection: { on: '2026-12-03', decidedOn: '2026-12-04', outcome: 'upheld' } });
    expect(refusal(upheld, object, on(mco, '2026-12-07'))).toEqual(refused('HFS decided your plan’s objection on Fri Dec 4, 2026: the fine stays.'));
    expect(refusal(upheld, grant, on(administration, '2026-12-07'))).toEqual(refused('The objection was decided on Fri Dec 4, 2026.'));
    const events = eventsOf(objected, grant, on(administration, '2026-12-04'));
    expect(events.map((e) => e.type)).toEqual(['FineObjectionDecided', 'FineRescinded']);
    expect(standingFine(evolveAll(objected, events))).toMatchObject({ status: 'rescinded', reason: 'It was not.', objection: { outcome: 'granted' } });
  });

  it('nobody decides what nobody objected to', () => {
    expect(refusal(fined(), uphold, on(administration, '2026-12-04'))).toEqual(refused('The plan has not objected to this fine.'));
  });
});
