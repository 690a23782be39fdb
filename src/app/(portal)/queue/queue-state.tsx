import type { PlanQueueItem } from '@/server/queries/list-plan-queue';
import { compareDays, type CalendarDate } from '@/shared/calendar-date';
import { CLOSE_REASON_NAMES } from '@/domain/tickets/status';
import { StatusTag } from '@/ui/status-tag';

/** Where a ticket stands for its plan. A plan never learns of a proposed fine, so a missed date reads *Overdue*. */
export function QueueState({ item, today }: { item: PlanQueueItem; today: CalendarDate }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {item.isUrgent && item.status !== 'closed' && (
        <StatusTag tone="late" icon="siren">
          Urgent access
        </StatusTag>
      )}
      <MainTag item={item} today={today} />
    </span>
  );
}

function MainTag({ item, today }: { item: PlanQueueItem; today: CalendarDate }) {
  switch (item.status) {
    case 'presented':
      return <PresentedTag item={item} today={today} />;
    case 'responded':
      return <StatusTag>Answered</StatusTag>;
    case 'contested':
      return <StatusTag tone="soon">Contested</StatusTag>;
    case 'review_requested':
      return <StatusTag tone="act">Review requested</StatusTag>;
    case 'administrative_review':
      return <StatusTag tone="act">HFS is reviewing</StatusTag>;
    case 'decided':
      return <StatusTag tone="act">HFS has decided</StatusTag>;
    case 'closed':
      return <StatusTag>{item.closeReason === null ? 'Closed' : `Closed: ${CLOSE_REASON_NAMES[item.closeReason]}`}</StatusTag>;
    case 'submitted':
      return null;
  }
}

function PresentedTag({ item, today }: { item: PlanQueueItem; today: CalendarDate }) {
  if (item.isHeld)
    return (
      <StatusTag tone="soon" icon="pause">
        Extension asked
      </StatusTag>
    );
  if (item.hasDraft)
    return (
      <StatusTag tone="act" icon="pencil">
        Draft answer
      </StatusTag>
    );
  if (compareDays(item.responseDueOn, today) < 0) return <StatusTag tone="late">Overdue</StatusTag>;
  return item.isOpened ? <StatusTag>Opened</StatusTag> : <StatusTag tone="turn">New</StatusTag>;
}
