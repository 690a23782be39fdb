import { CLOSE_REASON_NAMES } from '@/domain/tickets/status';
import type { PlanQueueItem } from '@/server/queries/list-plan-queue';
import { compareDays, type CalendarDate } from '@/shared/calendar-date';
import type { IconName } from '@/ui/icon';
import type { TagTone } from '@/ui/status-tag';

type State = { words: string; tone?: TagTone; icon?: IconName; /** Instead of whoever has it. */ note?: string };

export type ShownState = Omit<State, 'note'> & { note: string };

/** Where a ticket stands for its plan, and who has it. An urgent one says so first. */
export function shownState(item: PlanQueueItem, today: CalendarDate): ShownState {
  const state = stateOf(item, today);
  const assignee = item.assignee?.name ?? 'Nobody yet';
  if (item.isUrgent && item.status !== 'closed') return { words: 'Urgent access', tone: 'late', icon: 'siren', note: `${state.words}, ${assignee}` };
  return { ...state, note: state.note ?? assignee };
}

function stateOf(item: PlanQueueItem, today: CalendarDate): State {
  switch (item.status) {
    case 'submitted':
      return { words: 'Submitted' };
    case 'presented':
      return presentedState(item, today);
    case 'responded':
      return { words: 'Answered' };
    case 'contested':
      return { words: 'Contested', tone: 'soon' };
    case 'review_requested':
      return item.owes ? { words: 'Send HFS information', tone: 'turn' } : { words: 'Review requested', tone: 'act' };
    case 'administrative_review':
      return item.owes ? { words: 'HFS waits for you', tone: 'turn' } : { words: 'HFS is reviewing', tone: 'act' };
    case 'decided':
      return { words: 'HFS has decided', tone: 'act' };
    case 'closed':
      return { words: 'Closed', note: item.closeReason === null ? undefined : CLOSE_REASON_NAMES[item.closeReason] };
  }
}

/** A plan never learns of a proposed fine, so a missed date reads *Overdue*. */
function presentedState(item: PlanQueueItem, today: CalendarDate): State {
  if (item.isHeld) return { words: 'Extension asked', tone: 'soon', icon: 'pause' };
  if (item.hasDraft) return { words: 'Draft answer', tone: 'act', icon: 'pencil' };
  if (compareDays(item.responseDueOn, today) < 0) return { words: 'Overdue', tone: 'late' };
  if (item.informationDueOn !== null) return compareDays(item.informationDueOn, today) < 0 ? { words: 'Information late', tone: 'late' } : { words: 'Information asked', tone: 'soon' };
  return item.isOpened ? { words: 'Opened' } : { words: 'New', tone: 'turn' };
}
