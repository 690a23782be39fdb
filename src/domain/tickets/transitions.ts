import type { RuleId } from '@/domain/deadlines';
import type { Role } from '@/domain/access/actor';
import type { GuardName } from './guards';
import { OPEN_STATUSES, type Status } from './status';

/** Who is told of an action; the words are in `domain/notifications`. */
export type Told = 'contact' | 'mco' | 'portal_team' | 'account_manager' | 'administration' | 'assignee' | 'provider_and_mco' | 'other_party' | 'asked';

export type Transition = {
  /** What the button says. */
  label: string;
  by: readonly Role[];
  /** R7: of a provider's people only the contact named in the ticket. */
  onlyContact?: true;
  /** R7: of a provider's people only an administrator of the organization that filed it. */
  onlyFilingAdmin?: true;
  from: readonly Status[];
  /** Where it may lead; `same` leaves the status as it is. */
  to: readonly (Status | 'same')[];
  guards: readonly GuardName[];
  /** Clocks that the act itself ends, as met or met late by the day of its arrival. */
  ends: readonly RuleId[];
  /** Clocks that start on the day of the act. */
  starts: readonly RuleId[];
  told: readonly Told[];
  cites: readonly string[];
  /** The action judges the claim lines, so the door loads them. */
  needsClaims?: true;
};

const ANY_OPEN = OPEN_STATUSES;
const SINCE_PRESENTED = OPEN_STATUSES.filter((status) => status !== 'submitted');
const HFS = ['account_manager', 'administration'] as const;
const STAFF = ['mco', 'portal_team', 'account_manager', 'administration'] as const;
/** A fine is decided from presentation on and after closing too (lifecycle, "Fines"). */
const FINES = [...SINCE_PRESENTED, 'closed'] as const;

/**
 * The lifecycle as one table: one policy sentence, one row. Pages, commands, jobs and tests read it and nothing else
 * to know who may do what, when, which clocks start and end, and who is told.
 */
export const TICKET_TRANSITIONS = {
  // Filing
  submit: { label: 'Send the complaint', by: ['provider'], from: ['draft'], to: ['submitted', 'closed'], guards: [], ends: [], starts: ['presentation'], told: ['contact', 'portal_team'], cites: ['R2', 'R3', 'R4', 'D1', 'D2', 'D17'] },
  returnAsClosed: { label: 'Return as closed', by: ['portal_team'], from: ['submitted'], to: ['closed'], guards: [], ends: [], starts: [], told: ['contact'], cites: ['R4', 'D17'] },
  present: { label: 'Present to the plan', by: ['portal_team'], from: ['submitted'], to: ['presented'], guards: ['fitsFilingWindow', 'planTakesTickets'], ends: ['presentation'], starts: ['mco-response', 'information-request', 'extension-request'], told: ['mco', 'contact'], cites: ['R5', 'R8', 'D3'] },
  transfer: { label: 'Transfer to another plan', by: ['portal_team'], from: ['presented'], to: ['submitted'], guards: ['neverAnswered', 'noFineIssued'], ends: [], starts: ['presentation'], told: ['provider_and_mco'], cites: ['R5'], needsClaims: true },
  // The plan's answer and what the provider says to it
  respond: { label: 'Send the written answer', by: ['mco'], from: ['presented', 'administrative_review'], to: ['responded', 'same'], guards: ['notYetAnswered'], ends: ['mco-response', 'mco-response-extended'], starts: ['contest'], told: ['contact'], cites: ['R8', 'R12', 'R13', 'D10', 'D14'], needsClaims: true },
  accept: { label: 'I agree: close the ticket', by: ['provider'], onlyContact: true, from: ['responded'], to: ['closed'], guards: [], ends: ['contest'], starts: [], told: ['mco', 'portal_team'], cites: ['R7', 'R14'] },
  confirmResolved: { label: 'It is resolved: close the ticket', by: ['provider'], onlyContact: true, from: ['presented', 'contested', 'review_requested', 'administrative_review'], to: ['closed'], guards: [], ends: [], starts: [], told: ['mco', 'portal_team', 'account_manager'], cites: ['R7', 'R12'] },
  withdraw: { label: 'Withdraw this ticket', by: ['provider'], onlyContact: true, from: ['submitted', 'presented', 'responded', 'contested', 'review_requested'], to: ['closed'], guards: [], ends: [], starts: [], told: ['mco', 'portal_team', 'account_manager'], cites: ['R7'] },
  contest: { label: 'I disagree', by: ['provider'], from: ['responded'], to: ['contested', 'review_requested'], guards: [], ends: ['contest'], starts: ['review-request'], told: ['mco', 'portal_team'], cites: ['R14', 'R15', 'D13', 'D18'] },
  requestReview: { label: 'Ask HFS to review', by: ['provider'], from: ['contested'], to: ['review_requested'], guards: ['withinReviewRequest'], ends: ['review-request'], starts: ['review-information'], told: ['mco', 'portal_team', 'account_manager'], cites: ['R15', 'R16'] },
  // Review by HFS
  beginAdministrativeReview: { label: 'Place in Administrative Review', by: ['portal_team'], from: ['review_requested', 'presented'], to: ['administrative_review'], guards: ['reviewCanBegin'], ends: [], starts: ['review-information', 'hfs-decision'], told: ['account_manager', 'provider_and_mco'], cites: ['R17', 'D14'] },
  decide: { label: 'Give the HFS Decision', by: ['account_manager', 'administration', 'sme'], from: ['administrative_review'], to: ['decided'], guards: ['reviewerDecides'], ends: ['hfs-decision'], starts: [], told: ['portal_team'], cites: ['R17', 'R18'], needsClaims: true },
  returnDecision: { label: 'Return the decision', by: ['portal_team'], from: ['decided'], to: ['administrative_review'], guards: [], ends: [], starts: ['hfs-decision'], told: ['asked'], cites: ['R18'] },
  shareDecision: { label: 'Share the decision', by: ['portal_team'], from: ['decided'], to: ['closed'], guards: [], ends: [], starts: [], told: ['provider_and_mco'], cites: ['R18'] },
  // Closing by the Portal Team
  closeNotContested: { label: 'Close: not contested', by: ['portal_team'], from: ['responded'], to: ['closed'], guards: ['contestLapsed', 'noticeReceived'], ends: [], starts: [], told: ['provider_and_mco'], cites: ['R14', 'D18'] },
  closeReviewNotRequested: { label: 'Close: no review requested', by: ['portal_team'], from: ['contested'], to: ['closed'], guards: ['reviewRequestLapsed'], ends: [], starts: [], told: ['provider_and_mco'], cites: ['R15', 'D13'] },
  reopen: { label: 'Reopen', by: ['portal_team'], from: ['closed'], to: ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review'], guards: ['notFinal'], ends: [], starts: [], told: ['provider_and_mco'], cites: ['R4', 'R18'], needsClaims: true },
  // Within a status
  requestInformation: { label: 'Ask the provider for information', by: ['mco'], from: ['presented'], to: ['same'], guards: ['noInformationAwaited', 'withinInformationRequest'], ends: ['information-request'], starts: ['information-answer'], told: ['contact'], cites: ['R9', 'D9'] },
  provideInformation: { label: 'Send the information', by: ['provider'], from: ['presented'], to: ['same'], guards: ['informationAwaited'], ends: ['information-answer'], starts: [], told: ['mco'], cites: ['R10', 'D9'] },
  requestExtension: { label: 'Ask for an extension', by: ['mco', 'provider'], from: ['presented'], to: ['same'], guards: ['extensionFree', 'withinExtensionRequest'], ends: [], starts: ['extension-decision'], told: ['account_manager', 'other_party'], cites: ['R11', 'D6', 'D7'] },
  decideExtension: { label: 'Decide the extension', by: HFS, from: ['presented'], to: ['same'], guards: ['extensionPending'], ends: ['extension-decision'], starts: ['mco-response-extended'], told: ['provider_and_mco'], cites: ['R11', 'D5', 'D8'] },
  deliverInformation: { label: 'Deliver information to HFS', by: ['provider', 'mco'], from: ['review_requested', 'administrative_review'], to: ['same'], guards: [], ends: ['review-information'], starts: [], told: ['account_manager', 'other_party'], cites: ['R16'] },
  recommendSme: { label: 'Recommend an SME', by: HFS, from: ['administrative_review'], to: ['same'], guards: ['notReferred', 'notRecommended'], ends: [], starts: [], told: ['portal_team'], cites: ['R17'] },
  referToSme: { label: 'Refer to an SME', by: ['portal_team'], from: ['administrative_review'], to: ['same'], guards: ['notReferred', 'smeRecommended'], ends: [], starts: [], told: ['asked'], cites: ['R17'] },
  returnFromSme: { label: 'Return to the Account Manager', by: ['sme'], from: ['administrative_review'], to: ['same'], guards: ['referredToMe'], ends: [], starts: [], told: ['account_manager'], cites: ['R17'] },
  reassignReview: { label: 'Reassign the review', by: ['portal_team', 'administration'], from: ['administrative_review'], to: ['same'], guards: [], ends: [], starts: [], told: ['asked'], cites: ['R17'] },
  askParty: { label: 'Ask a party', by: ['account_manager', 'administration', 'sme'], from: ['administrative_review'], to: ['same'], guards: [], ends: [], starts: ['hfs-question'], told: ['asked'], cites: ['R17'] },
  answerQuestion: { label: 'Answer HFS', by: ['provider', 'mco'], from: ['administrative_review'], to: ['same'], guards: ['questionAwaitsMe'], ends: ['hfs-question'], starts: [], told: ['asked'], cites: ['R17'] },
  askMco: { label: 'Ask the plan', by: ['portal_team'], from: SINCE_PRESENTED, to: ['same'], guards: [], ends: [], starts: ['portal-team-request'], told: ['mco'], cites: ['R29'] },
  answerPortalTeam: { label: 'Answer the Portal Team', by: ['mco'], from: SINCE_PRESENTED, to: ['same'], guards: ['requestIsOpen'], ends: ['portal-team-request'], starts: [], told: ['portal_team'], cites: ['R29'] },
  postMessage: { label: 'Send message', by: ['provider', 'mco', 'portal_team', 'account_manager', 'sme', 'administration'], from: ANY_OPEN, to: ['same'], guards: ['partiesFromPresentation'], ends: [], starts: [], told: ['asked'], cites: ['R7'] },
  logContact: { label: 'Log a contact', by: ['mco'], from: SINCE_PRESENTED, to: ['same'], guards: [], ends: [], starts: [], told: [], cites: ['R7'] },
  alertHfs: { label: 'Alert HFS', by: ['portal_team'], from: SINCE_PRESENTED, to: ['same'], guards: [], ends: [], starts: [], told: ['account_manager', 'administration'], cites: ['R19'] },
  correct: { label: 'Correct', by: ['portal_team'], from: ANY_OPEN, to: ['same'], guards: [], ends: [], starts: [], told: ['contact', 'mco'], cites: ['R3', 'R4'], needsClaims: true },
  correctResponse: { label: 'Correct the contact', by: ['mco'], from: ['responded'], to: ['same'], guards: [], ends: [], starts: [], told: ['contact'], cites: ['R12'] },
  changeProviderContact: { label: 'Change the contact', by: ['provider', 'portal_team'], onlyFilingAdmin: true, from: ANY_OPEN, to: ['same'], guards: [], ends: [], starts: [], told: ['mco', 'asked'], cites: ['R7'] },
  assign: { label: 'Assign', by: STAFF, from: ANY_OPEN, to: ['same'], guards: [], ends: [], starts: [], told: ['assignee'], cites: [] },
  // Mail that a clock depends on (D18)
  resendNotice: { label: 'Send again', by: ['portal_team'], from: [...ANY_OPEN, 'closed'], to: ['same'], guards: [], ends: [], starts: [], told: [], cites: ['D18'] },
  recordNotice: { label: 'Record the delivery of the notice', by: ['system'], from: [...ANY_OPEN, 'closed'], to: ['same'], guards: [], ends: [], starts: [], told: [], cites: ['D18'] },
  recordFirstView: { label: 'Record that the contact saw the answer', by: ['provider'], onlyContact: true, from: ['responded'], to: ['same'], guards: [], ends: [], starts: [], told: [], cites: ['D18'] },
  refuseFile: { label: 'Refuse a file', by: ['system'], from: [...ANY_OPEN, 'closed'], to: ['same'], guards: [], ends: [], starts: [], told: [], cites: [] },
  // Time passes
  markOverdue: { label: 'Mark as overdue', by: ['system'], from: ANY_OPEN, to: ['same'], guards: [], ends: [], starts: [], told: [], cites: ['R8', 'R19', 'D8', 'D11'] },
  lapseWindow: { label: 'Let the window lapse', by: ['system'], from: ANY_OPEN, to: ['same'], guards: [], ends: [], starts: [], told: [], cites: ['R14', 'R15'] },
  moveDates: { label: 'Move the dates with the State’s calendar', by: ['system'], from: ANY_OPEN, to: ['same'], guards: [], ends: [], starts: [], told: ['provider_and_mco'], cites: ['D15', 'D16'] },
  // Fines
  issueFine: { label: 'Issue and send e-mail', by: [...HFS, 'system'], from: FINES, to: ['same'], guards: ['fineProposed', 'planHasStaff'], ends: [], starts: [], told: ['mco'], cites: ['R20', 'R21', 'D11', 'D12'] },
  waiveFine: { label: 'Waive', by: HFS, from: FINES, to: ['same'], guards: ['fineProposed'], ends: [], starts: [], told: [], cites: ['D11'] },
  rescindFine: { label: 'Rescind', by: HFS, from: FINES, to: ['same'], guards: ['fineIssued'], ends: [], starts: [], told: ['mco'], cites: ['D11'] },
  objectToFine: { label: 'Object to the fine', by: ['mco'], from: FINES, to: ['same'], guards: ['fineToObject'], ends: [], starts: [], told: ['account_manager', 'administration'], cites: ['D11'] },
  decideFineObjection: { label: 'Decide the objection', by: HFS, from: FINES, to: ['same'], guards: ['fineIssued', 'objectionOpen'], ends: [], starts: [], told: ['mco'], cites: ['D11'] },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TICKET_TRANSITIONS;
export const ACTIONS = Object.keys(TICKET_TRANSITIONS) as Action[];

/** The row of an action, with every column of the table. */
export function transitionOf(action: Action): Transition {
  return TICKET_TRANSITIONS[action];
}

export function isAction(text: string): text is Action {
  return Object.hasOwn(TICKET_TRANSITIONS, text);
}
