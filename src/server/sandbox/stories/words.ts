/** What people write in a sandbox, by issue type: plain sentences in which nobody real is named. */
export type IssueWords = { what: readonly string[]; wish: readonly string[]; overturned: readonly string[]; upheld: readonly string[] };

export const WORDS = {
  CLAIMS: {
    what: [
      'The claims were paid below our contract rate. We sent the rate sheet with our dispute and got the same answer back without a reason.',
      'The plan denied these visits as duplicates. They are separate visits on separate days, and the notes show it.',
      'The claims were denied for late filing. The clearinghouse report shows that they were accepted within the time limit.',
      'The plan took back money for visits that it had paid a year ago. Its letter names no reason and no reviewer.',
    ],
    wish: ['Reprocess the claims and pay them at the contract rate.', 'Pay the claims in full.', 'Return what was taken back.'],
    overturned: ['The claims were denied in error and will be reprocessed. Payment goes out with the next weekly run.', 'We agree that the contract rate applies. The difference will be paid.'],
    upheld: ['The claims stay as they were decided. The payment policy that we applied is in section 9 of the provider manual.', 'The first submission reached us after the time limit. The decision stands.'],
  },
  COVERAGE: {
    what: ['The stay was denied as not medically necessary. The peer-to-peer reviewer never read the admission notes.', 'The service was denied as not covered. It stands in the fee schedule for this program.'],
    wish: ['Cover the stay as billed.', 'Cover the service and pay it.'],
    overturned: ['A second reviewer read the records. The service is covered and will be paid.'],
    upheld: ['Two reviewers found that a lower level of care was enough. The denial stands.'],
  },
  PRIOR_AUTH: {
    what: ['The authorization was on file on the date of service. The claim system does not show it.', 'The request was sent in time, and the plan answered after the service.'],
    wish: ['Honor the authorization and pay the claims.', 'Approve the authorization back to the first day.'],
    overturned: ['The authorization was found. The claims will be paid.'],
    upheld: ['No request reached us before the service. The denial stands.'],
  },
  ELIGIBILITY: {
    what: ['The member was active on the day of service. Our eligibility check of that day shows it.', 'The newborn was not linked to the mother’s plan, and every claim is denied.'],
    wish: ['Correct the eligibility and reprocess.', 'Link the newborn and reprocess what was denied.'],
    overturned: ['The eligibility record is corrected. Claims are reprocessed by themselves.'],
    upheld: ['The member was with another plan on those days.'],
  },
  PCF: {
    what: ['The patient credit was taken twice for the same month. The State’s screen shows another amount.', 'The credit on file is two years old. We sent the new notice.'],
    wish: ['Apply the credit that stands in the State’s system.', 'Correct the credit and pay the difference.'],
    overturned: ['The credit in the State’s system was applied. The difference will be paid.'],
    upheld: ['The credit that we applied equals the State’s record for those months.'],
  },
  CONTRACTING: {
    what: ['The signed amendment was returned in spring. The new rates are still not loaded.'],
    wish: ['Load the rates back to their first day.'],
    overturned: ['The rates are loaded as of the first day of the amendment.'],
    upheld: ['The amendment was not signed by both sides before the quarter began.'],
  },
  ENROLLMENT: {
    what: ['Two of our clinicians are missing from the roster. Every claim of theirs is denied.'],
    wish: ['Add both clinicians as of the day on which the roster was sent.'],
    overturned: ['Both clinicians are on the roster as of the day on which it was sent.'],
    upheld: ['The roster reached us without the license numbers.'],
  },
  SYSTEM: {
    what: ['Our electronic remittance files have been empty for three weeks.', 'Claims sent through the clearinghouse come back with an error that your help desk cannot explain.'],
    wish: ['Send the missing files again.', 'Take the claims as of the day on which they were first sent.'],
    overturned: ['The files are sent again. The mapping error is mended.'],
    upheld: ['The files were delivered. The error is at the clearinghouse.'],
  },
  OTHER: {
    what: ['Our calls about this dispute were not answered for six weeks.'],
    wish: ['Name a person whom we can reach.'],
    overturned: ['A named contact is given below.'],
    upheld: ['Our records show three calls back. The contact below stays the same.'],
  },
} as const satisfies Record<string, IssueWords>;

export type IssueCode = keyof typeof WORDS;

export const CONTEST_WORDS = [
  'The answer repeats the first denial and does not speak of the records that we sent.',
  'Section 7.4 of the plan’s own manual says the opposite.',
  'One claim is missing from the answer, and the amount of another is wrong.',
] as const;
export const REVIEW_WORDS = ['Please look at the dates of the first submissions.', 'Please compare the contract with the rates that were applied.', 'Please read the peer-to-peer notes.'] as const;
export const RESOLVED_WORDS = ['The plan called and paid what was owed.', 'A corrected payment came with the last remittance.'] as const;
export const WITHDRAW_WORDS = ['We found the missing payment on our side.', 'We will send a corrected claim instead.'] as const;
export const ALERT_WORDS = ['No answer and no contact with the provider since the ticket was presented.', 'The due date has passed. The plan does not return calls.'] as const;
export const WAIVE_WORDS = ['The plan could not reach the portal for two days. The outage is on record.', 'The answer had been sent by letter before the due date.'] as const;
