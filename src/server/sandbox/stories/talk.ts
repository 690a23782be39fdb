import type { PersonKey } from '../cast/cast';
import { accepted, answered, assigned, opened, presented, returned } from './steps';
import { answeredTeam, askedPlan, reopened, transferred, wrote } from './talk-steps';
import type { Moment, Step, Story } from './story';

const base = { program: 'HEALTHCHOICE', issue: 'CLAIMS' } as const;

/** Tickets that went to another plan, and closed ones that were opened again. */
export const TALK_STORIES: readonly Story[] = [
  {
    ...base,
    key: 'wrong-plan',
    filedBy: 'noor',
    plan: 'MOLINA',
    tracking: 'MHP-204655',
    receivedByPlanOn: '2026-09-17',
    filedAt: '2026-10-27 10:32',
    steps: [
      presented('2026-10-29 11:05', 'tomas'),
      opened('2026-10-30 09:20', 'dov'),
      wrote('2026-10-30 09:35', 'dov', 'We cannot find these members. Were they with us on the days of service?'),
      wrote('2026-10-30 13:10', 'noor', 'No, with Meridian. We chose the wrong plan in the form.'),
      transferred('2026-11-02 09:15', 'MERIDIAN', 'The members were with Meridian on the days of service, and the tracking number is Meridian’s.'),
      presented('2026-11-05 14:20', 'tomas'),
      opened('2026-11-06 08:40', 'rosalind'),
      wrote('2026-11-06 08:55', 'rosalind', 'We have it now. Please send the remittance of the second visit.'),
    ],
  },
  // Found out only after the first plan had let its date pass: its fine proposal is void.
  {
    ...base,
    key: 'wrong-plan-late',
    filedBy: 'dee',
    plan: 'MOLINA',
    tracking: 'MOL-D-5516871',
    receivedByPlanOn: '2026-08-31',
    filedAt: '2026-10-06 11:20',
    steps: [
      presented('2026-10-13 10:10'),
      transferred('2026-11-16 09:40', 'AETNA', 'The members were with Aetna on the days of service. Molina says that it told the provider so in September.'),
      presented('2026-11-18 10:30', 'tomas'),
      opened('2026-11-19 09:00', 'femi'),
    ],
  },
  {
    ...base,
    key: 'opened-again',
    filedBy: 'sol',
    plan: 'BCCHP',
    tracking: 'BC-9918830',
    receivedByPlanOn: '2026-09-11',
    filedAt: '2026-10-27 15:10',
    steps: [
      presented('2026-10-30 10:05'),
      opened('2026-11-02 09:00', 'hattie'),
      answered('2026-11-06 11:30', 'hattie', { decision: 'overturned', resolveOn: '2026-11-18' }),
      accepted('2026-11-09 09:45', 'sol'),
      reopened('2026-11-20 10:15', 'responded', 'The plan did not pay by the day that it had named, and the contact asked to go on.'),
    ],
  },
  {
    ...base,
    key: 'opened-again-early',
    filedBy: 'teddy',
    plan: 'AETNA',
    tracking: 'ABH-77-2890',
    receivedByPlanOn: '2026-10-02',
    filedAt: '2026-10-28 09:50',
    outsideWindow: true,
    steps: [
      reopened('2026-10-30 11:40', 'submitted', 'The plan’s letter says Sep 12: the contact had typed the day of a second call.', '2026-09-12', 'tomas'),
      presented('2026-11-04 10:30'),
      opened('2026-11-05 09:15', 'femi'),
      assigned('2026-11-05 09:17', 'femi', 'femi'),
    ],
  },
  {
    ...base,
    key: 'opened-again-returned',
    filedBy: 'gus',
    plan: 'MERIDIAN',
    issue: 'CONTRACTING',
    tracking: 'MHP-204208',
    receivedByPlanOn: '2026-09-21',
    filedAt: '2026-10-26 14:05',
    steps: [returned('2026-10-29 09:30', 'out_of_scope', 'Contract questions of this kind are not for the portal.'), reopened('2026-10-30 15:45', 'submitted', 'The rates of a Medicaid program are in scope: it was returned by mistake.'), presented('2026-11-03 10:10'), opened('2026-11-04 13:25', 'ingrid')],
  },
];

/** What was written and asked on tickets of other stories, by their keys. */
export const TALK_ON: Readonly<Record<string, readonly Step[]>> = {
  'CC-2026-117003': [
    wrote('2026-11-02 10:20', 'simone', 'Good morning. Claim lines 4 to 9 look like a system error on our side. I will have an answer for you next week.'),
    wrote('2026-11-02 16:45', 'rob', 'Thank you. Lines 1 to 3 are the older ones; please look at these as well.'),
    wrote('2026-11-16 09:05', 'rob', 'It is two weeks now. When can we expect the answer?'),
    askedPlan('2026-11-18 11:30', '2026-11-25', 'The provider writes that it has waited since Nov 2. Which of the twelve lines are settled, and which are not?'),
    wrote('2026-11-18 11:42', 'ines', 'Simone answered by phone that the system error is mended. Watch for the written answer, due Nov 23.', 'state'),
  ],
  'CC-2026-120316': [askedPlan('2026-11-12 09:40', '2026-11-18', 'Was the authorization on file on the day of service?', 'tomas'), answeredTeam('2026-11-17 14:20', 'cal', 'Yes. It was entered under the facility’s other NPI.'), wrote('2026-11-18 09:15', 'tomas', 'The plan has found the authorization under your other NPI. Its written answer is still to come.', 'provider')],
  longest: [askedPlan('2026-11-16 10:05', '2026-11-20', 'The tracking number has 40 characters. Is it complete?', 'tomas')],
  'renata-answered': [wrote('2026-11-12 13:30', 'delia', 'I have your three claims. Is A-77102 the number of the authorization for Jul 14?'), wrote('2026-11-12 15:05', 'renata', 'Yes, A-77102, approved on Jul 9.')],
};

/** R29: a request about no ticket, and what the plan answered. */
export type RequestStory = { key: string; at: Moment; by: 'ines' | 'tomas'; planCode: string; subject: string; question: string; answerOn: string; answer?: { at: Moment; by: PersonKey; text: string }; withdrawn?: { at: Moment; reason: string } };

// One a day, so that they are numbered in the same order on every machine.
export const PLAN_REQUESTS: readonly RequestStory[] = [
  { key: 'request-molina', at: '2026-10-13 10:20', by: 'ines', planCode: 'MOLINA', subject: 'Where disputes get their tracking number', question: 'Two providers report that your call center gives no tracking number by phone (R3). Please say how a provider gets one on the day of its call.', answerOn: '2026-10-20', answer: { at: '2026-10-19 16:05', by: 'lupe', text: 'From today on the call center reads the number out and sends it by e-mail within the hour. The script is changed.' } },
  { key: 'request-humana', at: '2026-10-28 14:40', by: 'tomas', planCode: 'HUMANA', subject: 'Primary staff', question: 'Your plan names no primary staff (R6). Who reads the portal every day?', answerOn: '2026-11-04', answer: { at: '2026-11-09 09:10', by: 'petra', text: 'I do until the post is filled. We will name the person in writing.' } },
  { key: 'request-youthcare', at: '2026-11-05 09:15', by: 'tomas', planCode: 'YOUTHCARE', subject: 'Test messages', question: 'We saw a test message from your plan. Was it meant for the portal?', answerOn: '2026-11-12', withdrawn: { at: '2026-11-06 08:50', reason: 'It came from another portal of the State.' } },
  { key: 'request-meridian', at: '2026-11-13 11:00', by: 'ines', planCode: 'MERIDIAN', subject: 'Who answers after Thanksgiving', question: 'Seven answers of your plan are due on Nov 30. Who is in the office on Nov 30 and Dec 1?', answerOn: '2026-11-20' },
  { key: 'request-countycare', at: '2026-11-19 10:30', by: 'ines', planCode: 'COUNTYCARE', subject: 'Policy: what counts as received', question: 'Two of your answers count the 30 days from the day on which the ticket was opened. They count from the day of presentation (D3). Please confirm that your staff know.', answerOn: '2026-12-01' },
];

/** A story with what was written and asked on it, in the order of time. */
export function withTalk(story: Story): Story {
  const talk = TALK_ON[story.key];
  return talk === undefined ? story : { ...story, steps: [...story.steps, ...talk].sort((a, b) => (a.at < b.at ? -1 : 1)) };
}
