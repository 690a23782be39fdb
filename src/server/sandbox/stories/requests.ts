import { personId, personOf, type PersonKey } from '../cast/cast';
import { lifeStory } from './life';
import { formStep } from './steps';
import type { Moment, Step, Story } from './story';
import type { WorkingDays } from './working-days';

const asked = (at: Moment, by: PersonKey, what: string) => formStep(at, by, 'requestInformation', { what });
const sent = (at: Moment, by: PersonKey, text: string) => formStep(at, by, 'provideInformation', { kind: 'text', text, providedOn: '', how: '' });
const hadProvided = (at: Moment, by: PersonKey, providedOn: string, how: string) => formStep(at, by, 'provideInformation', { kind: 'already_provided', text: '', providedOn, how });
const extensionAsked = (at: Moment, by: PersonKey, reason: string) => formStep(at, by, 'requestExtension', { reason });
const extensionDecided = (at: Moment, by: PersonKey, decision: 'approved' | 'denied', reason: string) => formStep(at, by, 'decideExtension', { decision, reason });
const objected = (at: Moment, by: PersonKey, why: string) => formStep(at, by, 'objectToFine', { why });
const objectionDecided = (at: Moment, by: PersonKey, outcome: 'upheld' | 'granted', reason: string) => formStep(at, by, 'decideFineObjection', { outcome, reason });
const contactChanged = (at: Moment, by: PersonKey, to: PersonKey) => formStep(at, by, 'changeProviderContact', { contactId: personId(to), contactPhone: '' });

function logged(at: Moment, by: PersonKey, on: string, time: string, how: string, withWhom: PersonKey, said: string): Step {
  return formStep(at, by, 'logContact', { on, time, how, withWhom: personOf(withWhom).name, said });
}

/** What happens on tickets whose stories stand elsewhere, by the key of the story. */
const REQUESTS: Readonly<Record<string, readonly Step[]>> = {
  // The ticket that is being answered: asked, answered, two contacts.
  'sangamon-being-answered': [
    logged('2026-10-29 10:44', 'simone', '2026-10-29', '10:30', 'voicemail', 'noor', 'Left my direct number.'),
    asked('2026-11-02 13:12', 'simone', 'ED records and the ordering physician for each study.'),
    sent('2026-11-09 09:50', 'noor', 'The ED face sheets are with the dispute of September 14, pages 4 to 9. Dr. Ana Prewitt ordered all three studies in the emergency department.'),
    logged('2026-11-18 14:20', 'simone', '2026-11-18', '14:05', 'phone', 'noor', 'Agreed that two studies meet the emergency rule. The third is under review.'),
  ],
  // Waits for the provider, in time and late; answered late; shown to have been provided.
  'CC-2026-123011': [asked('2026-11-20 10:15', 'simone', 'The anesthesia record with start and stop times for each claim.')],
  'CC-2026-122007': [asked('2026-11-12 09:25', 'delia', 'The physician’s order and the delivery ticket for each device.')],
  'open-MERIDIAN-4': [asked('2026-11-13 11:05', 'rosalind', 'The remittance advice on which you rely.'), logged('2026-11-19 15:40', 'rosalind', '2026-11-19', '15:20', 'phone', 'renata', 'No answer, will try again.')],
  'CC-2026-121902': [asked('2026-11-10 14:30', 'cal', 'The clearinghouse report for the 22 claims.'), hadProvided('2026-11-17 08:50', 'sol', '2026-10-02', 'With the dispute, by the plan’s upload page. The receipt number is in the letter.')],
  'wrong-plan': [asked('2026-11-10 10:05', 'rosalind', 'The remittance of the second visit, with its date.'), sent('2026-11-20 09:30', 'noor', 'Here it is. The billing office had it, and was closed for a week.')],
  // Extensions: waiting, approved, denied in time.
  'CC-2026-121044': [extensionAsked('2026-11-20 15:10', 'simone', 'The vendor that priced these claims has not sent its files yet.')],
  'CC-2026-122467': [extensionAsked('2026-11-18 09:35', 'ike', 'Our nurse who kept these visit notes is on leave until December 7.'), extensionDecided('2026-11-20 11:20', 'gloria', 'approved', 'The notes are needed to judge the claims.')],
  'CC-2026-119338': [extensionAsked('2026-11-16 10:10', 'simone', 'The medical director is away until December.'), extensionDecided('2026-11-19 16:05', 'gloria', 'denied', 'This is an urgent access matter. Another physician can review it.')],
  // Denied after the due date: the fine was proposed with the denial.
  'molina-silent': [extensionAsked('2026-11-06 13:45', 'dov', 'A new claims system went live in October.'), extensionDecided('2026-11-23 10:30', 'warren', 'denied', 'A planned change of systems is no extenuating circumstance.')],
  'CC-2026-122804': [contactChanged('2026-11-19 11:30', 'lena', 'theo')],
  'cc-waiting-0': [formStep('2026-11-18 09:05', 'simone', 'correctResponse', { contactName: personOf('cal').name, contactPhone: personOf('cal').phone, contactEmail: personOf('cal').email })],
  // Fines that plans objected to: undecided, upheld, granted.
  'fined-MOLINA-2026-10-01-5': [objected('2026-11-20 14:40', 'dov', 'The written answer was in the provider’s hands by secure mail two days before the due date. We can show the receipt.')],
  'fined-MERIDIAN-2026-10-01-3': [objected('2026-11-18 10:05', 'rosalind', 'The ticket was assigned to a person who had left.'), objectionDecided('2026-11-20 15:30', 'warren', 'upheld', 'Staffing is the plan’s own matter. The answer was due and did not come.')],
  'fined-AETNA-2026-07-01-4': [objected('2026-10-01 09:15', 'gwen', 'The portal showed an error on the due date. A screen print is with our Account Manager.'), objectionDecided('2026-10-06 13:10', 'warren', 'granted', 'The error is on record.')],
};

/** The story with what its people asked of each other and of HFS. */
export function withRequests(story: Story): Story {
  const more = REQUESTS[story.key];
  return more === undefined ? story : { ...story, steps: [...story.steps, ...more] };
}

/**
 * D8: past due since Nov 18 with an undecided request, so held, and long past HFS's target; and one whose request was
 * approved five days after the first date, so that nothing of it is overdue any more.
 */
export function heldStories(days: WorkingDays): Story[] {
  const held = lifeStory({ key: 'aetna-held', plan: 'AETNA', presentedOn: '2026-10-19', ending: { as: 'presented', opened: true, assignee: 'femi' }, issue: 'CLAIMS' }, days);
  const lifted = lifeStory({ key: 'bcchp-extended-late', plan: 'BCCHP', presentedOn: '2026-10-14', ending: { as: 'presented', opened: true, assignee: 'hattie' }, issue: 'CLAIMS' }, days);
  return [
    { ...held, steps: [...held.steps, extensionAsked('2026-11-05 10:50', 'femi', 'The claims were processed by a company that has closed. We wait for its records.')] },
    {
      ...lifted,
      steps: [
        ...lifted.steps,
        extensionAsked('2026-11-06 14:20', 'hattie', 'The hospital’s records are on film and are being copied.'),
        extensionDecided('2026-11-18 11:05', 'gloria', 'approved', 'The copies are promised for the first week of December.'),
      ],
    },
  ];
}
