import type { Client } from 'pg';
import { signIn } from './forms';
import { PEOPLE, type Who } from './people';
import { oneId } from './tickets';

/** A page to measure, for whom, and how much compressed script beyond the empty app it may bring. */
export type MeasuredPage = { name: string; path: string; cookie: string; goalKb: 30 | 60 };

const ticketOf = (who: Who, status: string) => [
  `SELECT t.id FROM tickets t JOIN memberships m ON m.organization_id = t.organization_id JOIN people p ON p.id = m.person_id WHERE p.email = $1 AND t.status = '${status}' ORDER BY t.number LIMIT 1`,
  [PEOPLE[who]],
] as const;

/** A ticket of the plan with an answer form and few claim lines, of the made-up world itself: the same however many were loaded. */
export const planTicket = (owner: Client) => oneId(owner, `SELECT id FROM tickets WHERE plan_code = 'COUNTYCARE' AND status = 'presented' AND claim_count BETWEEN 1 AND 10 AND number LIKE 'PRP-2026-%' ORDER BY number LIMIT 1`);

export async function signInAll(portalUrl: string): Promise<Record<Who, string>> {
  const who = async (name: Who) => signIn(portalUrl, name);
  return { provider: await who('provider'), plan: await who('plan'), team: await who('team'), manager: await who('manager') };
}

export async function pagesOf(owner: Client, cookies: Record<Who, string>): Promise<MeasuredPage[]> {
  const draft = await oneId(owner, 'SELECT d.id FROM complaint_drafts d JOIN people p ON p.id = d.created_by_id WHERE p.email = $1 LIMIT 1', [PEOPLE.provider]);
  const answered = await oneId(owner, ...ticketOf('provider', 'responded'));
  const fine = await oneId(owner, `SELECT t.id FROM fines f JOIN tickets t ON t.id = f.ticket_id WHERE f.plan_code = 'COUNTYCARE' AND f.status = 'proposed' ORDER BY t.number LIMIT 1`);
  const provider = (name: string, path: string): MeasuredPage => ({ name, path, cookie: cookies.provider, goalKb: 30 });
  const staff = (name: string, path: string, who: Exclude<Who, 'provider'>): MeasuredPage => ({ name, path, cookie: cookies[who], goalKb: 60 });
  return [
    { name: 'home', path: '/', cookie: '', goalKb: 30 },
    { name: 'policy', path: '/policy', cookie: '', goalKb: 30 },
    { name: 'sign-in', path: '/sign-in', cookie: '', goalKb: 30 },
    provider('my tickets', '/my-tickets'),
    provider('file: dispute', `/file/${draft}/dispute`),
    provider('file: claims', `/file/${draft}/claims`),
    provider('ticket, provider', `/tickets/${answered}`),
    staff('queue', '/queue', 'plan'),
    staff('ticket, plan', `/tickets/${await planTicket(owner)}`, 'plan'),
    staff('work', '/work', 'team'),
    staff('all tickets', '/all-tickets', 'team'),
    staff('ticket, team', `/tickets/${answered}`, 'team'),
    staff('fines', '/fines', 'manager'),
    staff('fine', `/fines/${fine}`, 'manager'),
  ];
}
