import type { IssueType, Program } from '@/domain/tickets/reference';
import type { Assignee } from '@/domain/tickets/ticket';
import { isUuid, partOf, type SearchParams } from './list-address';

export const NOBODY = 'nobody';

export type AssigneeChoice = { type: 'anyone' } | { type: 'nobody' } | { type: 'person'; personId: string };

/** Program, issue type, assignee and urgency as the address holds them. A code that does not exist finds nothing, as it says. */
export type TicketFilters = { programCode: string | null; issueTypeCode: string | null; assignee: AssigneeChoice; urgentOnly?: boolean };

export function ticketFiltersOf(params: SearchParams): TicketFilters {
  return { programCode: partOf(params, 'program'), issueTypeCode: partOf(params, 'issue'), assignee: assigneeOf(partOf(params, 'assignee')), urgentOnly: partOf(params, 'urgent') === 'yes' };
}

function assigneeOf(text: string | null): AssigneeChoice {
  if (text === NOBODY) return { type: 'nobody' };
  return text !== null && isUuid(text) ? { type: 'person', personId: text } : { type: 'anyone' };
}

/** The filters as parts of an address. */
export function filterParts(filters: TicketFilters): Record<string, string | null> {
  const { assignee } = filters;
  return {
    program: filters.programCode,
    issue: filters.issueTypeCode,
    assignee: assignee.type === 'anyone' ? null : assignee.type === 'nobody' ? NOBODY : assignee.personId,
    urgent: filters.urgentOnly ? 'yes' : null,
  };
}

export function hasFilters(filters: TicketFilters): boolean {
  return Object.values(filterParts(filters)).some((part) => part !== null);
}

export function programOptions(programs: readonly Program[]) {
  return programs.map((p) => ({ value: p.code, label: p.name }));
}

export function issueTypeOptions(types: readonly IssueType[]) {
  return types.map((t) => ({ value: t.code, label: t.name }));
}

/** The actor first, as *me*, then the others by name. */
export function assigneeOptions(people: readonly Assignee[], me: string) {
  const option = (p: Assignee) => ({ value: p.personId, label: p.personId === me ? `${p.name} (me)` : p.name });
  return [...people.filter((p) => p.personId === me), ...people.filter((p) => p.personId !== me)].map(option);
}

export const URGENT_OPTIONS = [{ value: 'yes', label: 'Urgent access only' }] as const;
