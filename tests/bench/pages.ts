import type { Client } from 'pg';
import { formPost, signIn } from './forms';
import { PEOPLE, type Who } from './people';
import { oneId } from './tickets';

/** A page to measure, for whom, and how much compressed script beyond the empty app it may bring. */
export type MeasuredPage = { name: string; path: string; cookie: string; goalKb: 30 | 60 };

const KESTREL = `t.organization_id = (SELECT m.organization_id FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.email = '${PEOPLE.provider}')`;
const COUNTYCARE = `t.plan_code = 'COUNTYCARE'`;

/** The ticket of some tickets that has gone through most: its page has the most to show. */
const fullest = (owner: Client, where: string) => oneId(owner, `SELECT t.id FROM tickets t WHERE ${where} ORDER BY t.event_count DESC, t.number LIMIT 1`);

/** A ticket of the plan with an answer form and few claim lines, of the made-up world itself: the same however many were loaded. */
export const planTicket = (owner: Client) => oneId(owner, `SELECT id FROM tickets WHERE plan_code = 'COUNTYCARE' AND status = 'presented' AND claim_count BETWEEN 1 AND 10 AND number LIKE 'PRP-2026-%' ORDER BY number LIMIT 1`);

export async function signInAll(portalUrl: string): Promise<Record<Who, string>> {
  const who = async (name: Who) => signIn(portalUrl, PEOPLE[name]);
  return { provider: await who('provider'), plan: await who('plan'), team: await who('team'), manager: await who('manager'), expert: await who('expert'), administration: await who('administration') };
}

/** Where a search leads that finds more than a page of tickets. */
async function searched(portalUrl: string, cookie: string): Promise<string> {
  const post = await formPost(`${portalUrl}/search`, 'Search tickets', cookie, { q: 'PRP-2026' });
  const response = await fetch(portalUrl + post.path, { method: 'POST', headers: post.headers, body: new Uint8Array(post.body), redirect: 'manual' });
  return response.headers.get('location') ?? '';
}

type Make = { provider: (name: string, path: string) => MeasuredPage; staff: (name: string, path: string, who: Exclude<Who, 'provider'>) => MeasuredPage };

async function filingPages(owner: Client, { provider }: Make): Promise<MeasuredPage[]> {
  const draft = await oneId(owner, 'SELECT d.id FROM complaint_drafts d JOIN people p ON p.id = d.created_by_id WHERE p.email = $1 LIMIT 1', [PEOPLE.provider]);
  return ['dispute', 'claims', 'files', 'check'].map((step) => provider(`file: ${step}`, `/file/${draft}/${step}`));
}

async function ticketPages(owner: Client, { provider, staff }: Make): Promise<MeasuredPage[]> {
  const answered = await fullest(owner, `${KESTREL} AND t.status = 'responded'`);
  const asked = await fullest(owner, `${COUNTYCARE} AND t.status = 'presented' AND EXISTS (SELECT 1 FROM ticket_events e WHERE e.ticket_id = t.id AND e.type = 'PlanAsked')`);
  const closed = await fullest(owner, `t.status = 'closed' AND t.close_reason = 'incomplete'`);
  const submitted = await fullest(owner, `t.status = 'submitted'`);
  return [
    provider('ticket, provider', `/tickets/${answered}`),
    provider('contest', `/tickets/${answered}/contest`),
    staff('ticket, plan', `/tickets/${await planTicket(owner)}`, 'plan'),
    staff('asked by the team', `/tickets/${asked}`, 'plan'),
    staff('ticket, team', `/tickets/${answered}`, 'team'),
    staff('to present', `/tickets/${submitted}`, 'team'),
    staff('closed, team', `/tickets/${closed}`, 'team'),
    staff('reopen', `/tickets/${closed}/reopen`, 'team'),
    staff('contact', `/tickets/${answered}/contact`, 'team'),
    staff('case file', `/tickets/${answered}/case-file`, 'team'),
  ];
}

async function reviewPages(owner: Client, { provider, staff }: Make): Promise<MeasuredPage[]> {
  const inReview = (of: string) => fullest(owner, `t.status = 'administrative_review' AND ${of}`);
  const ofPlan = await inReview(COUNTYCARE);
  const ofExpert = await inReview(`t.sme_id = (SELECT id FROM people WHERE email = '${PEOPLE.expert}')`);
  const decided = await fullest(owner, `t.status = 'closed' AND t.close_reason = 'hfs_decision' AND ${COUNTYCARE}`);
  return [
    provider('review, provider', `/tickets/${await inReview(KESTREL)}`),
    staff('review, plan', `/tickets/${ofPlan}`, 'plan'),
    staff('review, team', `/tickets/${ofPlan}`, 'team'),
    staff('refer', `/tickets/${ofPlan}/refer`, 'team'),
    staff('reviews', '/reviews', 'manager'),
    staff('a review', `/reviews/${ofExpert}`, 'expert'),
    staff('ask a party', `/tickets/${ofExpert}/ask-party`, 'administration'),
    staff('decided, plan', `/tickets/${decided}`, 'plan'),
    staff('decided, Admin.', `/tickets/${decided}`, 'administration'),
  ];
}

async function hfsPages(owner: Client, { staff }: Make): Promise<MeasuredPage[]> {
  const fine = await oneId(owner, `SELECT t.id FROM fines f JOIN tickets t ON t.id = f.ticket_id WHERE f.plan_code = 'COUNTYCARE' AND f.status = 'proposed' ORDER BY t.number LIMIT 1`);
  return [
    staff('fines', '/fines', 'manager'),
    staff('fine', `/fines/${fine}`, 'manager'),
    staff('extensions', '/extensions', 'manager'),
    staff('holidays', '/holidays', 'administration'),
    staff('what would move', '/holidays/preview', 'administration'),
    staff('nightly checks', '/nightly-checks', 'administration'),
  ];
}

export async function pagesOf(owner: Client, portalUrl: string, cookies: Record<Who, string>): Promise<MeasuredPage[]> {
  const make: Make = {
    provider: (name, path) => ({ name, path, cookie: cookies.provider, goalKb: 30 }),
    staff: (name, path, who) => ({ name, path, cookie: cookies[who], goalKb: 60 }),
  };
  const { provider, staff } = make;
  return [
    { name: 'home', path: '/', cookie: '', goalKb: 30 },
    { name: 'policy', path: '/policy', cookie: '', goalKb: 30 },
    { name: 'sign-in', path: '/sign-in', cookie: '', goalKb: 30 },
    provider('my tickets', '/my-tickets'),
    ...(await filingPages(owner, make)),
    staff('queue', '/queue', 'plan'),
    staff('work', '/work', 'team'),
    staff('all tickets', '/all-tickets', 'team'),
    staff('found', await searched(portalUrl, cookies.team), 'team'),
    staff('bell', '/bell', 'plan'),
    staff('requests', '/requests', 'plan'),
    ...(await ticketPages(owner, make)),
    ...(await reviewPages(owner, make)),
    ...(await hfsPages(owner, make)),
  ];
}
