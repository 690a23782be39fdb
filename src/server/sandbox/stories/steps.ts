import { COMMAND_INPUTS, type TicketCommand } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { addDays } from '@/shared/calendar-date';
import { personId, personOf, type PersonKey, type ProviderPersonKey } from '../cast/cast';
import { Picks } from '../seeded';
import { dayOfMoment, type Moment, type Step, type StoryTicket } from './story';
import { ALERT_WORDS, CONTEST_WORDS, RESOLVED_WORDS, REVIEW_WORDS, WAIVE_WORDS, WITHDRAW_WORDS, WORDS } from './words';

type Team = 'ines' | 'tomas';
type Hfs = 'gloria' | 'warren' | 'yolanda';

/** An act whose form is filled in here, so that it goes through the same checks as a browser's. */
export const formStep = (at: Moment, by: PersonKey, action: Action, form: Record<string, unknown>): Step => ({
  type: 'command',
  at,
  by,
  // The schema was chosen by the action, which TypeScript cannot follow through the index.
  command: ({ ticketId }) => ({ action, input: COMMAND_INPUTS[action].parse({ ticketId, ...form }) }) as TicketCommand,
});

export const presented = (at: Moment, by: Team = 'ines'): Step => ({ type: 'command', at, by, command: ({ ticketId }) => ({ action: 'present', input: { ticketId, shownDueOn: null } }) });

export const opened = (at: Moment, by: PersonKey): Step => ({ type: 'opens', at, by });

export const assigned = (at: Moment, by: PersonKey, to: PersonKey): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId }) => ({ action: 'assign', input: { ticketId, assigneeId: personId(to) } }),
});

export type Answer = {
  decision: 'upheld' | 'overturned';
  plan?: string;
  resolveOn?: string;
  noDateReason?: string;
  contact?: PersonKey;
  /** By claim line; without it the decision says it for all. */
  outcomes?: readonly (readonly ['will_pay' | 'will_pay_in_part' | 'upheld', amount: string])[];
};

function outcomesOf(answer: Answer, ticket: StoryTicket, picks: Picks) {
  return ticket.claims.map((claim, i) => {
    const given = answer.outcomes?.[i];
    if (given !== undefined) return { lineNo: i + 1, outcome: given[0], amountCents: given[1] };
    const disputed = claim.disputedCents / 100;
    if (answer.decision === 'upheld' && !picks.chance(0.15)) return { lineNo: i + 1, outcome: 'upheld', amountCents: '0' };
    return picks.chance(0.25)
      ? { lineNo: i + 1, outcome: 'will_pay_in_part', amountCents: (disputed * 0.6).toFixed(2) }
      : { lineNo: i + 1, outcome: 'will_pay', amountCents: disputed.toFixed(2) };
  });
}

/** R12: the plan's whole written answer. */
export const answered = (at: Moment, by: PersonKey, answer: Answer): Step => ({
  type: 'command',
  at,
  by,
  command: (ticket) => {
    const picks = new Picks(`answer:${ticket.key}`);
    const contact = personOf(answer.contact ?? by);
    const input = COMMAND_INPUTS.respond.parse({
      ticketId: ticket.ticketId,
      decision: answer.decision,
      plan: answer.plan ?? picks.one(WORDS[ticket.issue][answer.decision]),
      resolveOn: answer.noDateReason === undefined ? (answer.resolveOn ?? addDays(dayOfMoment(at), picks.number(10, 28))) : '',
      noDateReason: answer.noDateReason ?? '',
      contactName: contact.name,
      contactPhone: contact.phone,
      contactEmail: contact.email,
      pcfAttested: ticket.issue === 'PCF',
      outcomes: outcomesOf(answer, ticket, picks),
    });
    return { action: 'respond', input };
  },
});

export const draftedAnswer = (at: Moment, by: PersonKey, answer: (ticket: StoryTicket) => Record<string, unknown>): Step => ({ type: 'draftsAnswer', at, by, answer });

export const accepted = (at: Moment, by: ProviderPersonKey): Step => ({ type: 'command', at, by, command: ({ ticketId }) => ({ action: 'accept', input: { ticketId } }) });

export const contested = (at: Moment, by: ProviderPersonKey, withReview = false): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId, key }) => {
    const picks = new Picks(`contest:${key}`);
    return { action: 'contest', input: { ticketId, why: picks.one(CONTEST_WORDS), requestReview: withReview, whatToReview: withReview ? picks.one(REVIEW_WORDS) : null, files: [] } };
  },
});

export const askedForReview = (at: Moment, by: ProviderPersonKey): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId, key }) => ({ action: 'requestReview', input: { ticketId, whatToReview: new Picks(`review:${key}`).one(REVIEW_WORDS), files: [] } }),
});

export const resolved = (at: Moment, by: ProviderPersonKey): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId, key }) => ({ action: 'confirmResolved', input: { ticketId, how: new Picks(`resolved:${key}`).one(RESOLVED_WORDS) } }),
});

export const withdrawn = (at: Moment, by: ProviderPersonKey): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId, key }) => ({ action: 'withdraw', input: { ticketId, reason: new Picks(`withdrawn:${key}`).one(WITHDRAW_WORDS) } }),
});

export const closedNotContested = (at: Moment, by: Team = 'ines'): Step => ({ type: 'command', at, by, command: ({ ticketId }) => ({ action: 'closeNotContested', input: { ticketId } }) });

export const closedNoReview = (at: Moment, by: Team = 'ines'): Step => ({ type: 'command', at, by, command: ({ ticketId }) => ({ action: 'closeReviewNotRequested', input: { ticketId } }) });

export const returned = (at: Moment, closeReason: 'incomplete' | 'out_of_scope' | 'duplicate' | 'premature' | 'untimely', reason: string, by: Team = 'tomas'): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId }) => ({ action: 'returnAsClosed', input: { ticketId, closeReason, reason } }),
});

export const alerted = (at: Moment, by: Team = 'ines', what?: string): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId, key }) => ({ action: 'alertHfs', input: { ticketId, what: what ?? new Picks(`alert:${key}`).one(ALERT_WORDS) } }),
});

/** What is right now; the reason says what was wrong. */
export const corrected = (at: Moment, right: { planCode: string; programCode: string; issueTypeCode: string; trackingNumber: string; receivedByMcoOn: string; reason: string }, by: Team = 'tomas'): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId }) => ({ action: 'correct', input: COMMAND_INPUTS.correct.parse({ ticketId, trackingNumberConfirmed: false, ...right }) }),
});

export const fineIssued = (at: Moment, by: Hfs): Step => ({ type: 'command', at, by, command: ({ ticketId }) => ({ action: 'issueFine', input: { ticketId } }) });

export const fineWaived = (at: Moment, by: Hfs): Step => ({
  type: 'command',
  at,
  by,
  command: ({ ticketId, key }) => ({ action: 'waiveFine', input: { ticketId, reason: new Picks(`waive:${key}`).one(WAIVE_WORDS) } }),
});

export const fineRescinded = (at: Moment, by: Hfs, reason: string): Step => ({ type: 'command', at, by, command: ({ ticketId }) => ({ action: 'rescindFine', input: { ticketId, reason } }) });
