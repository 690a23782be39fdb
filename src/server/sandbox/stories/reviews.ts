import { alerted, answered, opened, presented } from './steps';
import { answeredHfs, askedSide, decisionReturned, decisionShared, delivered, expertReturned, hfsDecided, placedInReview, reassigned, recommendedExpert, referred, toReview } from './review-steps';
import type { Story } from './story';

const base = { program: 'HEALTHCHOICE', issue: 'CLAIMS' } as const;

const RECORDS = 'All three visits began in the emergency department. The triage notes show the time and the reason; they were part of our dispute of the first day, pages 4 to 9. Section 7.4 of the plan’s manual asks for no authorization in an emergency.';
const PLAN_CASE = 'Lines 1 and 2 were emergencies, and we accept them as such. The later lines were planned follow-ups, eleven days on, for which the manual asks for an authorization. None was asked for.';
const REASONS = 'The triage notes show an emergency for the first lines, and the manual asks for no authorization then. The follow-ups were planned, and no authorization was asked for. The plan pays the first lines within 30 days of this decision.';

/** Requests for review that wait for the Portal Team, or for one side. */
const REQUESTED: readonly Story[] = [
  {
    ...base, key: 'review-both-in', filedBy: 'noor', plan: 'AETNA', tracking: 'ABH-76-4410', receivedByPlanOn: '2026-08-03', filedAt: '2026-09-08 10:12', claims: { count: 3, totalCents: 418_025 },
    steps: [...toReview({ presented: '2026-09-15 09:40', opened: '2026-09-16 08:50', answered: '2026-10-09 14:10', asked: '2026-10-28 11:20' }, 'noor', 'gwen'), delivered('2026-11-10 15:05', 'noor', RECORDS), delivered('2026-11-20 10:40', 'gwen', PLAN_CASE)],
  },
  {
    ...base, key: 'review-one-in', filedBy: 'renata', plan: 'COUNTYCARE', tracking: 'CC-2026-119844', receivedByPlanOn: '2026-08-20', filedAt: '2026-09-25 13:30', claims: { count: 2, totalCents: 267_010 },
    steps: [...toReview({ presented: '2026-10-02 10:20', opened: '2026-10-05 09:05', answered: '2026-10-28 16:20', asked: '2026-11-02 09:35' }, 'renata', 'simone'), delivered('2026-11-19 11:15', 'simone', PLAN_CASE)],
  },
  {
    ...base, key: 'review-date-passed', filedBy: 'bea', plan: 'YOUTHCARE', program: 'YOUTHCARE', tracking: 'YC-118911', receivedByPlanOn: '2026-07-28', filedAt: '2026-09-01 09:15', claims: { count: 1, totalCents: 86_400 },
    steps: [...toReview({ presented: '2026-09-09 11:00', opened: '2026-09-10 09:30', answered: '2026-10-06 13:45', asked: '2026-10-19 10:10' }, 'bea', 'mina'), delivered('2026-11-12 14:25', 'bea', 'The child was in foster care on the day of service. The agency’s letter was part of our dispute.')],
  },
  // Overdue, alerted, and silent: the direction of the Account Manager is all that is missing (D14).
  { ...base, key: 'silent-to-place', filedBy: 'owen', plan: 'HUMANA', program: 'FIDE_SNP', tracking: 'HGP-00412207', receivedByPlanOn: '2026-08-18', filedAt: '2026-09-24 15:40', steps: [presented('2026-10-05 10:15'), alerted('2026-11-12 09:50', 'ines', 'No answer since Nov 4, and nobody called back.')] },
];

/** In Administrative Review: young and old, whole and with gaps, with an expert and back from one. */
const IN_REVIEW: readonly Story[] = [
  {
    ...base, key: 'review-questions', filedBy: 'renata', plan: 'COUNTYCARE', tracking: 'CC-2026-117790', receivedByPlanOn: '2026-07-22', filedAt: '2026-08-25 10:30', claims: { count: 4, totalCents: 1_204_075 },
    steps: [
      ...toReview({ presented: '2026-09-02 09:50', opened: '2026-09-03 08:40', answered: '2026-09-30 15:30', asked: '2026-10-05 09:20' }, 'renata', 'simone'),
      delivered('2026-10-20 10:50', 'renata', RECORDS),
      delivered('2026-10-29 14:15', 'simone', PLAN_CASE),
      placedInReview('2026-11-02 10:05'),
      askedSide('2026-11-10 09:30', 'gloria', 'mco', '2026-11-17', 'Which section of the manual do you apply to the follow-ups, and when was it sent to the provider?'),
      answeredHfs('2026-11-16 11:40', 'simone', 'Section 7.6, in force since January. It was sent to all providers on Dec 12, 2025, with the yearly update.'),
      askedSide('2026-11-19 13:20', 'gloria', 'provider', '2026-12-01', 'Did the follow-ups take place in the emergency department, or in the clinic?'),
    ],
  },
  {
    ...base, key: 'review-gap', filedBy: 'mara', plan: 'MERIDIAN', tracking: 'MHP-203118', receivedByPlanOn: '2026-07-30', filedAt: '2026-09-03 11:10', claims: { count: 5, totalCents: 733_150 },
    steps: [...toReview({ presented: '2026-09-10 10:10', opened: '2026-09-11 09:15', answered: '2026-10-08 12:05', asked: '2026-10-14 15:40' }, 'mara', 'bashir'), delivered('2026-11-05 09:25', 'mara', RECORDS), placedInReview('2026-11-16 09:10'), reassigned('2026-11-18 14:10', 'yolanda', 'Warren Tsosie is away until December.')],
  },
  {
    ...base, key: 'review-early', filedBy: 'vera', plan: 'MOLINA', tracking: 'MOL-D-5516117', receivedByPlanOn: '2026-08-12', filedAt: '2026-09-16 14:45', urgent: true, claims: { count: 1, totalCents: 2_380_000 },
    steps: [...toReview({ presented: '2026-09-18 11:30', opened: '2026-09-21 08:55', answered: '2026-10-14 10:30', asked: '2026-11-05 10:05' }, 'vera', 'dov'), delivered('2026-11-09 09:45', 'vera', 'The member’s infusions stop on Dec 4 without a decision. The letter of the treating physician is with the dispute.'), placedInReview('2026-11-12 13:30', { reason: 'The member’s treatment ends on Dec 4. The plan agreed by phone that the review begins now.' })],
  },
  {
    ...base, key: 'review-expert', filedBy: 'lena', facility: 'main', plan: 'BCCHP', tracking: 'BC-9916608', receivedByPlanOn: '2026-07-14', filedAt: '2026-08-17 09:40', claims: { count: 6, totalCents: 2_915_460 },
    steps: [
      ...toReview({ presented: '2026-08-24 10:00', opened: '2026-08-25 09:20', answered: '2026-09-21 15:15', asked: '2026-09-24 11:35' }, 'lena', 'arlo'),
      delivered('2026-10-13 10:20', 'lena', RECORDS),
      delivered('2026-10-22 16:10', 'arlo', PLAN_CASE),
      placedInReview('2026-10-26 09:30', {}, 'tomas'),
      recommendedExpert('2026-10-28 14:00', 'gloria', 'The dispute turns on how the grouper assigns the codes. That needs somebody who knows inpatient coding.'),
      referred('2026-10-30 09:45', 'Priya Raman decides inpatient coding disputes.'),
    ],
  },
  {
    ...base, key: 'review-expert-wanted', filedBy: 'dee', plan: 'COUNTYCARE', issue: 'PRIOR_AUTH', tracking: 'CC-2026-118015', receivedByPlanOn: '2026-08-06', filedAt: '2026-09-10 10:55', claims: { count: 2, totalCents: 590_000 },
    steps: [
      ...toReview({ presented: '2026-09-17 14:20', opened: '2026-09-18 08:50', answered: '2026-10-13 11:50', asked: '2026-10-16 09:25' }, 'dee', 'cal'),
      delivered('2026-10-30 13:15', 'dee', 'The peer-to-peer call took place on Aug 19. The notes of our physician are with the dispute.'),
      delivered('2026-11-06 10:35', 'cal', 'Our reviewer does not find the criteria met. The criteria are with our answer.'),
      placedInReview('2026-11-09 09:15'),
      recommendedExpert('2026-11-19 15:30', 'gloria', 'Whether the criteria are met is a clinical question.'),
    ],
  },
  {
    ...base, key: 'review-expert-returned', filedBy: 'anouk', plan: 'AETNA', tracking: 'ABH-75-9021', receivedByPlanOn: '2026-06-29', filedAt: '2026-08-03 13:05', claims: { count: 3, totalCents: 312_200 },
    steps: [
      ...toReview({ presented: '2026-08-07 09:35', opened: '2026-08-10 10:10', answered: '2026-09-04 14:55', asked: '2026-09-09 10:40' }, 'anouk', 'femi'),
      delivered('2026-09-28 11:25', 'anouk', RECORDS),
      delivered('2026-10-07 09:05', 'femi', PLAN_CASE),
      placedInReview('2026-10-13 10:30'),
      recommendedExpert('2026-10-15 11:15', 'warren', 'The plan says that the code was not covered in that month.'),
      referred('2026-10-16 13:40', 'The question is about covered codes.'),
      expertReturned('2026-11-06 15:20', 'The code was covered; this is about the plan’s manual, not about coding. The Account Manager can decide it.'),
    ],
  },
  {
    ...base, key: 'review-decision-returned', filedBy: 'rob', plan: 'MERIDIAN', tracking: 'MHP-201977', receivedByPlanOn: '2026-07-07', filedAt: '2026-08-10 11:45', claims: { count: 4, totalCents: 501_280 },
    steps: [
      ...toReview({ presented: '2026-08-18 10:50', opened: '2026-08-19 09:00', answered: '2026-09-14 13:20', asked: '2026-09-17 15:05' }, 'rob', 'ingrid'),
      delivered('2026-10-06 10:15', 'rob', RECORDS),
      delivered('2026-10-15 11:50', 'ingrid', PLAN_CASE),
      placedInReview('2026-10-19 09:20', {}, 'tomas'),
      hfsDecided('2026-11-17 14:45', 'warren', 'in_part', 'The first two claims are to be paid.', ['for_provider', 'for_provider']),
      decisionReturned('2026-11-18 10:05', 'Please name the rule and the day by which the plan pays, and say why the other claims are not to be paid.'),
    ],
  },
  // D14: silent until the review began, and one that answered in it, late.
  {
    ...base, key: 'review-silent', filedBy: 'pat', plan: 'HUMANA', program: 'FIDE_SNP', tracking: 'HGP-00408519', receivedByPlanOn: '2026-07-27', filedAt: '2026-09-01 09:55', claims: { count: 2, totalCents: 148_900 },
    steps: [presented('2026-09-14 10:40'), alerted('2026-10-20 09:30', 'ines', 'No answer by Oct 14, and the plan has named nobody as primary.'), placedInReview('2026-10-27 11:10', { direction: 'The plan was called twice and did not answer. Place the ticket in review on what the provider filed. G. Ekdahl' }), delivered('2026-11-13 10:00', 'pat', 'Both members were enrolled on the days of service; the portal’s eligibility answers of those days are with our complaint.')],
  },
  {
    ...base, key: 'review-late-answer', filedBy: 'gus', plan: 'MOLINA', tracking: 'MOL-D-5515230', receivedByPlanOn: '2026-07-20', filedAt: '2026-08-24 15:25', claims: { count: 3, totalCents: 226_745 },
    steps: [
      presented('2026-09-08 10:25'),
      alerted('2026-10-15 10:15'),
      placedInReview('2026-10-22 09:50', { direction: 'Overdue since Oct 9 without a word. Review it; I have told the plan’s director. W. Tsosie' }),
      delivered('2026-11-02 09:40', 'gus', RECORDS),
      opened('2026-11-09 08:45', 'lupe'),
      answered('2026-11-12 16:35', 'lupe', { decision: 'overturned' }),
      delivered('2026-11-20 13:10', 'lupe', 'Our answer was late because the ticket went to a mailbox that nobody read. We pay all three claims; the written answer says by when.'),
    ],
  },
];

/** Decided: one to be shared, and closed ones for either side and in part, one of them by the expert. */
const DECIDED: readonly Story[] = [
  {
    ...base, key: 'decided-to-share', filedBy: 'ike', plan: 'COUNTYCARE', tracking: 'CC-2026-116340', receivedByPlanOn: '2026-06-30', filedAt: '2026-08-04 10:05', claims: { count: 4, totalCents: 684_920 },
    steps: [...toReview({ presented: '2026-08-11 09:30', opened: '2026-08-12 08:35', answered: '2026-09-08 15:10', asked: '2026-09-11 13:45' }, 'ike', 'simone'), delivered('2026-10-01 10:30', 'ike', RECORDS), delivered('2026-10-09 11:20', 'simone', PLAN_CASE), placedInReview('2026-10-13 09:45'), hfsDecided('2026-11-20 15:50', 'gloria', 'in_part', REASONS, ['for_provider', 'for_provider'])],
  },
  {
    ...base, key: 'decided-for-provider', filedBy: 'renata', plan: 'COUNTYCARE', tracking: 'CC-2026-112208', receivedByPlanOn: '2026-04-13', filedAt: '2026-05-18 11:30', claims: { count: 2, totalCents: 193_600 },
    steps: [
      ...toReview({ presented: '2026-05-26 10:20', opened: '2026-05-27 09:10', answered: '2026-06-22 14:05', asked: '2026-06-25 10:15' }, 'renata', 'cal'),
      delivered('2026-07-14 09:50', 'renata', RECORDS),
      delivered('2026-07-22 13:35', 'cal', PLAN_CASE),
      placedInReview('2026-07-23 09:25'),
      hfsDecided('2026-08-18 11:15', 'gloria', 'for_provider', 'Both visits began in the emergency department, as the triage notes show. The manual asks for no authorization then. The plan pays both claims in full within 30 days of this decision.'),
      decisionShared('2026-08-19 09:40'),
    ],
  },
  {
    ...base, key: 'decided-for-plan', filedBy: 'jo', plan: 'MOLINA', tracking: 'MOL-D-5513028', receivedByPlanOn: '2026-03-16', filedAt: '2026-04-20 14:10', claims: { count: 1, totalCents: 74_500 },
    steps: [
      ...toReview({ presented: '2026-04-27 11:05', opened: '2026-04-28 08:45', answered: '2026-05-21 10:50', asked: '2026-05-27 15:20' }, 'jo', 'dov'),
      delivered('2026-06-23 11:40', 'dov', 'The claim came 214 days after the day of service. The contract says 180.'),
      placedInReview('2026-06-29 10:35', {}, 'tomas'),
      hfsDecided('2026-07-21 13:55', 'warren', 'for_mco', 'The claim came after the time that the contract allows, and the provider delivered nothing that shows an earlier submission.'),
      decisionShared('2026-07-22 10:10', 'tomas'),
    ],
  },
  {
    ...base, key: 'decided-by-expert', filedBy: 'lena', facility: 'surgery', plan: 'BCCHP', tracking: 'BC-9913370', receivedByPlanOn: '2026-02-23', filedAt: '2026-03-30 09:20', claims: { count: 5, totalCents: 1_640_000 },
    steps: [
      ...toReview({ presented: '2026-04-06 10:45', opened: '2026-04-07 09:25', answered: '2026-05-01 14:20', asked: '2026-05-05 15:30' }, 'lena', 'hattie'),
      delivered('2026-06-02 10:05', 'lena', RECORDS),
      delivered('2026-06-09 11:55', 'hattie', PLAN_CASE),
      placedInReview('2026-06-10 09:30'),
      recommendedExpert('2026-06-12 13:10', 'gloria', 'Surgical bundling is for an expert.'),
      referred('2026-06-15 10:20', 'Surgical coding.'),
      askedSide('2026-06-22 11:00', 'priya', 'provider', '2026-06-29', 'Were lines 3 to 5 done in the same session?'),
      answeredHfs('2026-06-30 09:15', 'lena', 'Lines 3 and 4 were. Line 5 was on the next day.'),
      hfsDecided('2026-07-07 15:25', 'priya', 'in_part', 'Lines 1 and 2 are separate procedures and are to be paid. The others are part of the same session and are bundled. The plan pays within 30 days.', ['for_provider', 'for_provider']),
      decisionShared('2026-07-08 10:50'),
    ],
  },
];

export const REVIEW_STORIES: readonly Story[] = [...REQUESTED, ...IN_REVIEW, ...DECIDED];
