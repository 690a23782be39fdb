import { parseArgs } from 'node:util';
import { PERSON_ROLES, type PersonRole } from '@/domain/access/actor';
import { email as emailField, line } from '@/domain/tickets/fields';

export const INVITE_USAGE = `npm run invite -- --email a@b.example --role ${PERSON_ROLES.join('|')} [--name "…"] [--org "…"] [--plans CODE,CODE] [--primary] [--org-admin]`;

/** What is asked for; `email` and `role` are null where what was given is none. */
export type InviteArguments = { email: string | null; role: PersonRole | null; name: string | null; org: string | null; plans: string[]; primary: boolean; orgAdmin: boolean };

const OPTIONS = {
  email: { type: 'string' },
  role: { type: 'string' },
  name: { type: 'string' },
  org: { type: 'string' },
  plans: { type: 'string', multiple: true },
  primary: { type: 'boolean' },
  'org-admin': { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; strict: false }>>['values'];

function isRole(value: unknown): value is PersonRole {
  return PERSON_ROLES.some((role) => role === value);
}

/** Words that are no option, options without their value, and flags with one. */
function strayProblems(values: Values, positionals: readonly string[]): string[] {
  const stray = Object.entries(values).flatMap(([name, value]) => {
    if (!Object.hasOwn(OPTIONS, name)) return [`--${name}: there is no such option`];
    const given = [value].flat();
    if (name === 'primary' || name === 'org-admin') return given.every((v) => v === true) ? [] : [`--${name}: takes no value`];
    return given.every((v) => typeof v === 'string' && v.trim() !== '' && !v.startsWith('--')) ? [] : [`--${name}: give a value after it`];
  });
  return [...stray, ...positionals.map((word) => `“${word}”: belongs to no option (put words with spaces in quotes)`)];
}

const nameField = line('', 200);

function oneLine(option: string, value: unknown, problems: string[]): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const parsed = nameField.safeParse(value);
  if (!parsed.success) problems.push(`--${option}: ${parsed.error.issues[0]?.message ?? 'cannot be read'}`);
  return parsed.data ?? null;
}

/** Reads the command line, with every problem that shows without the database. */
export function readInviteArguments(args: string[]): { given: InviteArguments; problems: string[] } {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, strict: false, allowPositionals: true });
  const problems = strayProblems(values, positionals);
  const email = emailField.safeParse(values.email);
  const role = isRole(values.role) ? values.role : null;
  const plans = (values.plans ?? []).flatMap((list) => (typeof list === 'string' ? list.split(',') : [])).map((p) => p.trim().toUpperCase()).filter((p) => p !== '');
  const [primary, orgAdmin] = [values.primary !== undefined, values['org-admin'] !== undefined];
  if (!email.success && !problems.some((p) => p.startsWith('--email:'))) problems.push('--email: give an address such as name@example.org');
  if (role === null && !problems.some((p) => p.startsWith('--role:'))) problems.push(`--role: give one of ${PERSON_ROLES.join(', ')}`);
  if (primary && role !== null && role !== 'mco') problems.push('--primary: only a plan has primary staff');
  if (orgAdmin && role !== null && role !== 'mco' && role !== 'provider') problems.push('--org-admin: only a provider’s or a plan’s people manage their organization');
  if (plans.length > 0 && role !== null && role !== 'mco' && role !== 'account_manager') problems.push('--plans: only a plan’s staff and Account Managers have plans');
  const [name, org] = [oneLine('name', values.name, problems), oneLine('org', values.org, problems)];
  return { problems, given: { email: email.data ?? null, role, name, org, plans, primary, orgAdmin } };
}
