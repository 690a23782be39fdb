import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { PERSON_ROLES, type PersonRole } from '@/domain/access/actor';
import { email as emailField } from '@/domain/tickets/fields';
import { tokenHash } from '../../auth/password-link';
import { realNow } from '../../clock';
import { invitePerson, isKnownPerson, unknownPlans } from '../../db/invite-person';
import { requireEnvironment } from '../../env';

const USAGE = 'npm run invite -- --email a@b.example --role provider|mco|portal_team|account_manager|sme|administration [--name "…"] [--org "…"] [--plans CODE,CODE] [--primary] [--org-admin]';
const HOURS = 24;

type Options = { email: string; role: PersonRole; name: string | null; org: string | null; plans: string[]; primary: boolean; orgAdmin: boolean };

function isRole(text: string | undefined): text is PersonRole {
  return PERSON_ROLES.some((role) => role === text);
}

/** Every wrong argument at once; an organization and plans are asked for only when the person is new. */
function read(args: string[]): { options: Options; problems: string[] } {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' }, org: { type: 'string' }, plans: { type: 'string' }, primary: { type: 'boolean', default: false }, 'org-admin': { type: 'boolean', default: false } },
  });
  const email = emailField.safeParse(values.email ?? '');
  const role = isRole(values.role) ? values.role : null;
  const plans = (values.plans ?? '').split(',').map((p) => p.trim().toUpperCase()).filter((p) => p !== '');
  const problems = [
    ...(email.success ? [] : ['--email: give an address such as name@example.org']),
    ...(role === null ? [`--role: give one of ${PERSON_ROLES.join(', ')}`] : []),
    ...(values.primary && role !== 'mco' ? ['--primary: only a plan has primary staff'] : []),
    ...(values['org-admin'] && role !== 'mco' && role !== 'provider' ? ['--org-admin: only a provider’s or a plan’s people manage their organization'] : []),
  ];
  return { problems, options: { email: email.data ?? '', role: role ?? 'provider', name: values.name ?? null, org: values.org ?? null, plans, primary: values.primary, orgAdmin: values['org-admin'] } };
}

async function newPersonProblems(client: Client, o: Options): Promise<string[]> {
  const unknown = await unknownPlans(client, o.plans);
  return [
    ...(o.org === null ? ['--org: give the organization’s name'] : []),
    ...(o.role === 'mco' && o.plans.length !== 1 ? ['--plans: give the one plan that the person works for'] : []),
    ...(o.role === 'account_manager' && o.plans.length === 0 ? ['--plans: give the Account Manager’s plans'] : []),
    ...unknown.map((code) => `--plans: there is no plan ${code}`),
  ];
}

async function invite(client: Client, o: Options, portalUrl: string): Promise<string[]> {
  const problems = (await isKnownPerson(client, o.email)) ? [] : await newPersonProblems(client, o);
  if (problems.length > 0) return problems;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(realNow().getTime() + HOURS * 3_600_000);
  const done = await invitePerson(client, { email: o.email, name: o.name, role: o.role, organization: o.org, plans: o.plans, isPrimary: o.primary, isOrgAdmin: o.orgAdmin, tokenHash: tokenHash(token), expiresAt });
  console.log(`${o.email} is ${done === 'invited' ? 'invited' : 'reset: the password and all sessions are gone'}. Good once, for ${HOURS} hours:\n${portalUrl}/set-password/${token}`);
  return [];
}

/** `npm run invite`: the way by which a real site begins, and by which a lost password is replaced. */
async function main(): Promise<string[]> {
  const env = requireEnvironment('owner');
  const { options, problems } = read(process.argv.slice(2));
  if (problems.length > 0) return problems;
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    return await invite(client, options, env.PORTAL_URL);
  } finally {
    await client.end();
  }
}

const problems = await main().catch((error: unknown) => [(error as Error).message]);
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\n${USAGE}`);
  process.exitCode = 1;
}
