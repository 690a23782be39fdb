import { COMMAND_INPUTS, type TicketCommand } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { CONTACT_ID, PROVIDER_ORG } from './build-ticket';

const ID = '00000000-0000-4000-8000-0000000000f1';

export const SME_ID = '00000000-0000-4000-8000-0000000000d1';
export const QUESTION_ID = '00000000-0000-4000-8000-0000000000b1';

const CLAIM = { memberName: 'Ada R. Lindqvist', rin: '000118420', serviceFrom: '2026-07-14', serviceTo: '2026-07-14', claimNumber: '26-0188417', billedCents: '$1,240.00', paidCents: '', disputedCents: '1240', denialCode: 'CO-197' };

/** A good form for every built action, as a browser sends it. */
const FORMS: { [A in Action]: Record<string, unknown> } = {
  submit: {
    planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-2026-118402', trackingNumberConfirmed: '', grounds: 'disagrees',
    organizationId: PROVIDER_ORG, facilityId: '', npi: '', whatHappened: 'The claim was denied.', desiredOutcome: 'Pay it.', isUrgent: '', contactId: CONTACT_ID,
    contactPhone: '(217) 555-0101 ext. 12', receivedByMcoOn: '2026-09-11', claims: [CLAIM], usedInternalProcess: 'on', outsideWindowConfirmed: '',
  },
  returnAsClosed: { closeReason: 'incomplete', reason: 'No claim numbers.' },
  present: {},
  transfer: { planCode: 'MOLINA', reason: 'The member belongs to Molina.' },
  reopen: { to: 'responded', receivedByMcoOn: '', reason: 'It was closed by mistake.' },
  postMessage: { to: 'parties', text: 'Please call us.' },
  askMco: { question: 'Who is your primary staff?', answerOn: '2027-01-08' },
  answerPortalTeam: { questionId: '00000000-0000-4000-8000-0000000000d1', answer: 'Simone Tran.' },
  respond: {
    decision: 'overturned', plan: 'We pay it.', resolveOn: '2026-12-14', noDateReason: '', contactName: 'Simone Tran', contactPhone: '(312) 555-0119', contactEmail: 's.tran@countycare.example',
    pcfAttested: '', outcomes: [{ lineNo: '1', outcome: 'will_pay', amountCents: '1,240.00' }],
  },
  accept: {},
  confirmResolved: { how: 'Paid.' },
  withdraw: { reason: 'Filed twice.' },
  contest: { why: 'One claim is still denied.', requestReview: '', whatToReview: '' },
  requestReview: { whatToReview: 'The denial of line 1.' },
  beginAdministrativeReview: { reason: 'Both sides agreed.', direction: 'Review it on what the provider filed.' },
  deliverInformation: { statement: 'The records show an emergency.', contactName: 'Renata Oyelaran', contactPhone: '(217) 555-0101', contactEmail: 'renata@kestrel.example' },
  recommendSme: { why: 'A question of coding.' },
  referToSme: { smeId: SME_ID, why: 'A question of coding.' },
  returnFromSme: { why: 'Not my field.' },
  reassignReview: { reviewerId: SME_ID, why: 'On leave.' },
  askParty: { party: 'provider', question: 'When was the notice sent?', answerOn: '2027-01-15' },
  answerQuestion: { questionId: QUESTION_ID, answer: 'On the day of the visit.' },
  decide: { ruling: 'for_provider', reasons: 'Emergency care needs no authorization.', lines: [], providerLines: '', otherLines: '' },
  returnDecision: { reason: 'Line 2 is missing.' },
  shareDecision: {},
  closeNotContested: {},
  closeReviewNotRequested: {},
  alertHfs: { what: 'No answer.' },
  correct: { planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-2026-118403', trackingNumberConfirmed: '', receivedByMcoOn: '2026-09-11', reason: 'A digit was wrong.' },
  assign: { assigneeId: '' },
  issueFine: {},
  waiveFine: { reason: 'The portal was down.' },
  rescindFine: { reason: 'The answer had arrived.' },
  requestInformation: { what: 'The ED records.' },
  provideInformation: { kind: 'text', text: 'Here they are.', providedOn: '', how: '' },
  requestExtension: { reason: 'The records are with an archive.' },
  decideExtension: { decision: 'approved', reason: 'The archive is slow.' },
  changeProviderContact: { contactId: '00000000-0000-4000-8000-0000000000b2', contactPhone: '' },
  correctResponse: { contactName: 'Cal Brandvold', contactPhone: '(312) 555-0141', contactEmail: 'c.brandvold@countycare.example' },
  logContact: { on: '2026-11-18', time: '2:05 PM', how: 'phone', withWhom: 'Renata Oyelaran', said: 'Two studies meet the rule.' },
  objectToFine: { why: 'The portal was down.' },
  decideFineObjection: { outcome: 'upheld', reason: 'It was not.' },
  resendNotice: { messageId: '00000000-0000-4000-8000-0000000000e1' },
  markOverdue: { clockId: '00000000-0000-4000-8000-0000000000c1' },
  lapseWindow: { clockId: '00000000-0000-4000-8000-0000000000c1' },
  moveDates: { reason: 'added Inauguration Day, Mon Nov 30, 2026' },
  recordNotice: { messageId: '00000000-0000-4000-8000-0000000000e1', outcome: 'accepted' },
  recordFirstView: {},
  refuseFile: { fileId: '00000000-0000-4000-8000-0000000000d1' },
};

/** A command from a good form, with `change` on top; throws when the form does not parse. */
export function buildCommand(action: Action, change: Record<string, unknown> = {}): TicketCommand {
  const input = COMMAND_INPUTS[action].parse({ ticketId: ID, ...FORMS[action], ...change });
  return { action, input } as TicketCommand;
}

/** The parse of a form with `change`, for tests of what bad input gets. */
export function parseForm(action: Action, change: Record<string, unknown>) {
  return COMMAND_INPUTS[action].safeParse({ ticketId: ID, ...FORMS[action], ...change });
}
