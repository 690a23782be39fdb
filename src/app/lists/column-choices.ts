import type { ViewedList } from '@/server/queries/list-saved-views';

export type ColumnChoice = { id: string; label: string; /** Shown until the reader chooses otherwise. */ usual: boolean };

/** The columns that a reader can have or leave out; the ticket and its date always stand. */
export const QUEUE_COLUMN_CHOICES = [
  { id: 'provider', label: 'Provider, contact', usual: true },
  { id: 'issue', label: 'Issue, program', usual: true },
  { id: 'disputed', label: 'Disputed', usual: true },
  { id: 'presented', label: 'Presented', usual: false },
  { id: 'answered', label: 'Answered', usual: false },
  { id: 'state', label: 'State, assigned to', usual: true },
] as const satisfies readonly ColumnChoice[];
export type QueueColumn = (typeof QUEUE_COLUMN_CHOICES)[number]['id'];

export const TICKET_COLUMN_CHOICES = [
  { id: 'provider', label: 'Provider, contact', usual: true },
  { id: 'issue', label: 'Issue, program', usual: true },
  { id: 'plan', label: 'Plan, received', usual: true },
  { id: 'presented', label: 'Presented', usual: false },
  { id: 'assignee', label: 'Assigned at the State', usual: false },
  { id: 'status', label: 'Status, assigned to', usual: true },
] as const satisfies readonly ColumnChoice[];
export type TicketColumn = (typeof TICKET_COLUMN_CHOICES)[number]['id'];

export const COLUMN_CHOICES: Record<ViewedList, readonly ColumnChoice[]> = { queue: QUEUE_COLUMN_CHOICES, 'all-tickets': TICKET_COLUMN_CHOICES };

/** The columns to show, in the list's own order: the chosen ones, or the usual ones. */
export function shownColumns<const Id extends string>(choices: readonly (ColumnChoice & { id: Id })[], chosen: readonly string[] | null): Id[] {
  return choices.filter((c) => (chosen === null ? c.usual : chosen.includes(c.id))).map((c) => c.id);
}
