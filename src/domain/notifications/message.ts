/** The kinds of e-mail that the portal sends; one words file each kind, one fixture in the tests. */
export const MESSAGE_KINDS = [
  'complaint-received',
  'complaint-for-portal-team',
  'closed-at-filing',
  'returned-as-closed',
  'presented-to-plan',
  'presented-to-contact',
  'plan-answered',
  'accepted',
  'resolved',
  'withdrawn',
  'contested',
  'review-requested',
  'review-begun',
  'information-delivered',
  'sme-recommended',
  'sme-referred',
  'sme-returned',
  'review-reassigned',
  'hfs-question',
  'question-answered',
  'decision-given',
  'decision-returned',
  'decision-shared',
  'closed-not-contested',
  'closed-review-not-requested',
  'hfs-alert',
  'corrected',
  'assigned',
  'fine-notice',
  'fine-rescinded',
  'dates-moved',
  'transferred-from-plan',
  'transferred-to-plan',
  'transferred-to-contact',
  'reopened',
  'message-posted',
  'plan-asked',
  'portal-team-answered',
  'plan-request',
  'plan-request-answered',
  'plan-request-withdrawn',
  'information-requested',
  'information-provided',
  'extension-requested',
  'extension-decided',
  'contact-changed',
  'response-contact-corrected',
  'fine-objection',
  'fine-objection-decided',
  'window-opens',
  'file-refused',
  'reminder-presentation',
  'reminder-mco-response',
  'reminder-mco-response-extended',
  'reminder-information-request',
  'reminder-information-answer',
  'reminder-extension-request',
  'reminder-contest',
  'reminder-review-request',
  'reminder-review-information',
  'reminder-hfs-question',
  'reminder-portal-team-request',
  'reminder-plan-request',
  'daily-digest',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type Recipient = { personId: string | null; name: string; email: string };

/** A rendered e-mail: its exact words are evidence, so they are made when the event is. */
export type Message = {
  kind: MessageKind;
  to: Recipient;
  subject: string;
  text: string;
  html: string | null;
  /** D18: its delivery starts the contest window. */
  isResponseNotice: boolean;
};

/** Whom a ticket's messages may go to; the door looks them up inside the transaction. */
export type TicketRecipients = {
  mcoPrimary: Recipient[];
  mcoStaff: Recipient[];
  accountManagers: Recipient[];
  administration: Recipient[];
  portalTeam: Recipient;
  /** Whoever the command assigns the ticket to, at the plan or at the State; null for all other commands. */
  assignee: Recipient | null;
  /** Who at the State has the review or acted on the ticket: whom an answer or a returned decision concerns (R17). */
  statePeople: Recipient[];
};
