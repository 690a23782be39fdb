import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { ROLE_NAMES } from '@/domain/access/actor';
import { tokenHash } from '../../auth/password-link';
import { realNow } from '../../clock';
import { findKnownPerson, hasPlanOrganization, invitePerson, sortPlans, type Invited } from '../../db/invite-person';
import { requireEnvironment } from '../../env';
import { INVITE_USAGE, readInviteArguments, type InviteArguments } from './invite-arguments';

const HOURS = 24;

/** The plans that do not exist, and once those that do. */
async function planProblems(client: Client, plans: readonly string[]): Promise<string[]> {
  const { unknown, known } = await sortPlans(client, plans);
  return unknown.length === 0 ? [] : [`--plans: there is no plan ${unknown.join(', ')}; the plans are ${known.join(', ')}`];
}

/** What a person who is new to the portal, or comes back to it, needs beside an address and a role. */
async function placeProblems(client: Client, { role, org, plans }: InviteArguments): Promise<string[]> {
  const [plan] = plans;
  const hasOrganization = org !== null || (role === 'mco' && plan !== undefined && (await hasPlanOrganization(client, plan)));
  return [
    ...(hasOrganization ? [] : ['--org: give the organization’s name']),
    ...(role === 'mco' && plans.length !== 1 ? ['--plans: give the one plan that the person works for'] : []),
    ...(role === 'account_manager' && plans.length === 0 ? ['--plans: give the Account Manager’s plans'] : []),
    ...(await planProblems(client, plans)),
  ];
}

async function personProblems(client: Client, given: InviteArguments): Promise<string[]> {
  const known = given.email === null ? null : await findKnownPerson(client, given.email);
  switch (known?.state) {
    case 'active':
      return [];
    case 'disabled':
      return [`--email: ${given.email} was shut out of the portal, and no link lets them in`];
    default:
      return placeProblems(client, given);
  }
}

function sayLink(email: string, { outcome, role, organization }: Invited, link: string): void {
  const place = `${ROLE_NAMES[role]} at ${organization}`;
  const what = outcome === 'invited' ? `${email} is invited as ${place}.` : `${email} was known and is ${place}: the password is reset, and all sessions are ended.`;
  console.log(`${what} Good once, for ${HOURS} hours:\n${link}`);
}

async function invite(client: Client, portalUrl: string): Promise<string[]> {
  const { given, problems } = readInviteArguments(process.argv.slice(2));
  const all = [...problems, ...(await personProblems(client, given))];
  if (all.length > 0 || given.email === null || given.role === null) return all;
  const token = randomBytes(32).toString('base64url');
  const invited = await invitePerson(client, {
    email: given.email,
    role: given.role,
    name: given.name,
    organization: given.org,
    plans: given.plans,
    isPrimary: given.primary,
    isOrgAdmin: given.orgAdmin,
    tokenHash: tokenHash(token),
    expiresAt: new Date(realNow().getTime() + HOURS * 3_600_000),
  });
  if (invited === null) return [`${given.email} was shut out of the portal meanwhile`];
  sayLink(given.email, invited, `${portalUrl}/set-password/${token}`);
  return [];
}

/** `npm run invite`: the way by which a real site begins, and by which a lost password is replaced. */
async function main(): Promise<string[]> {
  const env = requireEnvironment('owner');
  const client = new Client({ connectionString: env.DATABASE_URL });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await invite(client, env.PORTAL_URL);
  } finally {
    await client.end();
  }
}

const problems = await main().catch((error: unknown) => [(error as Error).message]);
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\n${INVITE_USAGE}`);
  process.exitCode = 1;
}
