/** The ids of the policy's deadlines, as they stand in clocks, addresses and the command line. */
export type RuleId =
  | 'filing-opens'
  | 'filing-closes'
  | 'refiling'
  | 'presentation'
  | 'mco-response'
  | 'mco-response-extended'
  | 'information-request'
  | 'information-answer'
  | 'extension-request'
  | 'extension-decision'
  | 'contest'
  | 'review-request'
  | 'review-information'
  | 'hfs-question'
  | 'portal-team-request'
  | 'hfs-decision'
  | 'sanction-notice';

/** Duty: missed, it is overdue. Window: a right that lapses. Target: the State's own; missing it changes nothing. */
export type RuleKind = 'duty' | 'window' | 'target';

/** How a date follows from day 0, which is never counted. Rolling is a property of each rule (D4). */
export type Arithmetic =
  | { type: 'calendar'; days: number }
  | { type: 'calendar_roll'; days: number }
  | { type: 'business'; days: number }
  | { type: 'set_by_asker' }
  | { type: 'end_of_next_month' };

export type DeadlineParty = 'provider' | 'mco' | 'portal_team' | 'hfs';

export type DeadlineRule = {
  kind: RuleKind;
  arithmetic: Arithmetic;
  /** Whose duty or right it is; with more than one, `owedByWords` says how they share it. */
  owedBy: readonly DeadlineParty[];
  owedByWords: string;
  /** The name of the deadline on pages and in mails. */
  label: string;
  /** What happened on day 0, as the start of a short line ("Presented") and as a sentence to which "on <date>" is added. */
  day0Short: string;
  day0Sentence: string;
  /** How the resulting date is called: most dates are due, a window opens or has a last day. */
  resultWord: 'Due' | 'Opens' | 'Last day';
  /** The rule or decision that it implements. */
  source: string;
};

const PRESENTED = { day0Short: 'Presented', day0Sentence: 'The ticket was presented to the plan' } as const;
const DISPUTED = { day0Short: 'Dispute received by the plan', day0Sentence: 'The plan received the dispute' } as const;

/** Every deadline of the policy (R4 to R17, R23, R29, D17). The numbers of days stand here and nowhere else. */
export const DEADLINE_RULES = {
  'filing-opens': {
    ...DISPUTED,
    kind: 'window',
    arithmetic: { type: 'calendar', days: 30 },
    owedBy: ['provider'],
    owedByWords: 'provider',
    label: 'First day to file',
    resultWord: 'Opens',
    source: 'R4',
  },
  'filing-closes': {
    ...DISPUTED,
    kind: 'window',
    arithmetic: { type: 'calendar', days: 60 },
    owedBy: ['provider'],
    owedByWords: 'provider',
    label: 'Last day to file',
    resultWord: 'Last day',
    source: 'R4',
  },
  refiling: {
    day0Short: 'Closed as incomplete',
    day0Sentence: 'The ticket was closed as incomplete',
    kind: 'window',
    arithmetic: { type: 'business', days: 5 },
    owedBy: ['provider'],
    owedByWords: 'provider',
    label: 'Last day to file again with the first date',
    resultWord: 'Last day',
    source: 'D17',
  },
  presentation: {
    day0Short: 'Received by the portal',
    day0Sentence: 'The portal received the ticket',
    kind: 'duty',
    arithmetic: { type: 'business', days: 10 },
    owedBy: ['portal_team'],
    owedByWords: 'Portal Team',
    label: 'Present the ticket to the plan',
    resultWord: 'Due',
    source: 'R5',
  },
  'mco-response': {
    ...PRESENTED,
    kind: 'duty',
    arithmetic: { type: 'calendar_roll', days: 30 },
    owedBy: ['mco'],
    owedByWords: 'plan',
    label: 'Plan’s written answer',
    resultWord: 'Due',
    source: 'R8',
  },
  'mco-response-extended': {
    ...PRESENTED,
    kind: 'duty',
    // D5: 60 days in total, not 30 more from the rolled date.
    arithmetic: { type: 'calendar_roll', days: 60 },
    owedBy: ['mco'],
    owedByWords: 'plan',
    label: 'Plan’s written answer, extended',
    resultWord: 'Due',
    source: 'R11',
  },
  'information-request': {
    ...PRESENTED,
    kind: 'window',
    arithmetic: { type: 'business', days: 5 },
    owedBy: ['mco'],
    owedByWords: 'plan',
    label: 'Ask the provider for information',
    resultWord: 'Last day',
    source: 'R9',
  },
  'information-answer': {
    day0Short: 'Asked for information',
    day0Sentence: 'The plan asked for information',
    kind: 'duty',
    arithmetic: { type: 'business', days: 5 },
    owedBy: ['provider'],
    owedByWords: 'provider',
    label: 'Provider’s information',
    resultWord: 'Due',
    source: 'R10',
  },
  'extension-request': {
    ...PRESENTED,
    kind: 'window',
    // D6: seven days before day 30, that day included, and not rolled.
    arithmetic: { type: 'calendar', days: 23 },
    owedBy: ['mco', 'provider'],
    owedByWords: 'plan or provider',
    label: 'Ask for an extension',
    resultWord: 'Last day',
    source: 'R11',
  },
  'extension-decision': {
    day0Short: 'Extension requested',
    day0Sentence: 'The extension was requested',
    kind: 'target',
    arithmetic: { type: 'calendar', days: 7 },
    owedBy: ['hfs'],
    owedByWords: 'HFS',
    label: 'Decide on the extension',
    resultWord: 'Due',
    source: 'R11',
  },
  contest: {
    day0Short: 'Answer received by the provider',
    day0Sentence: 'The plan’s answer reached the provider',
    kind: 'window',
    arithmetic: { type: 'business', days: 5 },
    owedBy: ['provider'],
    owedByWords: 'provider',
    label: 'Disagree with the plan’s answer',
    resultWord: 'Last day',
    source: 'R14',
  },
  'review-request': {
    day0Short: 'Contested',
    day0Sentence: 'The provider disagreed with the answer',
    kind: 'window',
    arithmetic: { type: 'calendar', days: 30 },
    owedBy: ['provider'],
    owedByWords: 'provider',
    label: 'Ask HFS to review',
    resultWord: 'Last day',
    source: 'R15',
  },
  'review-information': {
    day0Short: 'Review requested',
    day0Sentence: 'The provider asked HFS to review',
    kind: 'duty',
    arithmetic: { type: 'calendar', days: 30 },
    owedBy: ['provider', 'mco'],
    owedByWords: 'provider and plan, one each',
    label: 'Information for the review',
    resultWord: 'Due',
    source: 'R16',
  },
  'hfs-question': {
    day0Short: 'Asked by HFS',
    day0Sentence: 'HFS asked a question',
    kind: 'duty',
    arithmetic: { type: 'set_by_asker' },
    owedBy: ['provider', 'mco'],
    owedByWords: 'the party that was asked',
    label: 'Answer to HFS',
    resultWord: 'Due',
    source: 'R17',
  },
  'portal-team-request': {
    day0Short: 'Asked by the Portal Team',
    day0Sentence: 'The Portal Team asked the plan',
    kind: 'duty',
    arithmetic: { type: 'set_by_asker' },
    owedBy: ['mco'],
    owedByWords: 'plan',
    label: 'Answer to the Portal Team',
    resultWord: 'Due',
    source: 'R29',
  },
  'hfs-decision': {
    day0Short: 'Information complete or its date passed',
    day0Sentence: 'The information was complete, or its date had passed,',
    kind: 'target',
    arithmetic: { type: 'calendar', days: 30 },
    owedBy: ['hfs'],
    owedByWords: 'HFS',
    label: 'HFS decision',
    resultWord: 'Due',
    source: 'R17',
  },
  'sanction-notice': {
    day0Short: 'Quarter ended',
    day0Sentence: 'The quarter ended',
    kind: 'duty',
    arithmetic: { type: 'end_of_next_month' },
    owedBy: ['hfs'],
    owedByWords: 'HFS',
    label: 'Sanction payment notice',
    resultWord: 'Due',
    source: 'R23',
  },
} as const satisfies Record<RuleId, DeadlineRule>;

/** All rule ids, in the order of the policy. */
export const RULE_IDS = Object.keys(DEADLINE_RULES) as readonly RuleId[];

/** Whether a text from outside is one of the rule ids. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(DEADLINE_RULES, text);
}
