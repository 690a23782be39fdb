import { calendarDate } from '@/shared/calendar-date';
import { lifeStory } from './life';
import { accepted, answered, assigned, corrected, opened, presented, returned } from './steps';
import type { Story } from './story';
import type { IssueCode } from './words';
import type { PlanCode } from './parties';
import type { ProviderPersonKey } from '../cast/cast';
import type { WorkingDays } from './working-days';

type ToPresent = [filedAt: string, by: ProviderPersonKey, plan: PlanCode, issue: IssueCode, tracking: string, more?: Partial<Story>];

/** What waits for presentation on Nov 24, 2026: one late, two due today, three tomorrow, the rest later. */
const TO_PRESENT: readonly ToPresent[] = [
  ['2026-11-06 14:22', 'vera', 'MOLINA', 'CLAIMS', 'MOL-D-5517604'],
  ['2026-11-09 09:15', 'finn', 'MERIDIAN', 'CLAIMS', 'MHP-204417'],
  ['2026-11-09 13:40', 'anouk', 'AETNA', 'CLAIMS', 'ABH-77-3081'],
  ['2026-11-10 10:05', 'mara', 'MERIDIAN', 'ELIGIBILITY', 'MHP-204533'],
  ['2026-11-10 11:52', 'teddy', 'BCCHP', 'COVERAGE', 'BC-9920716'],
  ['2026-11-10 16:18', 'jo', 'MOLINA', 'CLAIMS', 'MOL-D-5518220'],
  ['2026-11-12 09:31', 'pat', 'COUNTYCARE', 'PCF', 'CC-2026-123310'],
  ['2026-11-12 15:07', 'sol', 'HUMANA', 'SYSTEM', 'HGP-00418827'],
  ['2026-11-13 12:44', 'tess', 'YOUTHCARE', 'CLAIMS', 'YC-118204'],
  ['2026-11-17 08:58', 'cleo', 'AETNA', 'CLAIMS', 'ABH-77-3390', { client: 'juniper' }],
  ['2026-11-20 17:33', 'renata', 'MERIDIAN', 'PRIOR_AUTH', 'MHP-205012', { urgent: true }],
  ['2026-11-24 08:12', 'lena', 'AETNA', 'CLAIMS', 'ABH-77-3518', { facility: 'surgery', claims: { count: 212, totalCents: 18_764_350 } }],
];

function toPresent([filedAt, by, plan, issue, tracking, more]: ToPresent, days: WorkingDays): Story {
  const [filedOn = ''] = filedAt.split(' ');
  return lifeStory({ key: tracking, plan, ending: { as: 'submitted' }, filedOn, by, issue, tracking, more: { filedAt, ...more } }, days);
}

const base = { plan: 'MERIDIAN', program: 'HEALTHCHOICE', issue: 'CLAIMS' } as const;

/** Every way in which a ticket is closed without an answer, and the filing that came again (D17). */
const RETURNED: readonly Story[] = [
  { ...base, key: 'premature-1', filedBy: 'mara', tracking: 'MHP-201118', receivedByPlanOn: '2026-09-01', filedAt: '2026-09-21 16:40', outsideWindow: true, steps: [] },
  { ...base, key: 'premature-2', filedBy: 'renata', plan: 'COUNTYCARE', tracking: 'CC-2026-124002', receivedByPlanOn: '2026-10-28', filedAt: '2026-11-19 09:20', outsideWindow: true, steps: [] },
  { ...base, key: 'untimely-1', filedBy: 'rob', plan: 'BCCHP', tracking: 'BC-9917702', receivedByPlanOn: '2026-03-02', filedAt: '2026-05-04 11:02', outsideWindow: true, steps: [] },
  { ...base, key: 'untimely-2', filedBy: 'gus', plan: 'MOLINA', issue: 'CONTRACTING', tracking: 'MOL-D-5516630', receivedByPlanOn: '2026-08-24', filedAt: '2026-11-02 13:30', outsideWindow: true, steps: [] },
  { ...base, key: 'incomplete-first', filedBy: 'owen', tracking: 'MHP-200950', receivedByPlanOn: '2026-07-09', filedAt: '2026-09-02 10:15', steps: [returned('2026-09-08 09:40', 'incomplete', 'The plan’s answer to your dispute is missing from the story, and two claim numbers are the same. Please say what the plan answered.')] },
  // Sent on day 64, and in time all the same: what counts is the day on which the first one was received.
  { ...base, key: 'incomplete-again', filedBy: 'owen', tracking: 'MHP-200950', receivedByPlanOn: '2026-07-09', filedAt: '2026-09-11 14:50', filesAgain: 'incomplete-first', steps: [presented('2026-09-16 10:30'), opened('2026-09-17 08:50', 'bashir'), answered('2026-10-07 15:15', 'bashir', { decision: 'overturned' }), accepted('2026-10-13 10:05', 'owen')] },
  { ...base, key: 'incomplete-open', filedBy: 'bea', plan: 'AETNA', tracking: 'ABH-76-2214', receivedByPlanOn: '2026-10-08', filedAt: '2026-11-12 11:20', steps: [returned('2026-11-19 10:05', 'incomplete', 'The dates of service are outside the months that you write about. Please check both.')] },
  { ...base, key: 'incomplete-gone', filedBy: 'vera', plan: 'MOLINA', tracking: 'MOL-D-5514417', receivedByPlanOn: '2026-05-04', filedAt: '2026-06-10 15:25', steps: [returned('2026-06-17 09:10', 'incomplete', 'The members’ names do not match the claim numbers.')] },
  { ...base, key: 'out-of-scope', filedBy: 'tess', plan: 'HUMANA', program: 'FIDE_SNP', issue: 'OTHER', tracking: 'HGP-00397710', receivedByPlanOn: '2026-07-06', filedAt: '2026-08-11 09:05', steps: [returned('2026-08-14 13:45', 'out_of_scope', 'This is about a service that Medicare alone covers. The portal takes complaints about Medicaid plans.', 'ines')] },
  { ...base, key: 'duplicate-first', filedBy: 'jo', plan: 'MOLINA', tracking: 'MOL-D-5518220', receivedByPlanOn: '2026-10-02', filedAt: '2026-11-02 10:40', steps: [presented('2026-11-05 11:15', 'tomas'), opened('2026-11-06 09:25', 'dov')] },
  { ...base, key: 'duplicate', filedBy: 'dee', plan: 'AETNA', tracking: 'ABH-71-5530', receivedByPlanOn: '2026-04-07', filedAt: '2026-05-12 16:10', steps: [returned('2026-05-18 10:20', 'duplicate', 'The same dispute is on file from the day before.', 'ines')] },
  { ...base, key: 'returned-premature', filedBy: 'finn', tracking: 'MHP-199804', receivedByPlanOn: '2026-02-10', filedAt: '2026-03-13 09:55', steps: [corrected('2026-03-18 11:05', { planCode: 'MERIDIAN', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'MHP-199804', receivedByMcoOn: '2026-02-24', reason: 'The plan’s letter says Feb 24, not Feb 10.' }), returned('2026-03-18 11:20', 'premature', 'With the day in the plan’s letter the window opens on Mar 26. Please file again from that day on.')] },
];

/** What was mended before presentation, and what stands out: long names, large sums, plans that have ended, mail that came back. */
const STANDING_OUT: readonly Story[] = [
  {
    ...base,
    key: 'corrected-before',
    filedBy: 'ike',
    plan: 'BCCHP',
    program: 'MLTSS',
    tracking: 'BC-9920040',
    receivedByPlanOn: '2026-09-22',
    filedAt: '2026-10-30 09:12',
    steps: [
      corrected('2026-11-04 14:30', { planCode: 'BCCHP', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'BC-9920404', receivedByMcoOn: '2026-09-24', reason: 'Two digits of the tracking number had changed places, and the plan’s letter names another program and day.' }),
      presented('2026-11-04 14:41', 'tomas'),
      opened('2026-11-05 08:44', 'arlo'),
    ],
  },
  { ...base, key: 'many-dollars', filedBy: 'lena', facility: 'main', plan: 'MERIDIAN', tracking: 'MHP-204101', receivedByPlanOn: '2026-09-28', filedAt: '2026-11-03 16:05', urgent: true, withNpi: true, claims: { count: 48, totalCents: 123_456_789 }, steps: [presented('2026-11-10 09:50'), opened('2026-11-10 13:15', 'rosalind'), assigned('2026-11-10 13:17', 'rosalind', 'ingrid')] },
  { ...base, key: 'longest', filedBy: 'maximiliana', plan: 'BCCHP', tracking: 'BC.2026/RECONSIDERATION_REQUEST-0004917A', receivedByPlanOn: '2026-09-30', filedAt: '2026-11-04 08:35', withNpi: true, claims: { count: 14, totalCents: 999_999 }, steps: [presented('2026-11-13 11:40')] },
  { ...base, key: 'nine-digits', filedBy: 'anouk', plan: 'AETNA', tracking: '770041883', trackingConfirmed: true, receivedByPlanOn: '2026-09-21', filedAt: '2026-10-23 10:50', steps: [presented('2026-10-29 09:05'), opened('2026-10-30 10:12', 'femi'), assigned('2026-10-30 10:14', 'femi', 'femi')] },
  // IlliniCare ended in 2020: Aetna’s staff answer for it (D20).
  { ...base, key: 'succeeded-plan', filedBy: 'pat', plan: 'ILLINICARE', tracking: 'IHC/20/41877', receivedByPlanOn: '2026-09-17', filedAt: '2026-10-22 13:10', claims: { count: 2, totalCents: 412_640, from: calendarDate('2020-09-14'), to: calendarDate('2020-11-20') }, steps: [presented('2026-10-30 15:20'), opened('2026-11-02 09:30', 'gwen')] },
  // NextLevel ended in 2020 without a successor: its staff keep access until the last ticket is closed.
  { ...base, key: 'ended-plan', filedBy: 'owen', plan: 'NEXTLEVEL', program: 'MLTSS', tracking: 'NLH.20884', receivedByPlanOn: '2026-09-24', filedAt: '2026-10-27 11:35', claims: { count: 1, totalCents: 88_000, from: calendarDate('2020-03-02'), to: calendarDate('2020-06-12') }, steps: [presented('2026-11-02 10:25'), opened('2026-11-04 16:20', 'iris')] },
  // Her address was mistyped at registration, so the notice of the answer came back (D18).
  { ...base, key: 'notice-came-back', filedBy: 'rosamund', plan: 'BCCHP', tracking: 'BC-9919555', receivedByPlanOn: '2026-09-15', filedAt: '2026-10-19 15:15', steps: [presented('2026-10-26 10:10'), opened('2026-10-27 09:02', 'arlo'), answered('2026-11-13 13:35', 'arlo', { decision: 'upheld' })] },
];

export function portalTeamStories(days: WorkingDays): Story[] {
  return [...TO_PRESENT.map((row) => toPresent(row, days)), ...RETURNED, ...STANDING_OUT];
}
