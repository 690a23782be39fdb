import { FIRST_RULE_SET } from '@/domain/deadlines';
import { formatCents } from '@/shared/cents';

/** One rule of the policy in plain words; its id is how pages, tests and code cite it. */
export type PolicyRule = {
  id: string;
  about: string;
  text: string;
  /** What the portal itself does for it, where it does something. */
  inPortal?: string;
};

/** Rules that belong to the same stage of a dispute. */
export type PolicyPart = { title: string; rules: readonly PolicyRule[] };

/** R1 to R29, in the order of the policy. */
export const POLICY_PARTS: readonly PolicyPart[] = [
  {
    title: 'Before and when you file',
    rules: [
      { id: 'R1', about: 'What the portal is for', text: 'Providers bring disputes here that a Medicaid health plan (an MCO) has not settled. The portal has been in force since February 28, 2020.' },
      { id: 'R2', about: 'The plan first', text: 'A provider must first use the plan’s own dispute process, and plans work to settle disputes there, so that few of them need the portal.', inPortal: 'You confirm that you used the plan’s process before a complaint is sent.' },
      { id: 'R3', about: 'The tracking number', text: 'The plan gives every dispute a tracking number. The dispute counts as received by the plan on the day on which that number was given. You need the number to file, and it stands on all mail about the ticket.', inPortal: 'The number stands beside the ticket number on the ticket’s pages and in every e-mail about it.' },
      { id: 'R4', about: 'When to file', text: 'You can file if you disagree with what the plan decided, or if it did not answer in time. You can do so from day 30 to day 60 after the plan received the dispute. A complaint that comes earlier or later is closed.', inPortal: 'The home page works out both dates. The form warns you before you send too early or too late.' },
    ],
  },
  {
    title: 'The ticket goes to the plan',
    rules: [
      { id: 'R5', about: 'Presenting', text: 'The Portal Team presents each ticket to the right plan within 10 business days of receiving it.', inPortal: 'The Portal Team’s list has the ticket that is due first on top.' },
      { id: 'R6', about: 'Plans look in daily', text: 'Plans open the portal every day. Each has primary staff for that, and tells HFS and the Portal Team by e-mail of every change of that staff when it happens.', inPortal: 'E-mails about tickets go to the plan’s primary staff.' },
      { id: 'R7', about: 'Talking to each other', text: 'The plan talks with the provider directly, through the contact person named in the ticket. Only that person can say that the complaint is resolved for the provider. The Portal Team passes nothing on.', inPortal: 'Only the contact can accept an answer, mark the complaint as resolved, or withdraw it.' },
    ],
  },
  {
    title: 'The plan answers',
    rules: [
      { id: 'R8', about: 'The plan’s answer', text: 'The plan has 30 calendar days to enter its written answer. If day 30 is a Saturday, a Sunday or a State holiday, the date moves to the next business day. Without an answer by then the ticket is overdue, and HFS may sanction the plan.', inPortal: 'The plan’s list has the ticket that is due first on top. The day after its due date, a ticket without an answer is marked as overdue.' },
      { id: 'R9', about: 'Asking for more', text: 'A plan that needs more information from the provider must ask for it within 5 business days of getting the ticket.' },
      { id: 'R10', about: 'Giving more', text: 'The provider then has 5 business days to give the information, or to show that the plan was already given it.' },
      { id: 'R11', about: 'Extension', text: 'In extenuating circumstances, one extension of 30 calendar days can be asked for, no later than 7 days before the first 30 days end. HFS decides as it sees fit. A ticket has one extension only, for the plan or for the provider, never both. With it there are 60 days in total from the start.' },
      { id: 'R12', about: 'What an answer holds', text: 'The answer is entered in the portal. It says in detail how the dispute will be settled, and by when where that applies. It names a person at the plan with phone and e-mail. And it says whether the plan upheld or overturned its own decision. Less than that is not an answer.', inPortal: 'An answer is taken only when it is complete. It also gives an outcome for each claim line.' },
      { id: 'R13', about: 'Patient Credit File', text: 'On Patient Credit File (PCF) issues the plan must have checked everything in its own process first. It accepts screen prints of HFS systems as proof.', inPortal: 'The plan confirms both before its answer is sent.' },
    ],
  },
  {
    title: 'You reply, and HFS decides',
    rules: [
      { id: 'R14', about: 'Disagreeing', text: 'The provider can disagree before the ticket is closed. If it does not do so within 5 business days of receiving the answer, the Portal Team closes the ticket.', inPortal: 'The ticket’s page asks whether you agree. A late reply is marked as late (D18).' },
      { id: 'R15', about: 'Asking HFS', text: 'A provider that disagreed has 30 calendar days to ask HFS to review the dispute and to decide.', inPortal: 'You can ask at once, in the form in which you disagree, or later.' },
      { id: 'R16', about: 'Information for the review', text: 'Within 30 calendar days of that request, both the plan and the provider give HFS all that matters, and name people who know the case.' },
      { id: 'R17', about: 'The review', text: 'The Portal Team works with the Account Manager, the person at HFS who is in charge of the plan. The Account Manager decides, or advises the Portal Team to hand the ticket to an HFS expert, who then decides. Meanwhile the Portal Team gives the ticket the status Administrative Review. HFS aims to decide within 30 calendar days after it has the information.' },
      { id: 'R18', about: 'The decision', text: 'The decision goes to the Portal Team, which shares it with the provider and the plan. It is final.' },
    ],
  },
  {
    title: 'Missed dates and fines',
    rules: [
      { id: 'R19', about: 'Alerts', text: 'When a plan makes too little progress or misses a date, the Portal Team alerts the Account Manager and HFS Administration. Sanctions may follow.', inPortal: 'The portal prepares an alert when a date is missed, when a plan has not opened a ticket at half of its time, or when nobody was in contact for 15 days. The Portal Team sends it with one press, or writes its own; the ticket’s history shows when.' },
      { id: 'R20', about: 'The fine', text: `For each ticket without a written answer in time, a fine of ${formatCents(FIRST_RULE_SET.fineAmountCents)} may be issued.`, inPortal: 'The portal proposes the fine the day after the due date. HFS issues it or not (D11).' },
      { id: 'R21', about: 'The fine’s e-mail', text: 'A fine is confirmed to the plan by an e-mail from the portal. Its words are always the same; only the ticket number and the date change.', inPortal: 'HFS sees the exact e-mail before it is sent.' },
      { id: 'R22', about: 'Quarters', text: 'Fines are tracked by calendar quarter.', inPortal: 'The fines of the current quarter are counted and added up for HFS.' },
      { id: 'R23', about: 'Payment notice', text: 'A plan with fines in a quarter gets a Portal Sanction Payment Notice by the end of the month after it: April 30, July 31, October 31 or January 31. It lists the quarter’s fines, the total due, the date by which to pay, and where to send it (the address and the HFS Bureau). A quarter without fines has no notice.' },
      { id: 'R24', about: 'Published notices', text: 'A copy of each notice is posted for the public, under Sanctions.' },
      { id: 'R25', about: 'Federal CMS', text: 'A copy of each notice is shared with Federal CMS when it is made.' },
    ],
  },
  {
    title: 'Records, numbers and changes',
    rules: [
      { id: 'R26', about: 'Every date is tracked', text: 'The system tracks every due date. Where an extension gives a later date, that one counts.', inPortal: 'Every due date opens “Why this date?” with the days that were counted.' },
      { id: 'R27', about: 'Statistics', text: 'Numbers are published: complaints by plan and program; how many are open, closed and overdue; and how many sanctions there were.' },
      { id: 'R28', about: 'Rules change', text: 'The policy changes over time, so rules and amounts have a day from which they apply. A ticket keeps the rules under which its dates began.', inPortal: 'Each date and each fine names the version of the rules behind it.' },
      { id: 'R29', about: 'Working together', text: 'Plan staff work directly with the Portal Team on what it shares with them: complaints, questions, and what the policy means.', inPortal: 'Under “Requests”, the Portal Team asks a plan something that is about no single ticket, with a day by which to answer.' },
    ],
  },
];

export const POLICY_RULES: readonly PolicyRule[] = POLICY_PARTS.flatMap((part) => part.rules);
