import type { Client } from 'pg';
import { PEOPLE, type Who } from './people';

/** The pages that open by their address, by who opens them; tickets are opened from the lists. */
export const PAGES: Partial<Record<Who, string[]>> & { visitor: string[] } = {
  visitor: ['/', '/?number=no&received-month=&received-day=&received-year=', '/?number=yes&received-month=2&received-day=29&received-year=2025', '/policy', '/policy?rule=contest&start-month=11&start-day=20&start-year=2026', '/sign-in', '/set-password/unknown', '/sandbox/clock', '/sandbox/sign-ins', '/nowhere'],
  renata: ['/my-tickets', '/search', '/file', '/bell', '/my-mail'],
  marcus: ['/my-tickets'],
  simone: ['/queue', '/queue?sort=newest&urgent=yes', '/queue?tab=new', '/queue?tab=overdue', '/queue?tab=waiting', '/queue?tab=answered', '/queue?tab=hfs', '/queue?tab=fined', '/requests', '/requests?tab=ended', '/bell', '/my-mail'],
  dov: ['/queue'],
  ines: ['/search?why=short', '/keyboard', '/all-tickets?status=presented&urgent=yes&received=90&sort=due', '/work', '/work?tab=close', '/work?tab=alert', '/work?tab=overdue', '/work?tab=requests', '/work?tab=no-number', '/work?tab=undelivered', '/all-tickets', '/requests', '/requests?tab=overdue', '/requests?tab=ended', '/requests/new', '/file-checks', '/bell', '/my-mail'],
  gloria: ['/fines', '/extensions', '/all-tickets', '/bell', '/my-mail'],
  priya: ['/reviews', '/bell', '/my-mail'],
  yolanda: ['/fines', '/fines?tab=objections', '/extensions', '/fines?tab=issued', '/fines?tab=waived', '/fines?tab=rescinded', '/all-tickets', '/holidays', '/holidays?year=2027', '/holidays/preview', '/mail-texts', '/file-checks', '/nightly-checks', '/bell', '/my-mail'],
};

/** Who has a page at its moment: a person of the sandbox by name, or whoever the ticket itself names. */
type Reader = Who | 'contact' | 'admin' | 'plan';

/** A moment at which a page is open: which of the made-up things it is of, and who then has it. */
export type Moment = { who: Reader; /** A condition on tickets `t`. */ where: string; /** The clock `c` that the address names. */ clock?: true };

const READERS: Record<'contact' | 'admin' | 'plan', string> = {
  contact: '(SELECT p.email FROM people p WHERE p.id = t.contact_id)',
  admin: 'SELECT p.email FROM people p JOIN memberships m ON m.person_id = p.id WHERE m.organization_id = t.filed_by_organization_id AND m.is_org_admin AND m.ended_at IS NULL',
  plan: 'SELECT p.email FROM people p JOIN memberships m ON m.person_id = p.id JOIN organizations o ON o.id = m.organization_id WHERE o.plan_code = t.plan_code AND m.ended_at IS NULL',
};

const TODAY = "(portal_time(now()) AT TIME ZONE 'America/Chicago')::date";
const runs = (ruleId: string) => `EXISTS (SELECT 1 FROM clocks c WHERE c.ticket_id = t.id AND c.rule_id = '${ruleId}' AND c.ended_on IS NULL AND c.due_on >= ${TODAY})`;
const waits = (ruleId: string) => `EXISTS (SELECT 1 FROM clocks c WHERE c.ticket_id = t.id AND c.rule_id = '${ruleId}' AND c.ended_on IS NULL)`;
const fined = (status: string) => `EXISTS (SELECT 1 FROM fines f WHERE f.ticket_id = t.id AND f.plan_code = t.plan_code AND f.status = '${status}' AND f.objected_on IS NULL)`;
const WAS_ANSWERED = "EXISTS (SELECT 1 FROM clocks c WHERE c.ticket_id = t.id AND c.rule_id LIKE 'mco-response%' AND c.end_reason IN ('met', 'met_late'))";
const is = (...statuses: string[]) => `t.status IN (${statuses.map((s) => `'${s}'`).join(', ')})`;
const IN_REVIEW = is('administrative_review');
const asked = (party: string) => `${IN_REVIEW} AND c.rule_id = 'hfs-question' AND c.owed_by = '${party}' AND c.ended_on IS NULL`;

/** Each page of a ticket at the moments at which somebody has it; the made-up tickets come to all of them. */
export const MOMENTS: Record<string, readonly Moment[]> = {
  '/file/sent/[ticketId]': [{ who: 'contact', where: is('submitted') }],
  '/tickets/[ticketId]': ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review', 'decided', 'closed'].flatMap((status): Moment[] =>
    (['contact', 'plan', 'ines', 'yolanda'] as const).filter((who) => who !== 'plan' || status !== 'submitted').map((who) => ({ who, where: is(status) })),
  ),
  '/tickets/[ticketId]/viewers': [{ who: 'ines', where: is('decided') }],
  '/tickets/[ticketId]/case-file': [{ who: 'contact', where: "t.close_reason = 'hfs_decision'" }],
  '/fines/[ticketId]': [{ who: 'yolanda', where: fined('proposed') }, { who: 'yolanda', where: fined('issued') }],
  '/reviews/[ticketId]': [{ who: 'priya', where: `${IN_REVIEW} AND t.sme_id = (SELECT id FROM people WHERE email = '${PEOPLE.priya}')` }, { who: 'yolanda', where: `${IN_REVIEW} AND t.sme_id IS NULL` }],
  '/tickets/[ticketId]/accept': [{ who: 'contact', where: is('responded') }],
  '/tickets/[ticketId]/contest': [{ who: 'contact', where: is('responded') }],
  '/tickets/[ticketId]/review': [{ who: 'contact', where: `${is('contested')} AND ${runs('review-request')}` }],
  '/tickets/[ticketId]/resolved': [{ who: 'contact', where: is('presented') }],
  '/tickets/[ticketId]/withdraw': [{ who: 'contact', where: is('submitted') }],
  '/tickets/[ticketId]/contact': [{ who: 'admin', where: is('presented') }, { who: 'ines', where: is('presented') }],
  '/tickets/[ticketId]/answer': [{ who: 'plan', where: `${is('presented')} AND EXISTS (SELECT 1 FROM answer_drafts d WHERE d.ticket_id = t.id)` }],
  '/tickets/[ticketId]/answer/claims': [{ who: 'plan', where: `${is('presented')} AND t.claim_count > 20` }],
  '/tickets/[ticketId]/direct-contact': [{ who: 'plan', where: is('responded') }],
  '/tickets/[ticketId]/log-contact': [{ who: 'plan', where: is('presented') }],
  '/tickets/[ticketId]/objection': [{ who: 'plan', where: fined('issued') }],
  '/tickets/[ticketId]/information': [{ who: 'plan', where: `${is('presented')} AND ${runs('information-request')} AND NOT ${waits('information-answer')}` }, { who: 'contact', where: waits('information-answer') }],
  '/tickets/[ticketId]/extension': [
    ...(['plan', 'contact'] as const).map((who) => ({ who, where: `${is('presented')} AND ${runs('extension-request')} AND t.extension_state = 'none'` })),
    { who: 'yolanda', where: `${is('presented')} AND t.extension_state = 'pending'` },
  ],
  '/tickets/[ticketId]/deliver': [{ who: 'contact', where: is('review_requested') }, { who: 'plan', where: is('review_requested') }],
  '/tickets/[ticketId]/question/[questionId]': [{ who: 'contact', where: asked('provider'), clock: true }],
  '/tickets/[ticketId]/alert': [{ who: 'ines', where: is('presented') }],
  '/tickets/[ticketId]/ask': [{ who: 'ines', where: is('presented') }],
  '/tickets/[ticketId]/close': [{ who: 'ines', where: `${is('contested')} AND t.turn_due_on < ${TODAY}` }, { who: 'ines', where: `${is('responded')} AND t.response_notice = 'accepted' AND t.turn_due_on < ${TODAY}` }],
  '/tickets/[ticketId]/correct': [{ who: 'ines', where: is('submitted') }],
  '/tickets/[ticketId]/place-in-review': [{ who: 'ines', where: is('review_requested') }, { who: 'ines', where: `${is('presented')} AND t.alerted_on > t.response_due_on AND t.extension_state <> 'pending' AND t.response_due_on < ${TODAY}` }],
  '/tickets/[ticketId]/refer': [{ who: 'ines', where: `${IN_REVIEW} AND t.sme_recommended_on IS NOT NULL` }],
  '/tickets/[ticketId]/reopen': [{ who: 'ines', where: "t.close_reason = 'incomplete'" }, { who: 'ines', where: "t.close_reason = 'premature'" }],
  '/tickets/[ticketId]/return': [{ who: 'ines', where: is('submitted') }],
  '/tickets/[ticketId]/return-decision': [{ who: 'ines', where: is('decided') }],
  '/tickets/[ticketId]/share': [{ who: 'ines', where: is('decided') }],
  '/tickets/[ticketId]/transfer': [{ who: 'ines', where: `${is('presented')} AND NOT ${fined('issued')} AND NOT ${WAS_ANSWERED}` }],
  '/tickets/[ticketId]/reassign': [{ who: 'ines', where: IN_REVIEW }],
  '/tickets/[ticketId]/recommend-expert': [{ who: 'yolanda', where: `${IN_REVIEW} AND t.sme_id IS NULL AND t.sme_recommended_on IS NULL` }],
  '/tickets/[ticketId]/ask-party': [{ who: 'yolanda', where: `${IN_REVIEW} AND t.sme_id IS NULL` }],
  '/tickets/[ticketId]/return-review': [{ who: 'priya', where: `${IN_REVIEW} AND t.sme_id = (SELECT id FROM people WHERE email = '${PEOPLE.priya}')` }],
};

const DRAFT = `SELECT d.id FROM complaint_drafts d JOIN people p ON p.id = d.created_by_id WHERE p.email = '${PEOPLE.renata}' ORDER BY d.id LIMIT 1`;
const STEPS = ['eligibility', 'no-number', 'dispute', 'claims', 'claims/import', 'contact', 'files', 'check', 'delete'];

/** Pages of other things, each found by its id. */
export const OF_THINGS: Record<string, { who: Who; sql: string }> = {
  ...Object.fromEntries(STEPS.map((step) => [`/file/[draftId]/${step}`, { who: 'renata' as const, sql: DRAFT }])),
  '/requests/[requestId]': { who: 'ines', sql: 'SELECT id FROM plan_requests ORDER BY number DESC LIMIT 1' },
  '/work/undelivered/[messageId]': { who: 'ines', sql: "SELECT id FROM outbox WHERE status = 'failed' ORDER BY id LIMIT 1" },
};

/** Pages that lead on, or that nothing but a journey comes to; their journeys look at them. */
export const BY_JOURNEY: Record<string, string> = {
  '/file/[draftId]': 'leads on to a step',
  '/file/[draftId]/claims/import/[importId]': 'import-claims.spec.ts',
  '/search/[searchId]': 'find-and-act.spec.ts',
};

/** The pages of a ticket that only show, and the check of an answer, which may be unfinished. */
const WITHOUT_ACT: ReadonlySet<string> = new Set(['/tickets/[ticketId]/viewers', '/tickets/[ticketId]/case-file', '/tickets/[ticketId]/answer']);

/** Is the page that of an act on a ticket, whose form is there while the act is open? */
export function isOfAct(route: string): boolean {
  return route.startsWith('/tickets/[ticketId]/') && !WITHOUT_ACT.has(route);
}

export type OpenPage = { route: string; address: string; email: string };

async function atMoment(db: Client, route: string, { who, where, clock }: Moment): Promise<OpenPage> {
  const email = who in PEOPLE ? `'${PEOPLE[who as Who]}'` : READERS[who as keyof typeof READERS];
  // Who is known to the other journeys comes first, so that few people sign in; then the ticket that went through most.
  const { rows } = await db.query<{ id: string; email: string; subject: string }>(
    `SELECT t.id, r.email, ${clock === true ? 'c.subject' : "''"} AS subject FROM tickets t ${clock === true ? 'JOIN clocks c ON c.ticket_id = t.id' : ''} CROSS JOIN LATERAL (${email.startsWith('SELECT') ? email : `SELECT ${email} AS email`}) AS r
     WHERE ${where} ORDER BY array_position($1::text[], r.email) NULLS LAST, t.event_count DESC, t.number, r.email LIMIT 1`,
    [Object.values(PEOPLE)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`No made-up ticket comes to ${route} for ${who}: ${where}`);
  return { route, address: route.replace('[ticketId]', row.id).replace('[questionId]', row.subject), email: row.email };
}

/** Every page of a ticket or another thing, open for somebody. */
export async function findOpenPages(db: Client): Promise<OpenPage[]> {
  const pages: OpenPage[] = [];
  for (const [route, moments] of Object.entries(MOMENTS)) for (const moment of moments) pages.push(await atMoment(db, route, moment));
  for (const [route, { who, sql }] of Object.entries(OF_THINGS)) {
    const { rows } = await db.query<{ id: string }>(sql);
    if (rows[0] === undefined) throw new Error(`The made-up data has nothing for ${route}.`);
    pages.push({ route, address: route.replace(/\[\w+\]/, rows[0].id), email: PEOPLE[who] });
  }
  return pages;
}
