import { isSoon, type HolidayTable } from '@/domain/deadlines';
import type { PlanQueueItem } from '@/server/queries/list-plan-queue';
import { formatDayShort, formatDayWithoutYear, type CalendarDate } from '@/shared/calendar-date';
import { dueLook } from '@/ui/ticket/due-badge';
import type { DueLook } from '@/ui/ticket/due-face';
import { whyLine } from '@/ui/ticket/why-line';
import { shownState, type ShownState } from './queue-state';

/** `look` is null where nothing is due. */
export type QueueRowDate = { on: CalendarDate; look: DueLook | null; why?: string; note: string };

type Said = 'ticketId' | 'number' | 'trackingNumber' | 'formerPlan' | 'provider' | 'contact' | 'issueType' | 'program' | 'disputedCents' | 'claimCount' | 'presentedOn' | 'respondedOn';

/** What a row says, and nothing else: it is sent to the browser. */
export type QueueRowData = Pick<PlanQueueItem, Said> & { date: QueueRowDate; state: ShownState };

type Now = { today: CalendarDate; holidays: HolidayTable };

export function queueRowData(item: PlanQueueItem, now: Now): QueueRowData {
  const { ticketId, number, trackingNumber, formerPlan, provider, contact, issueType, program, disputedCents, claimCount, presentedOn, respondedOn } = item;
  const said: Pick<PlanQueueItem, Said> = { ticketId, number, trackingNumber, formerPlan, provider, contact, issueType, program, disputedCents, claimCount, presentedOn, respondedOn };
  return { ...said, date: { ...rowDate(item, now), note: dateNote(item) }, state: shownState(item, now.today) };
}

const IS_WITH_HFS: ReadonlySet<string> = new Set(['review_requested', 'administrative_review', 'decided']);

/** The date that counts now: the answer's, or until when the provider can go on; else what happened last. */
function rowDate(item: PlanQueueItem, { today, holidays }: Now): Omit<QueueRowDate, 'note'> {
  const { clock } = item;
  if (clock === null) return { on: item.closedOn ?? item.respondedOn ?? item.presentedOn, look: null };
  const due = clock.dueOn;
  const isAnswered = IS_WITH_HFS.has(item.status) && !item.owes;
  const soon = clock.kind === 'duty' && isSoon(today, due, holidays);
  const look = isAnswered ? dueLook({ due, today, doneOn: item.respondedOn }) : dueLook({ due, today, kind: clock.kind, soon });
  return { on: due, look, why: whyLine(clock) };
}

function dateNote(item: PlanQueueItem): string {
  if (item.owes && IS_WITH_HFS.has(item.status)) return 'HFS waits for your plan';
  if (item.status === 'presented' && item.informationDueOn !== null) return `provider’s information due ${formatDayShort(item.informationDueOn)}`;
  if (item.status === 'presented') return `presented ${formatDayShort(item.presentedOn)}${item.isExtended ? ', extended' : ''}`;
  return item.respondedOn === null ? (item.status === 'closed' ? 'closed before an answer' : 'not answered') : `${IS_WITH_HFS.has(item.status) ? 'your answer, given' : 'answered'} ${formatDayWithoutYear(item.respondedOn)}`;
}
