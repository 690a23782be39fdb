/** The ticket's statuses (lifecycle, "Statuses"). A draft is not a ticket yet: its history begins with `submit`. */
export const STATUSES = [
  'draft',
  'submitted',
  'presented',
  'responded',
  'contested',
  'review_requested',
  'administrative_review',
  'decided',
  'closed',
] as const;
export type Status = (typeof STATUSES)[number];

/** From `submitted` to `decided`: everything that is still somebody's turn. */
export const OPEN_STATUSES = STATUSES.filter((s) => s !== 'draft' && s !== 'closed');

export const CLOSE_REASONS = [
  'premature',
  'untimely',
  'incomplete',
  'out_of_scope',
  'duplicate',
  'withdrawn',
  'accepted',
  'resolved',
  'not_contested',
  'review_not_requested',
  'hfs_decision',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** The statuses to which a closed ticket can be opened again; a decision that was not shared yet is given anew. */
export const REOPEN_TO = ['submitted', 'presented', 'responded', 'contested', 'review_requested', 'administrative_review'] as const;
export type ReopenTo = (typeof REOPEN_TO)[number];

export type Party = 'provider' | 'mco' | 'portal_team' | 'hfs';

export const STATUS_NAMES: Record<Status, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  presented: 'Presented',
  responded: 'Responded',
  contested: 'Contested',
  review_requested: 'Review requested',
  administrative_review: 'Administrative Review',
  decided: 'Decided',
  closed: 'Closed',
};

export const CLOSE_REASON_NAMES: Record<CloseReason, string> = {
  premature: 'filed too early',
  untimely: 'filed too late',
  incomplete: 'incomplete',
  out_of_scope: 'out of scope',
  duplicate: 'duplicate',
  withdrawn: 'withdrawn by the provider',
  accepted: 'the provider accepted the answer',
  resolved: 'resolved, says the provider',
  not_contested: 'the answer was not contested',
  review_not_requested: 'no review was requested',
  hfs_decision: 'HFS decided',
};
