import { ALL_VISITORS, HFS, PARTIES, REVIEWERS, SIGNED, type Signed, type Visitor } from './who';
import type { Subject } from './routes';

/** What a server action says: *not found*, an error on its form, a list of results, or the way on. */
export type Said = 'not found' | 'refused' | 'results' | 'sent on';

export type ActionRow = {
  /** Who has this act. For everybody else who is signed in it is *not found*; who is signed out is told so. */
  for: readonly Visitor[];
  of?: Subject;
  /** What the page binds to it; `{ticket}` and the like are filled in. */
  args?: readonly (string | number | null)[];
  /** What its form's key is bound to; without one, the form has no key. */
  purpose?: string;
  /** Fields that would be right, so that nothing but whose thing it is stands in the way. */
  fields?: Readonly<Record<string, string>>;
  /** What it says about things of others, the key and the fields being right: *not found* unless told. */
  others?: Said;
  /** With a key that is not the form's it says this instead, of a thing of one's own. */
  beforeKey?: string;
  /** It ends the session of whoever calls it, so nobody who is signed in does. */
  endsSession?: true;
};

const WORDS = 'Words of a test.';
const ID = '{none}';
const day = (name: string) => ({ [`${name}-month`]: '11', [`${name}-day`]: '27', [`${name}-year`]: '2026' });
const CONTACT = { contactName: 'Somebody', contactPhone: '(312) 555-0100', contactEmail: 'somebody@there.example' };

/** An act on a ticket, done by the door of all tickets. */
const act = (command: string, roles: readonly Signed[], fields: ActionRow['fields'] = {}, more: Partial<ActionRow> = {}): ActionRow => ({ for: roles, of: 'ticket', args: ['{ticket}'], purpose: `${command}:{ticket}`, fields, ...more });
const draft = (fields: ActionRow['fields'] = {}, more: Partial<ActionRow> = {}): ActionRow => ({ for: ['provider'], of: 'draft', args: ['{draft}'], purpose: 'draft:{draft}', fields, ...more });
const holidays = (...args: (string | number)[]): ActionRow => ({ for: ['administration'], args, purpose: 'holidays' });
const bulk = (name: string, roles: readonly Signed[], intent: string): ActionRow => ({ for: roles, of: 'ticket', purpose: `bulk:${name}`, fields: { ticket: '{ticket}', previewed: '{ticket}.1', intent }, others: 'results' });
const view = (more: ActionRow['fields'] = {}, ...args: string[]): ActionRow => ({ for: ['portalTeam', ...HFS], args: ['all-tickets', ...args], purpose: 'views:all-tickets', fields: more });

const TICKET = 'tickets/[ticketId]';
const PROVIDER: Signed[] = ['provider'];
const PLAN: Signed[] = ['plan'];
const TEAM: Signed[] = ['portalTeam'];

/** One line per server action: who has it and what it says to others. An action that is not here fails. */
export const ACTIONS: Record<string, ActionRow> = {
  // Without a key: nothing is written by them
  'sign-in/actions#signInAction': { for: ALL_VISITORS, args: ['/'] },
  'sign-in/actions#signOutAction': { for: ['public'], endsSession: true, others: 'sent on' },
  'sandbox/sign-ins/actions#signInAsAction': { for: ['public'], endsSession: true, others: 'sent on' },
  'sandbox/clock/actions#moveClockAction': { for: ALL_VISITORS },
  'set-password/[token]/actions#setPasswordAction': { for: ALL_VISITORS, args: ['{none}'], fields: { password: 'long-enough-words-2026', again: 'long-enough-words-2026' } },
  'search/actions#searchAction': { for: ALL_VISITORS },
  'search/actions#searchFromTopAction': { for: ALL_VISITORS, others: 'sent on' },
  [`${TICKET}/actions#chooseReplyAction`]: { for: ALL_VISITORS, args: ['{ticket}'] },
  // One's own choices
  'my-mail/actions#chooseRemindersAction': { for: [...PARTIES, 'portalTeam'], purpose: 'my-mail', fields: { reminders: 'daily' } },
  'keyboard/actions#chooseKeyboardAction': { for: SIGNED.filter((v) => v !== 'provider'), purpose: 'keyboard', fields: { shortcuts: 'on' } },
  'lists/view-actions#saveViewAction': view({ name: WORDS }),
  'lists/view-actions#deleteViewAction': view({}, ID),
  'lists/view-actions#chooseColumnsAction': view({ column: 'status' }),
  // Filing
  'file/actions#startAction': { for: PROVIDER, purpose: 'start-draft', fields: { hasNumber: 'yes', ...day('receivedByMcoOn') } },
  'file/[draftId]/actions#saveStepAction': draft({}, { args: ['dispute', '{draft}'] }),
  'file/[draftId]/actions#saveEligibilityAction': draft({ hasNumber: 'yes' }),
  'file/[draftId]/actions#reminderAction': draft({ wanted: 'yes' }),
  'file/[draftId]/actions#reportNoNumberAction': draft({ planCode: 'COUNTYCARE', 'askedOn-month': '11', 'askedOn-day': '20', 'askedOn-year': '2026' }),
  'file/[draftId]/actions#discardAction': draft({}, { others: 'sent on' }),
  'file/[draftId]/check/actions#sendAction': draft({ usedInternalProcess: 'on' }, { purpose: 'submit:{draft}', beforeKey: 'The draft was changed since you checked it' }),
  'file/[draftId]/claims/actions#saveClaimsAction': draft({}, { args: ['{draft}', 1] }),
  'file/[draftId]/claims/import/actions#importAction': draft({}, { others: 'refused' }),
  'file/[draftId]/claims/import/[importId]/actions#editImportAction': draft({}, { args: ['{draft}', ID, 'fix', 1] }),
  'file/[draftId]/claims/import/[importId]/actions#addImportAction': draft({ expected: '1' }, { args: ['{draft}', ID], others: 'sent on' }),
  'file/[draftId]/claims/import/[importId]/actions#discardImportAction': draft({}, { args: ['{draft}', ID], others: 'sent on' }),
  [`${TICKET}/actions#fileAgainAction`]: act('fileAgain', PROVIDER),
  // Acts of a provider
  [`${TICKET}/actions#acceptAction`]: act('accept', PROVIDER),
  [`${TICKET}/actions#contestAction`]: act('contest', PROVIDER, { why: WORDS }),
  [`${TICKET}/actions#requestReviewAction`]: act('requestReview', PROVIDER, { whatToReview: WORDS }),
  [`${TICKET}/actions#confirmResolvedAction`]: act('confirmResolved', PROVIDER, { how: WORDS }),
  [`${TICKET}/actions#withdrawAction`]: act('withdraw', PROVIDER, { reason: WORDS }),
  [`${TICKET}/request-actions#provideInformationAction`]: act('provideInformation', PROVIDER, { kind: 'text', text: WORDS }),
  [`${TICKET}/request-actions#changeContactAction`]: act('changeProviderContact', ['provider', 'portalTeam'], { contactId: ID }),
  // Acts of a plan; an answer without a draft was sent before, so its sender is led to the ticket, where it is not found
  [`${TICKET}/answer/actions#saveAnswerAction`]: act('answer', PLAN, { plan: WORDS }),
  [`${TICKET}/answer/actions#saveOutcomesAction`]: act('answer', PLAN, { intent: 'set-all', setAll: 'upheld' }, { args: ['{ticket}', '/queue'] }),
  [`${TICKET}/answer/actions#sendAnswerAction`]: act('respond', PLAN, { draftVersion: '1' }, { others: 'sent on' }),
  [`${TICKET}/request-actions#requestInformationAction`]: act('requestInformation', PLAN, { what: WORDS }),
  [`${TICKET}/request-actions#correctResponseAction`]: act('correctResponse', PLAN, CONTACT),
  [`${TICKET}/request-actions#logContactAction`]: act('logContact', PLAN, { 'on-month': '11', 'on-day': '20', 'on-year': '2026', time: '2:05 PM', how: 'phone', withWhom: 'Somebody', said: WORDS }),
  [`${TICKET}/request-actions#objectToFineAction`]: act('objectToFine', PLAN, { why: WORDS }),
  [`${TICKET}/talk-actions#answerPortalTeamAction`]: act('answerPortalTeam', PLAN, { answer: WORDS }, { args: ['{ticket}', ID] }),
  // Acts of both sides
  [`${TICKET}/request-actions#requestExtensionAction`]: act('requestExtension', PARTIES, { reason: WORDS }),
  [`${TICKET}/review-actions#deliverAction`]: act('deliverInformation', PARTIES, { statement: WORDS, ...CONTACT }),
  [`${TICKET}/review-actions#answerQuestionAction`]: act('answerQuestion', PARTIES, { answer: WORDS }, { args: ['{ticket}', ID] }),
  [`${TICKET}/talk-actions#postToPartiesAction`]: act('postMessage', SIGNED, { text: WORDS }),
  [`${TICKET}/talk-actions#postMessageAction`]: act('postMessage', SIGNED, { to: 'parties', text: WORDS }),
  'bulk/picked-actions#pickedAction': bulk('picked', ['plan', 'portalTeam', ...HFS], 'do-assign'),
  [`${TICKET}/actions#assignAction`]: act('assign', ['plan', 'portalTeam', ...HFS], { assigneeId: '' }),
  // Acts of the Portal Team
  [`${TICKET}/actions#presentAction`]: act('present', TEAM),
  [`${TICKET}/actions#returnAsClosedAction`]: act('returnAsClosed', TEAM, { closeReason: 'incomplete', reason: WORDS }),
  [`${TICKET}/actions#correctAction`]: act('correct', TEAM, { planCode: 'COUNTYCARE', programCode: 'HCI', issueTypeCode: 'PAYMENT', trackingNumber: 'CC-1', ...day('receivedByMcoOn'), reason: WORDS }),
  [`${TICKET}/actions#closeNotContestedAction`]: act('closeNotContested', TEAM),
  [`${TICKET}/actions#closeReviewNotRequestedAction`]: act('closeReviewNotRequested', TEAM),
  [`${TICKET}/actions#alertHfsAction`]: act('alertHfs', TEAM, { what: WORDS }),
  [`${TICKET}/actions#resendAction`]: act('resendNotice', TEAM, {}, { args: ['{ticket}', ID] }),
  [`${TICKET}/move-actions#transferAction`]: act('transfer', TEAM, { planCode: 'MOLINA', reason: WORDS }),
  [`${TICKET}/move-actions#reopenAction`]: act('reopen', TEAM, { to: 'presented', reason: WORDS }),
  [`${TICKET}/talk-actions#askMcoAction`]: act('askMco', TEAM, { question: WORDS, ...day('answerOn') }),
  'work/actions#alertPreparedAction': act('alertHfs', TEAM, { what: WORDS }),
  'work/actions#setAsideAlertAction': act('set-aside-alert', TEAM),
  'work/actions#resendNoticeAction': act('resendNotice', TEAM, {}, { args: ['{ticket}', ID] }),
  'work/actions#resendMessageAction': { for: TEAM, args: [ID], purpose: `resend-message:${ID}` },
  'work/actions#correctAddressAction': { for: TEAM, args: [ID], purpose: `correct-address:${ID}`, fields: { address: 'right@there.example' } },
  'work/actions#noteCallAction': { for: TEAM, args: [ID], purpose: `note-call:${ID}`, fields: { note: WORDS } },
  'work/actions#settleNoNumberAction': { for: TEAM, args: [ID], purpose: `settle-no-number:${ID}`, fields: { note: WORDS } },
  // Requests to a plan about no ticket
  'requests/actions#askPlanAction': { for: TEAM, purpose: 'plan-request' },
  'requests/actions#answerRequestAction': { for: PLAN, of: 'request', args: ['{request}'], purpose: 'answer-request:{request}', fields: { answer: WORDS } },
  'requests/actions#withdrawRequestAction': { for: TEAM, of: 'request', args: ['{request}'], purpose: 'withdraw-request:{request}', fields: { reason: WORDS } },
  // Acts of the review
  [`${TICKET}/request-actions#decideExtensionAction`]: act('decideExtension', HFS, { decision: 'approved', reason: WORDS }),
  [`${TICKET}/review-actions#beginReviewAction`]: act('beginAdministrativeReview', TEAM),
  [`${TICKET}/review-actions#askPartyAction`]: act('askParty', REVIEWERS, { party: 'provider', question: WORDS, ...day('answerOn') }),
  [`${TICKET}/review-actions#recommendSmeAction`]: act('recommendSme', HFS, { why: WORDS }),
  [`${TICKET}/review-actions#referToSmeAction`]: act('referToSme', TEAM, { smeId: ID, why: WORDS }),
  [`${TICKET}/review-actions#reassignReviewAction`]: act('reassignReview', ['portalTeam', 'administration'], { reviewerId: ID, why: WORDS }),
  [`${TICKET}/review-actions#returnFromSmeAction`]: act('returnFromSme', ['expert'], { why: WORDS }),
  [`${TICKET}/review-actions#decideAction`]: act('decide', REVIEWERS, { ruling: 'for_provider', reasons: WORDS }),
  [`${TICKET}/review-actions#shareDecisionAction`]: act('shareDecision', TEAM),
  [`${TICKET}/review-actions#returnDecisionAction`]: act('returnDecision', TEAM, { reason: WORDS }),
  // Fines
  'fines/actions#decideFineAction': act('issueFine', HFS, { decision: 'issue' }, { args: ['{ticket}', null] }),
  'fines/actions#rescindFineAction': act('rescindFine', HFS, { reason: WORDS }),
  [`${TICKET}/request-actions#decideObjectionAction`]: act('decideFineObjection', HFS, { outcome: 'upheld', reason: WORDS }),
  // The State's calendar
  'holidays/actions#addDayAction': holidays(2026),
  'holidays/actions#changeDayAction': holidays('2026-12-25', 'withdraw'),
  'holidays/actions#confirmYearAction': holidays(2031),
  'holidays/actions#dropDayAction': holidays('2026-12-25', 2026),
  'holidays/actions#proposeYearAction': holidays(2031, 2031),
  'holidays/actions#importCalendarAction': holidays(2026),
  'holidays/actions#takeEffectAction': holidays(),
};
