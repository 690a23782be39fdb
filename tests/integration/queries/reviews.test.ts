import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { listMyTickets } from '@/server/queries/list-my-tickets';
import { listReviews } from '@/server/queries/list-reviews';
import { listWorkQueue } from '@/server/queries/list-work-queues';
import { previewBegin } from '@/server/queries/preview-work';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { act, DECISION, DELIVERY, givenInReview, givenReviewRequested, givenSilentInReview } from '../../scenarios/reviews';
import { givenOverdueTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
const ids = { requested: '', oneIn: '', inReview: '', silent: '', referred: '', decided: '', alerted: '' };

beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-12-10');
  cast = await givenCast(db.owner);
  ids.requested = await givenReviewRequested(db.owner, cast);
  ids.oneIn = await givenReviewRequested(db.owner, cast);
  await act(cast.provider, 'deliverInformation', ids.oneIn, '2026-12-01', DELIVERY);
  ids.inReview = await givenInReview(db.owner, cast);
  await act(cast.accountManager, 'askParty', ids.inReview, '2026-12-07', { party: 'provider', question: 'When?', answerOn: '2026-12-09' });
  ids.silent = await givenSilentInReview(db.owner, cast);
  ids.referred = await givenInReview(db.owner, cast);
  await act(cast.accountManager, 'recommendSme', ids.referred, '2026-12-04', { why: 'Coding.' });
  await act(cast.team, 'referToSme', ids.referred, '2026-12-07', { smeId: cast.sme.personId, why: 'Coding.' });
  ids.decided = await givenInReview(db.owner, cast);
  await act(cast.accountManager, 'decide', ids.decided, '2026-12-08', DECISION);
  ids.alerted = await givenOverdueTicket(db.owner, cast);
  await act(cast.team, 'alertHfs', ids.alerted, '2026-12-02', { what: 'No answer.' });
}, 120_000);

const list = (actor: PersonActor, tab: 'open' | 'requested' | 'decided' = 'open') => listReviews(actor, tab, null);
const idsOf = (rows: { ticketId: string }[]) => rows.map((r) => r.ticketId).sort();

describe('the worklist of reviews (R17)', () => {
  it('has for each of HFS what is theirs, by age, with what is missing from either side', async () => {
    const { items, counts } = await list(cast.accountManager);
    expect(idsOf(items)).toEqual([ids.inReview, ids.silent, ids.referred].sort());
    expect(counts).toEqual({ open: 3, requested: 2, decided: 1 });
    const byId = new Map(items.map((i) => [i.ticketId, i]));
    expect(byId.get(ids.inReview)).toMatchObject({ isMine: true, ageDays: 7, missing: [], questions: [{ party: 'provider', dueOn: '2026-12-09' }], aim: { dueOn: '2027-01-02' }, lacksAnswer: false });
    expect(byId.get(ids.silent)).toMatchObject({ isMine: true, lacksAnswer: true, aim: null, missing: [{ party: 'provider', dueOn: '2027-01-02' }, { party: 'mco', dueOn: '2027-01-02' }] });
    expect(byId.get(ids.referred)).toMatchObject({ isMine: false, expert: cast.sme.name });
    expect(idsOf((await list(cast.accountManager, 'requested')).items)).toEqual([ids.requested, ids.oneIn].sort());
    expect(idsOf((await list(cast.administration)).items)).toEqual(idsOf(items));
  });

  it('holds for an expert the referred ones alone, and for another Account Manager nothing', async () => {
    expect((await list(cast.sme)).items).toMatchObject([{ ticketId: ids.referred, isMine: true }]);
    expect((await list(cast.otherAccountManager)).counts).toEqual({ open: 0, requested: 0, decided: 0 });
  });
});

describe('the review on the ticket page', () => {
  it('shows both sides what each delivered, and the decision only once it is shared (R16, R18)', async () => {
    for (const party of [cast.provider, cast.mco]) {
      const page = await getTicketPage(party, ids.decided);
      expect(page?.review).toMatchObject({ decision: null, desk: null, sides: [{ party: 'provider', isMissing: false }, { party: 'mco', isMissing: false }] });
      expect(page?.claims?.lines[0]?.ruling).toBeNull();
    }
    const state = await getTicketPage(cast.team, ids.decided);
    expect(state?.review?.decision).toMatchObject({ ruling: 'for_provider', isShared: false });
    expect(state?.claims).toMatchObject({ hfsCents: 124_000, lines: [{ ruling: { ruling: 'for_provider', amountCents: 124_000 } }] });
    expect((await getTicketPage(cast.accountManager, ids.silent))?.review?.desk?.direction?.text).toBe('Review it on what the provider filed.');
    expect((await getTicketPage(cast.mco, ids.silent))?.review?.desk).toBeNull();
  });

  it('says to each side what HFS waits for, and by when', async () => {
    expect((await getTicketPage(cast.provider, ids.inReview))?.turn).toMatchObject({ mine: true, title: 'Your turn: HFS asks you a question', due: { date: { due: '2026-12-09' } } });
    expect((await getTicketPage(cast.mco, ids.inReview))?.turn).toMatchObject({ mine: false, title: 'HFS is reviewing', due: { date: { due: '2027-01-02', kind: 'target' } } });
    expect((await getTicketPage(cast.mco, ids.oneIn))?.turn).toMatchObject({ mine: true, title: 'Your turn: send HFS what it needs', due: { date: { due: '2026-12-24' } } });
    expect((await getTicketPage(cast.provider, ids.oneIn))?.turn).toMatchObject({ mine: false, due: { date: { due: '2026-12-24' } } });
    expect((await getTicketPage(cast.mco, ids.silent))?.turn).toMatchObject({ mine: true, due: { date: { due: '2026-11-30' } } });
    const mine = await listMyTickets(cast.provider, { clientId: null, after: { mine: null, waiting: null, closed: null } });
    expect(idsOf(mine.mine.tickets)).toEqual([ids.requested, ids.inReview, ids.silent].sort());
  });
});

describe('the steps on top of a ticket in review', () => {
  const stepsOf = async (ticketId: string) => (await getTicketPage(cast.provider, ticketId))?.steps.map((s) => [s.label, s.when]);

  it('say that it was asked for', async () => {
    expect(await stepsOf(ids.inReview)).toEqual(expect.arrayContaining([['You disagreed', 'Tue Nov 24'], ['HFS reviews', 'asked Tue Nov 24']]));
  });

  it('of a silent plan name no request and no reply, which nobody made and nobody can make (D14)', async () => {
    expect(await stepsOf(ids.silent)).toEqual([['You sent it', 'Thu Oct 15'], ['Presented to the plan', 'Tue Oct 27'], ['The plan answers', null], ['HFS reviews', 'since Thu Dec 3'], ['Closed', null]]);
  });
});

describe('the Portal Team’s queues of reviews', () => {
  it('hold what can be placed in review without a reason, and the decisions to share', async () => {
    expect(idsOf((await listWorkQueue(cast.team, 'review', null)).tickets)).toEqual([ids.alerted]);
    const share = await listWorkQueue(cast.team, 'share', null);
    expect(idsOf(share.tickets)).toEqual([ids.decided]);
    expect([share.counts.to_review, share.counts.to_share]).toEqual([1, 1]);
    const preview = await previewBegin(cast.team, [ids.requested, ids.alerted]);
    expect([preview.ready, preview.refused.map((r) => r.reason).sort()]).toEqual([[], ['Information can still be delivered in time (R16). Open the ticket to begin before, with a reason.', 'The Account Manager’s direction must be attached (D14). Open the ticket.']]);
    // On the day after the date nothing is awaited any more.
    await givenPortalDay(db.owner, '2026-12-24');
    expect(idsOf((await listWorkQueue(cast.team, 'review', null)).tickets)).toEqual([ids.alerted]);
    await givenPortalDay(db.owner, '2026-12-25');
    expect(idsOf((await listWorkQueue(cast.team, 'review', null)).tickets)).toEqual([ids.alerted, ids.requested, ids.oneIn].sort());
    expect((await previewBegin(cast.team, [ids.oneIn])).ready).toHaveLength(1);
  });
});
