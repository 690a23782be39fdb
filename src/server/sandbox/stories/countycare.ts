import { addDays, calendarDate } from '@/shared/calendar-date';
import { cents } from '@/shared/cents';
import type { PersonKey, ProviderPersonKey } from '../cast/cast';
import { lifeStory } from './life';
import { answered, assigned, draftedAnswer, opened, presented } from './steps';
import type { Story } from './story';
import type { IssueCode } from './words';
import type { WorkingDays } from './working-days';

type Program = 'HEALTHCHOICE' | 'MLTSS';
type InQueue = [presentedOn: string, by: ProviderPersonKey, tracking: string, issue: IssueCode, program: Program, claims: number, disputed: number, state: 'new' | 'opened' | PersonKey];

/** CountyCare's queue on Nov 24, 2026: three overdue, two for tomorrow, a heap for the Monday after Thanksgiving. */
const QUEUE: readonly InQueue[] = [
  ['2026-10-14', 'ike', 'CC-2026-113046', 'CLAIMS', 'MLTSS', 6, 18_204.0, 'cal'],
  ['2026-10-19', 'mara', 'CC-2026-115520', 'ELIGIBILITY', 'HEALTHCHOICE', 1, 640.0, 'cal'],
  ['2026-10-22', 'rob', 'CC-2026-117003', 'CLAIMS', 'HEALTHCHOICE', 12, 9415.5, 'simone'],
  ['2026-10-26', 'dee', 'CC-2026-117611', 'PRIOR_AUTH', 'HEALTHCHOICE', 2, 3120.0, 'simone'],
  ['2026-10-26', 'jo', 'CC-2026-117640', 'CLAIMS', 'HEALTHCHOICE', 4, 2288.75, 'simone'],
  ['2026-10-28', 'pat', 'CC-2026-108832', 'PCF', 'MLTSS', 3, 27_960.0, 'cal'],
  ['2026-10-28', 'gus', 'CC-2026-119207', 'CONTRACTING', 'HEALTHCHOICE', 0, 0, 'opened'],
  ['2026-10-29', 'lena', 'CC-2026-119338', 'COVERAGE', 'HEALTHCHOICE', 1, 41_380.0, 'simone'],
  ['2026-10-30', 'owen', 'CC-2026-119871', 'CLAIMS', 'MLTSS', 8, 11_046.2, 'cal'],
  ['2026-11-02', 'bea', 'CC-2026-120316', 'PRIOR_AUTH', 'HEALTHCHOICE', 2, 6890.0, 'opened'],
  ['2026-11-04', 'renata', 'CC-2026-121044', 'CLAIMS', 'HEALTHCHOICE', 5, 1914.6, 'simone'],
  ['2026-11-09', 'sol', 'CC-2026-121902', 'SYSTEM', 'HEALTHCHOICE', 22, 13_277.4, 'cal'],
  ['2026-11-09', 'tess', 'CC-2026-121940', 'CLAIMS', 'MLTSS', 2, 5210.0, 'opened'],
  ['2026-11-10', 'vera', 'CC-2026-122007', 'CLAIMS', 'HEALTHCHOICE', 3, 1849.99, 'delia'],
  ['2026-11-10', 'anouk', 'CC-2026-122015', 'CLAIMS', 'HEALTHCHOICE', 9, 3027.45, 'opened'],
  ['2026-11-12', 'noor', 'CC-2026-122250', 'PRIOR_AUTH', 'HEALTHCHOICE', 1, 2106.0, 'cal'],
  ['2026-11-12', 'teddy', 'CC-2026-122291', 'COVERAGE', 'HEALTHCHOICE', 2, 718.0, 'opened'],
  ['2026-11-13', 'ike', 'CC-2026-122467', 'CLAIMS', 'MLTSS', 4, 8392.1, 'opened'],
  ['2026-11-13', 'dee', 'CC-2026-122502', 'CLAIMS', 'HEALTHCHOICE', 3, 1570.25, 'simone'],
  ['2026-11-16', 'lena', 'CC-2026-122804', 'CLAIMS', 'HEALTHCHOICE', 7, 64_118.9, 'cal'],
  ['2026-11-16', 'finn', 'CC-2026-122850', 'ENROLLMENT', 'HEALTHCHOICE', 0, 0, 'opened'],
  ['2026-11-17', 'rob', 'CC-2026-123011', 'CLAIMS', 'HEALTHCHOICE', 5, 4480.0, 'opened'],
  ['2026-11-17', 'jo', 'CC-2026-123044', 'COVERAGE', 'HEALTHCHOICE', 1, 12_400.0, 'opened'],
  ['2026-11-18', 'mara', 'CC-2026-123199', 'CLAIMS', 'HEALTHCHOICE', 2, 388.4, 'new'],
  ['2026-11-18', 'owen', 'CC-2026-123240', 'PRIOR_AUTH', 'MLTSS', 3, 7145.0, 'new'],
  ['2026-11-19', 'bea', 'CC-2026-123377', 'CLAIMS', 'HEALTHCHOICE', 2, 15_960.75, 'new'],
  ['2026-11-20', 'vera', 'CC-2026-123702', 'CLAIMS', 'HEALTHCHOICE', 6, 2940.3, 'new'],
  ['2026-11-20', 'pat', 'CC-2026-123745', 'CLAIMS', 'HEALTHCHOICE', 1, 9870.0, 'new'],
  ['2026-11-23', 'tess', 'CC-2026-124718', 'CLAIMS', 'MLTSS', 3, 4055.0, 'new'],
  ['2026-11-23', 'dee', 'CC-2026-124733', 'OTHER', 'HEALTHCHOICE', 0, 0, 'new'],
];

function inQueue([presentedOn, by, tracking, issue, program, count, disputed, state]: InQueue, days: WorkingDays): Story {
  const ending = { as: 'presented', opened: state !== 'new', ...(state !== 'new' && state !== 'opened' && { assignee: state }) } as const;
  const late = days.due('mco-response', presentedOn) < calendarDate('2026-11-24') ? ({ fine: 'proposed' } as const) : undefined;
  const urgent = tracking === 'CC-2026-119338' ? ({ urgent: true, facility: 'main' } as const) : {};
  return lifeStory({ key: tracking, plan: 'COUNTYCARE', ending, presentedOn, late, by, issue, program, tracking, claims: { count, totalCents: Math.round(disputed * 100) }, more: urgent }, days);
}

const line = (memberName: string, rin: string, from: string, to: string, claimNumber: string, billed: number, paid: number, disputed: number, denialCode: string) => ({
  memberName,
  rin,
  serviceFrom: calendarDate(from),
  serviceTo: calendarDate(to),
  claimNumber,
  billedCents: cents(billed),
  paidCents: cents(paid),
  disputedCents: cents(disputed),
  denialCode,
});

/** Renata’s ticket: answered on Fri Nov 20, her reply is due on Tue Dec 1. */
const ANSWERED: Story = {
  key: 'renata-answered',
  filedBy: 'renata',
  plan: 'COUNTYCARE',
  program: 'HEALTHCHOICE',
  issue: 'CLAIMS',
  tracking: 'CC-2026-118402',
  receivedByPlanOn: '2026-09-11',
  filedAt: '2026-10-15 15:48',
  withNpi: true,
  claims: {
    lines: [
      line('Ada R. Lindqvist', '000184417', '2026-07-14', '2026-07-14', '26-0188417', 124_000, 0, 124_000, 'CO-197'),
      line('Jerome Tibbs', '000930926', '2026-07-21', '2026-07-21', '26-0190562', 241_000, 43_680, 197_320, 'CO-97'),
      line('Luz Marín', '000447305', '2026-08-03', '2026-08-05', '26-0193613', 117_300, 0, 117_300, 'CO-29'),
    ],
  },
  what: 'One claim was denied for no authorization, although A-77102 was on file. One was cut as bundled, and one was denied for late filing although our clearinghouse had it accepted in time.',
  wish: 'Pay all three claims in full.',
  steps: [
    presented('2026-10-27 11:20'),
    opened('2026-10-27 15:20', 'simone'),
    assigned('2026-10-28 09:05', 'simone', 'delia'),
    answered('2026-11-20 14:14', 'delia', {
      decision: 'upheld',
      plan: 'We reviewed the three claims with the records in your dispute. Claim 26-0188417 was denied in error: authorization A-77102 was on file on the date of service. It will be paid in full.\n\nClaim 26-0190562 stays as paid. The add-on service is bundled with the office visit under our payment policy. Claim 26-0193613 stays denied. It reached us 14 days after the time limit for filing.',
      resolveOn: '2026-12-11',
      outcomes: [['will_pay', '1240.00'], ['upheld', '0'], ['upheld', '0']],
    }),
  ],
};

/** Sangamon Valley Imaging’s ticket, with an answer that Simone Tran has begun. */
const BEING_ANSWERED: Story = {
  key: 'sangamon-being-answered',
  filedBy: 'noor',
  plan: 'COUNTYCARE',
  program: 'HEALTHCHOICE',
  issue: 'CLAIMS',
  tracking: 'CC-2026-118455',
  receivedByPlanOn: '2026-09-14',
  filedAt: '2026-10-16 10:12',
  withNpi: true,
  claims: {
    lines: [
      line('Hollis Everhart', '000420337', '2026-07-08', '2026-07-08', '26-0201145', 184_600, 0, 184_600, 'CO-197'),
      line('Pilar Esquivel', '000731284', '2026-07-11', '2026-07-11', '26-0201152', 192_805, 0, 192_805, 'CO-197'),
      line('Dorian Achebe', '000208619', '2026-07-19', '2026-07-19', '26-0203390', 192_805, 0, 192_805, 'CO-197'),
    ],
  },
  what: 'Three MRI studies were denied for no prior authorization. All three were ordered in the emergency department of Blackhawk River Hospital. Your own manual, section 7.4, asks for no authorization for emergency imaging. We sent the ED records with our dispute on September 14 and got the same denial back with no reason.',
  wish: 'Payment in full, $5,702.10.',
  steps: [
    presented('2026-10-27 11:24'),
    opened('2026-10-27 15:31', 'simone'),
    assigned('2026-10-27 15:33', 'simone', 'simone'),
    opened('2026-11-24 09:28', 'simone'),
    draftedAnswer('2026-11-24 09:36', 'simone', () => ({
      decision: 'overturned',
      plan: 'The ED records show that claims 26-0201145 and 26-0201152 were emergency imaging (manual 7.4). Both will be reprocessed and paid in full without authorization.',
      resolveOn: '2026-12-11',
      noDateReason: '',
      contactName: 'Simone Tran',
      contactPhone: '(312) 555-0140',
      contactEmail: '',
      outcomes: [
        { lineNo: 1, outcome: 'will_pay', amountCents: '1846.00' },
        { lineNo: 2, outcome: 'will_pay', amountCents: '1928.05' },
        { lineNo: 3, outcome: '', amountCents: '' },
      ],
    })),
  ],
};

/** Answered and waiting for the provider; with HFS; contested: the other tabs of the plan’s queue. */
function answeredOnes(days: WorkingDays): Story[] {
  const waiting = ['2026-11-17', '2026-11-18', '2026-11-18', '2026-11-19', '2026-11-19', '2026-11-20', '2026-11-20', '2026-11-23', '2026-11-23'];
  const lapsed = ['2026-11-12', '2026-11-13'];
  const life = (key: string, answeredOn: string, as: 'responded' | 'contested') =>
    lifeStory({ key, plan: 'COUNTYCARE', ending: { as }, answeredOn }, days);
  return [
    ...waiting.map((on, i) => life(`cc-waiting-${i}`, on, 'responded')),
    ...lapsed.map((on, i) => life(`cc-lapsed-${i}`, on, 'responded')),
    ...['2026-11-05', '2026-11-10', '2026-11-13', '2026-11-17'].map((on, i) => life(`cc-contested-${i}`, on, 'contested')),
    ...[0, 1, 2, 3, 4, 5, 6].map((i) =>
      lifeStory({ key: `cc-with-hfs-${i}`, plan: 'COUNTYCARE', ending: { as: 'review_requested', inOneStep: i % 2 === 0 }, answeredOn: days.onOrBefore(addDays(calendarDate('2026-11-04'), -9 * i)) }, days),
    ),
  ];
}

export function countyCareStories(days: WorkingDays): Story[] {
  return [...QUEUE.map((row) => inQueue(row, days)), ANSWERED, BEING_ANSWERED, ...answeredOnes(days)];
}
