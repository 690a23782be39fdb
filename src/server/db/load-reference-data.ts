import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { parseHolidayCsv, RULE_SETS } from '@/domain/deadlines';

const DATA = path.join(process.cwd(), 'data');

const PROGRAMS: Record<string, string> = {
  HEALTHCHOICE: 'HealthChoice Illinois',
  MLTSS: 'MLTSS',
  MMAI: 'MMAI',
  FIDE_SNP: 'FIDE-SNP',
  YOUTHCARE: 'YouthCare',
};

/** How a plan is called where its full name is too long, such as in a sentence or a narrow column. */
const SHORT_NAMES: Record<string, string> = {
  AETNA: 'Aetna',
  ILLINICARE: 'IlliniCare',
  BCCHP: 'Blue Cross',
  COUNTYCARE: 'CountyCare',
  HUMANA: 'Humana',
  MERIDIAN: 'Meridian',
  MOLINA: 'Molina',
  NEXTLEVEL: 'NextLevel',
  YOUTHCARE: 'YouthCare',
};

/** Issue types with whether they need claim lines; kept as data so that Administration can change them. */
const ISSUE_TYPES: readonly [code: string, name: string, needsClaimLines: boolean][] = [
  ['CLAIMS', 'Claims and payment', true],
  ['COVERAGE', 'Coverage and service denial', true],
  ['PRIOR_AUTH', 'Prior authorization', true],
  ['ELIGIBILITY', 'Eligibility', false],
  ['PCF', 'Patient Credit File (PCF)', true],
  ['CONTRACTING', 'Contracting', false],
  ['ENROLLMENT', 'Provider enrollment or roster', false],
  ['SYSTEM', 'System or EDI', false],
  ['OTHER', 'Other', false],
];

/** First values only: what an administrator has changed stays. */
const SETTINGS: Record<string, string> = {
  'agency.name': 'Illinois Department of Healthcare and Family Services',
  'agency.short_name': 'Illinois HFS',
  'agency.bureau': 'Bureau of Managed Care',
  'agency.banner': 'An official website of the State of Illinois',
  'agency.domain': '.illinois.gov',
  // D11: `yes` lets the portal issue proposed fines by itself.
  'fines.issue_automatically': 'no',
  // Megabytes that one file, and all files of one ticket together, may have.
  'files.max_file_mb': '50',
  'files.max_ticket_mb': '500',
  'portal_team.email': 'portal-team@hfs.example',
  'portal_team.phone': '(217) 555-0100',
};

/** Rows of a CSV file of the repository whose cells hold no commas or quotes, without its head. */
async function plainRows(file: string): Promise<string[][]> {
  const text = await readFile(path.join(DATA, file), 'utf8');
  return text.trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
}

const orNull = (cell: string | undefined) => (cell === undefined || cell === '' ? null : cell);

async function loadPlans(client: Client): Promise<void> {
  const plans = await plainRows('plans.csv');
  for (const [code, name] of Object.entries(PROGRAMS))
    await client.query('INSERT INTO programs (code, name) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING', [code, name]);
  for (const [code = '', name, , from, to] of plans)
    await client.query('INSERT INTO plans (code, name, short_name, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (code) DO NOTHING', [code, name, SHORT_NAMES[code] ?? name, from, orNull(to)]);
  for (const [code, , , , , successor] of plans)
    await client.query('UPDATE plans SET succeeded_by = $2 WHERE code = $1 AND succeeded_by IS NULL', [code, orNull(successor)]);
  for (const [plan, program, from, to] of await plainRows('programs.csv'))
    await client.query('INSERT INTO plan_programs (plan_code, program_code, valid_from, valid_to) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [plan, program, from, orNull(to)]);
}

/** D15: the first version of the holiday table comes from the data file; later versions are made by Administration. */
async function loadHolidays(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM holiday_versions LIMIT 1');
  if (rowCount !== 0) return;
  const file = parseHolidayCsv(await readFile(path.join(DATA, 'il-state-holidays.csv'), 'utf8'));
  if (!file.ok) throw new Error(`data/il-state-holidays.csv: ${file.error.message}`);
  const { firstYear, lastYear, rows } = file.value;
  await client.query('INSERT INTO holiday_versions (version, first_year, last_year, note) VALUES (1, $1, $2, $3)', [firstYear, lastYear, 'First table, from the State’s lists']);
  for (const h of rows) await client.query('INSERT INTO holidays (version, "on", name, confirmed) VALUES (1, $1, $2, $3)', [h.on, h.name, h.confirmed]);
}

/**
 * Loads plans, programs, issue types, rule sets, settings and the first holiday table, each only where it is missing.
 * Runs in the caller's transaction, as the owner of the tables.
 */
export async function loadReferenceData(client: Client): Promise<void> {
  await loadPlans(client);
  for (const [position, [code, name, needs]] of ISSUE_TYPES.entries())
    await client.query('INSERT INTO issue_types (code, name, needs_claim_lines, position) VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO NOTHING', [code, name, needs, position]);
  for (const set of RULE_SETS)
    await client.query('INSERT INTO rule_sets (version, effective_on, label, fine_amount_cents, rules) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (version) DO NOTHING', [set.version, set.effectiveOn, set.label, set.fineAmountCents, JSON.stringify(set.rules)]);
  await loadHolidays(client);
  for (const [key, value] of Object.entries(SETTINGS)) await client.query('INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING', [key, value]);
  // Processes read plans and programs again when this fingerprint of them changes.
  await client.query(`INSERT INTO settings (key, value) SELECT 'reference.version', md5(concat(
      (SELECT jsonb_agg(p ORDER BY code) FROM plans p), (SELECT jsonb_agg(p ORDER BY code) FROM programs p),
      (SELECT jsonb_agg(p ORDER BY plan_code, program_code, valid_from) FROM plan_programs p), (SELECT jsonb_agg(t ORDER BY code) FROM issue_types t)))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
}
