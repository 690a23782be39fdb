import { date, money, type ListColumn } from '@/app/lists/list-file';
import type { FineItem, HeldTicket } from '@/server/queries/list-fines';

const STATE_NAMES: Record<FineItem['status'], string> = { proposed: 'Proposed', issued: 'Issued', waived: 'Waived', rescinded: 'Rescinded', void: 'Void' };

const fineOf = (row: FineItem | HeldTicket): FineItem | null => ('fineId' in row ? row : null);

function stateOf(fine: FineItem | null): string {
  return fine === null ? 'Held: the extension request is undecided (D8)' : STATE_NAMES[fine.status];
}

/** What a file of the fine desk holds; a held ticket has no fine and no dollars (D8). */
export const FINE_COLUMNS: readonly ListColumn<FineItem | HeldTicket>[] = [
  { heading: 'Ticket', value: (f) => f.number },
  { heading: 'Plan', value: (f) => f.planShortName },
  { heading: 'State', width: 40, value: (f) => stateOf(fineOf(f)) },
  { heading: 'Answer was due', value: (f) => date(f.dueOn) },
  { heading: 'Answered', value: (f) => date(fineOf(f)?.respondedOn ?? null) },
  { heading: 'Decided', value: (f) => date(fineOf(f)?.decidedOn ?? null) },
  { heading: 'Issued', value: (f) => date(fineOf(f)?.issuedOn ?? null) },
  { heading: 'Fine, $', value: (f) => money(fineOf(f)?.amountCents ?? null) },
];
