import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/server/db/as-actor';
import type { PersonActor } from '@/domain/access/actor';
import { givenCast, givenPerson, type Cast } from '../../scenarios/people';
import { act, attempt, clocksOf, DECISION, DELIVERY, givenInReview, givenReviewRequested, givenSilentInReview, mailsOf, statusOf, sweepRule } from '../../scenarios/reviews';
import { replayAll } from '../../scenarios/replay';
import { ANSWER, givenOverdueTicket, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const NO_REASON = { reason: '', direction: '' };
const ASKED = { party: 'provider', question: 'When was the notice sent?', answerOn: '2026-12-10' };

async function questionOf(ticketId: string): Promise<string> {
  const { rows } = await db.owner.query<{ subject: string }>(`SELECT subject FROM clocks WHERE ticket_id = $1 AND rule_id = 'hfs-question' ORDER BY started_at DESC, id DESC LIMIT 1`, [ticketId]);
  return rows[0]?.subject ?? '';
}

/** The events of a ticket that an actor may read, through the policies. */
function readable(actor: PersonActor, ticketId: string): Promise<string[]> {
  return asActor(actor, async ({ tx }) => (await tx.ticketEvent.findMany({ where: { ticketId }, orderBy: { seq: 'asc' }, select: { type: true } })).map((e) => e.type));
}

const sees = (actor: PersonActor, ticketId: string) => asActor(actor, async ({ tx }) => (await tx.ticket.count({ where: { id: ticketId } })) === 1);

describe('placing a ticket in review (R16, R17)', () => {
  it('before both have delivered needs a reason up to the last day, and none on the day after', async () => {
    const early = await givenReviewRequested(db.owner, cast);
    const waits = 'reason: HFS still waits for the information of the provider and the plan, due Thu Dec 24, 2026 (R16). Give a reason to begin before.';
    expect(await attempt(cast.team, 'beginAdministrativeReview', early, '2026-12-24', NO_REASON)).toBe(waits);
    expect(await attempt(cast.team, 'beginAdministrativeReview', early, '2026-12-24', { ...NO_REASON, reason: 'Both asked for it.' })).toBe('done');
    expect(await clocksOf(db.owner, early, 'hfs-decision')).toEqual([]);
    // The sweep of the day after finds both late; HFS's aim then begins, once.
    await sweepRule(db.owner, early, 'review-information', '2026-12-26');
    expect(await clocksOf(db.owner, early, 'hfs-decision')).toMatchObject([{ day_0: '2026-12-25', due_on: '2027-01-24' }]);

    const late = await givenReviewRequested(db.owner, cast);
    expect(await attempt(cast.team, 'beginAdministrativeReview', late, '2026-12-25', NO_REASON)).toBe('done');
    expect(await clocksOf(db.owner, late, 'hfs-decision')).toMatchObject([{ day_0: '2026-12-25', due_on: '2027-01-24' }]);
  });

  it('tells both sides and the Account Manager, and starts the aim of 30 days once both have delivered', async () => {
    const id = await givenInReview(db.owner, cast);
    expect(await clocksOf(db.owner, id, 'review-information')).toMatchObject([{ owed_by: 'mco', end_reason: 'met' }, { owed_by: 'provider', end_reason: 'met' }]);
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toMatchObject([{ day_0: '2026-12-03', due_on: '2027-01-02', end_reason: null }]);
    expect(await mailsOf(db.owner, id, 'review-begun')).toEqual([cast.accountManager.email, cast.mco.email, cast.provider.email].sort());
    expect(await mailsOf(db.owner, id, 'information-delivered')).toEqual([cast.accountManager.email, cast.accountManager.email, cast.mco.email, cast.provider.email].sort());
  });

  it('begun early, the aim starts on the day of the last delivery; a late one is taken and marked', async () => {
    const id = await givenReviewRequested(db.owner, cast);
    await act(cast.team, 'beginAdministrativeReview', id, '2026-12-01', { ...NO_REASON, reason: 'Urgent.' });
    await act(cast.provider, 'deliverInformation', id, '2026-12-24', DELIVERY);
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toEqual([]);
    await act(cast.mco, 'deliverInformation', id, '2026-12-28', DELIVERY);
    const [plan, provider] = await clocksOf(db.owner, id, 'review-information');
    expect([plan, provider]).toMatchObject([{ end_reason: 'met_late', overdue_on: '2026-12-25' }, { end_reason: 'met' }]);
    // Its date had passed before: the day after it counts, however late the sweep or the delivery.
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toMatchObject([{ day_0: '2026-12-25' }]);
  });
});

describe('a silent plan (D14)', () => {
  it('is placed in review once overdue, alerted and with the direction attached; each refusal says what is missing', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    const direction = { reason: '', direction: 'Review it on what the provider filed.' };
    expect(await attempt(cast.team, 'beginAdministrativeReview', id, '2026-11-30', direction)).toBe('The plan can answer until Mon Nov 30, 2026. Before that its ticket cannot be placed in review (D14).');
    expect(await attempt(cast.team, 'beginAdministrativeReview', id, '2026-12-01', direction)).toBe('The answer was due Mon Nov 30, 2026, but HFS was not alerted yet. Alert HFS first (R19, D14).');
    await act(cast.team, 'alertHfs', id, '2026-12-01', { what: 'No answer.' });
    expect(await attempt(cast.team, 'beginAdministrativeReview', id, '2026-12-01', NO_REASON)).toBe('direction: Enter the Account Manager’s direction (D14).');
    expect(await attempt(cast.team, 'beginAdministrativeReview', id, '2026-12-01', direction)).toBe('done');
    expect(await clocksOf(db.owner, id, 'review-information')).toMatchObject([{ owed_by: 'mco', due_on: '2026-12-31' }, { owed_by: 'provider', due_on: '2026-12-31' }]);
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toEqual([]);
    // The direction is the State's own.
    expect(await readable(cast.accountManager, id)).toContain('DirectionAttached');
    for (const party of [cast.provider, cast.mco]) expect(await readable(party, id)).not.toContain('DirectionAttached');
  });

  it('an alert of no contact, before the answer was overdue, is not the alert that a review needs', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    await act(cast.team, 'alertHfs', id, '2026-11-30', { what: 'No contact in 15 days.' });
    expect(await attempt(cast.team, 'beginAdministrativeReview', id, '2026-12-01', { reason: '', direction: 'Review it.' })).toBe(
      'The answer was due Mon Nov 30, 2026. HFS was alerted on Mon Nov 30, 2026, before the answer was overdue. Alert HFS that it is (R19, D14).',
    );
    await act(cast.team, 'alertHfs', id, '2026-12-01', { what: 'No answer.' });
    expect(await attempt(cast.team, 'beginAdministrativeReview', id, '2026-12-01', { reason: '', direction: 'Review it.' })).toBe('done');
  });

  it('can still answer until the decision, marked late; not after it', async () => {
    const id = await givenSilentInReview(db.owner, cast);
    expect(await attempt(cast.mco, 'respond', id, '2026-12-10', ANSWER)).toBe('done');
    expect(await statusOf(db.owner, id)).toMatchObject({ status: 'administrative_review' });
    const { rows } = await db.owner.query<{ responded_late: boolean }>('SELECT responded_late FROM tickets WHERE id = $1', [id]);
    expect(rows[0]?.responded_late).toBe(true);
    const silent = await givenSilentInReview(db.owner, cast);
    await act(cast.accountManager, 'decide', silent, '2026-12-10', DECISION);
    expect(await attempt(cast.mco, 'respond', silent, '2026-12-11', ANSWER)).toMatch(/^This cannot be done now/);
  });
});

describe('the expert (R17)', () => {
  it('is recommended, named by the Portal Team, alone decides until it returns the review, and then sees nothing of it', async () => {
    const id = await givenInReview(db.owner, cast);
    const named = { smeId: cast.sme.personId, why: 'Coding.' };
    expect(await sees(cast.sme, id)).toBe(false);
    expect(await attempt(cast.team, 'referToSme', id, '2026-12-04', named)).toBe('The Account Manager has not recommended an expert for this review (R17).');
    await act(cast.accountManager, 'recommendSme', id, '2026-12-04', { why: 'Coding.' });
    expect(await attempt(cast.accountManager, 'recommendSme', id, '2026-12-05', { why: 'Again.' })).toBe('An expert was recommended on Fri Dec 4, 2026. The Portal Team names the person (R17).');
    expect(await attempt(cast.team, 'referToSme', id, '2026-12-07', { ...named, smeId: cast.accountManager.personId })).toBe('smeId: Choose one of the subject matter experts.');
    await act(cast.team, 'referToSme', id, '2026-12-07', named);
    expect(await mailsOf(db.owner, id, 'sme-referred')).toEqual([cast.sme.email]);
    expect(await sees(cast.sme, id)).toBe(true);
    expect(await attempt(cast.accountManager, 'decide', id, '2026-12-08', DECISION)).toMatch(/was referred to .* on Mon Dec 7, 2026\. Until it is returned, only the expert decides \(R17\)\.$/);

    await act(cast.sme, 'returnFromSme', id, '2026-12-09', { why: 'Not my field.' });
    expect(await sees(cast.sme, id)).toBe(false);
    expect(await attempt(cast.sme, 'decide', id, '2026-12-10', DECISION)).toBe('not found');
    expect(await attempt(cast.accountManager, 'decide', id, '2026-12-10', DECISION)).toBe('done');
    for (const party of [cast.provider, cast.mco]) expect((await readable(party, id)).filter((t) => t.startsWith('Sme'))).toEqual([]);
  });

  it('decides, and another person of HFS can take the review over', async () => {
    const id = await givenInReview(db.owner, cast);
    const other = await givenPerson(db.owner, { id: cast.sme.organizationId, name: cast.sme.organizationName, planCode: null }, 'sme');
    expect(await attempt(cast.team, 'reassignReview', id, '2026-12-04', { reviewerId: other.personId, why: 'Away.' })).toMatch(/^reviewerId: An expert gets a review only after/);
    expect(await attempt(cast.team, 'reassignReview', id, '2026-12-04', { reviewerId: cast.otherAccountManager.personId, why: 'Away.' })).toMatch(/^reviewerId: Choose a person of HFS who can see/);
    await act(cast.accountManager, 'recommendSme', id, '2026-12-04', { why: 'Coding.' });
    await act(cast.team, 'referToSme', id, '2026-12-04', { smeId: cast.sme.personId, why: 'Coding.' });
    await act(cast.administration, 'reassignReview', id, '2026-12-07', { reviewerId: other.personId, why: 'On leave.' });
    expect([await sees(cast.sme, id), await sees(other, id)]).toEqual([false, true]);
    expect(await mailsOf(db.owner, id, 'review-reassigned')).toEqual([other.email]);
    expect(await attempt(other, 'decide', id, '2026-12-08', DECISION)).toBe('done');
    expect(await sees(other, id)).toBe(true);
  });
});

describe('a question to a side (R17)', () => {
  it('is due on the day that the asker sets, today at the earliest; an answer after it is taken and marked', async () => {
    const id = await givenInReview(db.owner, cast);
    expect(await attempt(cast.accountManager, 'askParty', id, '2026-12-07', { ...ASKED, answerOn: '2026-12-06' })).toBe('answerOn: Sun Dec 6, 2026 is past. Enter today or a later day.');
    await act(cast.accountManager, 'askParty', id, '2026-12-07', { ...ASKED, answerOn: '2026-12-07' });
    const first = await questionOf(id);
    await act(cast.administration, 'askParty', id, '2026-12-08', ASKED);
    const second = await questionOf(id);
    expect(await attempt(cast.mco, 'answerQuestion', id, '2026-12-08', { questionId: second, answer: 'On the day.' })).toBe('No question of HFS waits for your answer.');
    await act(cast.provider, 'answerQuestion', id, '2026-12-10', { questionId: second, answer: 'On the day.' });
    await act(cast.colleague, 'answerQuestion', id, '2026-12-10', { questionId: first, answer: 'On the day.' });
    expect(await clocksOf(db.owner, id, 'hfs-question')).toMatchObject([{ end_reason: 'met_late', overdue_on: '2026-12-08' }, { end_reason: 'met', overdue_on: null }]);
    expect(await attempt(cast.provider, 'answerQuestion', id, '2026-12-10', { questionId: second, answer: 'Twice.' })).toBe('No question of HFS waits for your answer.');
    expect(await mailsOf(db.owner, id, 'hfs-question')).toEqual([cast.provider.email, cast.provider.email]);
    expect(await mailsOf(db.owner, id, 'question-answered')).toEqual([cast.accountManager.email, cast.administration.email].sort());
    // Both sides read questions and answers, and nobody else does.
    expect(await readable(cast.mco, id)).toEqual(expect.arrayContaining(['QuestionAsked', 'QuestionAnswered']));
    expect(await readable(cast.otherMco, id)).toEqual([]);
  });
});

describe('the decision (R18)', () => {
  it('is read by the State alone until it is shared; returned, it is decided anew by the first date; shared, it is final', async () => {
    const id = await givenInReview(db.owner, cast);
    await act(cast.accountManager, 'decide', id, '2026-12-21', DECISION);
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toMatchObject([{ end_reason: 'met' }]);
    for (const party of [cast.provider, cast.mco]) expect(await readable(party, id)).not.toContain('HfsDecided');
    expect(await mailsOf(db.owner, id, 'decision-given')).toHaveLength(1);

    await act(cast.team, 'returnDecision', id, '2026-12-22', { reason: 'Say why for each claim.' });
    expect(await mailsOf(db.owner, id, 'decision-returned')).toEqual([cast.accountManager.email]);
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toMatchObject([{ end_reason: 'met' }, { day_0: '2026-12-03', due_on: '2027-01-02', end_reason: null }]);
    await act(cast.administration, 'decide', id, '2027-01-04', { ...DECISION, ruling: 'in_part', lines: [{ lineNo: '1', ruling: 'in_part', amountCents: '620' }] });
    await act(cast.team, 'shareDecision', id, '2027-01-05');
    expect(await statusOf(db.owner, id)).toEqual({ status: 'closed', close_reason: 'hfs_decision' });
    for (const party of [cast.provider, cast.mco]) expect((await readable(party, id)).at(-1)).toBe('DecisionShared');
    expect(await mailsOf(db.owner, id, 'decision-shared')).toEqual([cast.mco.email, cast.provider.email].sort());
    const { rows } = await db.owner.query<{ data: unknown }>(`SELECT data FROM ticket_events WHERE ticket_id = $1 AND type = 'DecisionShared'`, [id]);
    expect(rows[0]?.data).toMatchObject({ ruling: 'in_part', lines: [{ lineNo: 1, ruling: 'in_part', amountCents: 62_000 }], decidedOn: '2027-01-04' });
    expect(await attempt(cast.team, 'returnDecision', id, '2027-01-05', { reason: 'Too late.' })).toMatch(/^This cannot be done now/);
  });

  it('stops what was still awaited from the sides', async () => {
    const id = await givenReviewRequested(db.owner, cast);
    await act(cast.team, 'beginAdministrativeReview', id, '2026-12-01', { ...NO_REASON, reason: 'Urgent.' });
    await act(cast.accountManager, 'askParty', id, '2026-12-01', ASKED);
    await act(cast.accountManager, 'decide', id, '2026-12-02', DECISION);
    expect((await clocksOf(db.owner, id, 'review-information')).map((c) => c.end_reason)).toEqual(['stopped', 'stopped']);
    expect((await clocksOf(db.owner, id, 'hfs-question')).map((c) => c.end_reason)).toEqual(['stopped']);
  });

  it('returned, what it had stopped goes on by its date: questions, deliveries, and HFS’s own time after them', async () => {
    const id = await givenReviewRequested(db.owner, cast);
    await act(cast.team, 'beginAdministrativeReview', id, '2026-12-01', { ...NO_REASON, reason: 'Urgent.' });
    await act(cast.accountManager, 'askParty', id, '2026-12-01', ASKED);
    await act(cast.accountManager, 'decide', id, '2026-12-02', DECISION);
    await act(cast.team, 'returnDecision', id, '2026-12-03', { reason: 'Wait for both sides.' });
    expect(await clocksOf(db.owner, id, 'review-information')).toMatchObject([{ due_on: '2026-12-24', end_reason: null }, { due_on: '2026-12-24', end_reason: null }]);
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toEqual([]);
    expect(await attempt(cast.provider, 'answerQuestion', id, '2026-12-10', { questionId: await questionOf(id), answer: 'On the day.' })).toBe('done');
    await act(cast.provider, 'deliverInformation', id, '2026-12-11', DELIVERY);
    expect((await clocksOf(db.owner, id, 'review-information')).map((c) => c.end_reason)).toEqual([null, 'met']);
    await sweepRule(db.owner, id, 'review-information', '2026-12-26');
    expect(await clocksOf(db.owner, id, 'hfs-decision')).toMatchObject([{ day_0: '2026-12-25' }]);
    for (const { stored, replayed } of await replayAll()) expect(replayed).toEqual(stored);
  });

  it('HFS’s own time that starts with the review says so', async () => {
    const id = await givenInReview(db.owner, cast);
    const { rows } = await db.owner.query<{ begun: string }>(`SELECT steps->0->>'begun' AS begun FROM clocks WHERE ticket_id = $1 AND rule_id = 'hfs-decision'`, [id]);
    expect(rows).toEqual([{ begun: 'in_review' }]);
  });

  it('of a silent plan: its dates to deliver say that they count from the review (D14)', async () => {
    const id = await givenSilentInReview(db.owner, cast);
    const { rows } = await db.owner.query<{ begun: string }>(`SELECT steps->0->>'begun' AS begun FROM clocks WHERE ticket_id = $1 AND rule_id = 'review-information'`, [id]);
    expect(rows).toEqual([{ begun: 'in_review' }, { begun: 'in_review' }]);
  });

  it('returned, a silent plan can still answer, late, and its fine stays the one (D14)', async () => {
    const id = await givenSilentInReview(db.owner, cast);
    await act(cast.administration, 'decide', id, '2026-12-10', DECISION);
    expect(await attempt(cast.mco, 'respond', id, '2026-12-10', ANSWER)).toMatch(/^This cannot be done now/);
    await act(cast.team, 'returnDecision', id, '2026-12-11', { reason: 'Say why.' });
    expect(await attempt(cast.mco, 'respond', id, '2026-12-14', ANSWER)).toBe('done');
    expect(await clocksOf(db.owner, id, 'mco-response')).toMatchObject([{ end_reason: 'met_late', overdue_on: '2026-12-01' }]);
    const { rows } = await db.owner.query<{ status: string }>('SELECT status FROM fines WHERE ticket_id = $1', [id]);
    expect(rows).toEqual([{ status: 'proposed' }]);
  });
});
