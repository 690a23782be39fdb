import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { listExtensions } from '@/server/queries/list-extensions';
import { listFines } from '@/server/queries/list-fines';
import { listMyTickets } from '@/server/queries/list-my-tickets';
import { listPlanQueue } from '@/server/queries/list-plan-queue';
import { sweep } from '@/server/jobs/sweep';
import { givenCast, givenPerson, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let admin: PersonActor;
let ids: Record<'asked' | 'held' | 'objected' | 'responded', string>;

/** Tue Dec 1, 2026: what was presented on Oct 27 was due yesterday. */
beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-12-01');
  cast = await givenCast(db.owner);
  admin = await givenPerson(db.owner, { id: cast.provider.organizationId, name: cast.provider.organizationName, planCode: null }, 'provider', { isOrgAdmin: true, name: 'Ada Lind' });
  ids = {
    asked: await givenPresentedTicket(db.owner, cast),
    held: await givenPresentedTicket(db.owner, cast),
    objected: await givenOverdueTicket(db.owner, cast),
    responded: await givenRespondedTicket(db.owner, cast),
  };
  const on = (day: string) => ({ arrivedAt: at(day) });
  await done(cast.mco, command('requestInformation', ids.asked, { what: 'The ED records.' }), on('2026-11-04'));
  await done(cast.mco, command('logContact', ids.asked, { on: '2026-11-05', time: '9:05 AM', how: 'phone', withWhom: 'Renata', said: 'She looks for them.' }), on('2026-11-05'));
  await done(cast.provider, command('requestExtension', ids.held, { reason: 'An archive.' }), on('2026-11-19'));
  await done(cast.administration, command('issueFine', ids.objected), on('2026-12-01'));
  await done(cast.mco, command('objectToFine', ids.objected, { why: 'It was down.' }), on('2026-12-01'));
  await done(cast.mco, command('correctResponse', ids.responded, { contactName: 'Cal Brandvold', contactPhone: '(312) 555-0141', contactEmail: 'c.brandvold@countycare.example' }), on('2026-11-23'));
  await sweep('https://portal.example', at('2026-12-01', '01:07'));
});

async function pageOf(actor: PersonActor, ticketId: string) {
  const page = await getTicketPage(actor, ticketId);
  if (page === null) throw new Error('not found');
  return page;
}

describe('what is asked on a ticket', () => {
  it('waits in the plan’s queue and among the provider’s own tickets, each with its date', async () => {
    const queue = await listPlanQueue(cast.mco, 'waiting', { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } }, null);
    expect(queue.tickets.map((t) => [t.ticketId, t.informationDueOn])).toEqual([[ids.asked, '2026-11-12']]);
    expect(queue.counts.waiting).toBe(1);
    const mine = (await listMyTickets(cast.provider, { clientId: null, after: { mine: null, waiting: null, closed: null } })).mine;
    expect(mine.tickets.find((t) => t.ticketId === ids.asked)).toMatchObject({ turn: { who: 'You' }, clock: { ruleId: 'information-answer' } });
  });

  it('is the provider’s turn, late as it is, and the plan still has its own', async () => {
    const provider = await pageOf(cast.colleague, ids.asked);
    expect(provider.turn).toMatchObject({ mine: true, due: { lead: 'It was due', date: { due: '2026-11-12' } } });
    expect((await pageOf(cast.mco, ids.asked)).turn).toMatchObject({ mine: true, due: { date: { due: '2026-11-30' } } });
    expect(provider.requests.information).toMatchObject([{ what: 'The ED records.', answer: null }]);
  });

  it('the contact log is the plan’s and the State’s', async () => {
    const seen = async (actor: PersonActor) => (await pageOf(actor, ids.asked)).requests.contacts.length;
    expect([await seen(cast.mco), await seen(cast.team), await seen(cast.administration), await seen(cast.provider)]).toEqual([1, 1, 1, 0]);
    expect((await pageOf(cast.mco, ids.asked)).requests.contacts[0]).toMatchObject({ when: 'Thu Nov 5, 2026, 9:05 AM', how: 'Phone call' });
  });
});

describe('extension requests', () => {
  it('stand by age with HFS’s target, for the Account Manager of the plan and for Administration', async () => {
    for (const actor of [cast.accountManager, cast.administration]) {
      const list = await listExtensions(actor, null);
      expect(list.counts).toEqual({ pending: 1, past_target: 1 });
      expect(list.items).toMatchObject([{ ticketId: ids.held, asker: 'provider', askedOn: '2026-11-19', ageDays: 12, targetOn: '2026-11-26', isPastTarget: true, isHeld: true, answerReason: { ruleId: 'mco-response', ruleSetVersion: 1, holidayVersion: 1 } }]);
    }
    expect(await listExtensions(cast.otherAccountManager, null)).toMatchObject({ counts: { pending: 0, past_target: 0 }, items: [], next: null });
  });

  it('make the ticket HFS’s turn, and show what each choice would do', async () => {
    const page = await pageOf(cast.accountManager, ids.held);
    expect(page.turn).toMatchObject({ mine: true, title: 'Your turn: decide the extension', due: { date: { due: '2026-11-26', kind: 'target' } } });
    expect(page.requests.extended?.due).toBe('2026-12-28');
    const desk = await listFines(cast.administration, { tab: 'proposed', after: null });
    expect([desk?.held.map((t) => t.ticketId), desk?.extensions]).toEqual([[ids.held], { pending: 1, past_target: 1 }]);
    expect(desk?.fines.map((f) => f.ticketId)).not.toContain(ids.held);
    // D8: the provider is not told of a fine that cannot come yet.
    expect((await pageOf(cast.provider, ids.held)).turn).toMatchObject({ title: 'CountyCare has not answered in time', texts: [expect.stringContaining('No fine comes before HFS has decided') as string] });
    expect((await pageOf(cast.provider, ids.objected)).turn).toMatchObject({ texts: [expect.stringContaining('HFS can fine it') as string] });
  });
});

describe('objections and contacts', () => {
  it('an objection stands on its own tab of the fine desk until it is decided', async () => {
    const desk = await listFines(cast.accountManager, { tab: 'objections', after: null });
    expect([desk?.fines.map((f) => f.ticketId), desk?.counts.objections, desk?.counts.issued]).toEqual([[ids.objected], 1, 1]);
    expect(desk?.selected?.objection).toMatchObject({ why: 'It was down.', decision: null });
    expect((await pageOf(cast.mco, ids.objected)).requests.objections).toHaveLength(1);
    expect((await pageOf(cast.provider, ids.objected)).requests.objections).toHaveLength(0);
    expect((await listFines(cast.accountManager, { ticketId: ids.objected }))?.tab).toBe('objections');
  });

  it('a corrected direct contact stands beside what it replaced', async () => {
    expect((await pageOf(cast.provider, ids.responded)).answer).toMatchObject({ contactName: 'Cal Brandvold', contactCorrections: [{ before: { contactName: 'Simone Tran' } }] });
  });

  it('an administrator has the form, a colleague reads whom to ask, the contact and the plan have neither (R7)', async () => {
    const change = async (actor: PersonActor) => (await pageOf(actor, ids.responded)).contactChange;
    expect((await change(admin))?.people?.map((p) => p.personId).sort()).toEqual([admin, cast.provider, cast.colleague].map((p) => p.personId).sort());
    expect(await change(cast.colleague)).toMatchObject({ people: null, admins: ['Ada Lind'] });
    expect([await change(cast.provider), await change(cast.mco), await change(cast.team)]).toEqual([null, null, null]);
  });
});
