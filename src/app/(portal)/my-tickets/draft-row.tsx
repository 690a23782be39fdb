import { isSoon, type HolidayTable } from '@/domain/deadlines';
import type { MyDraft } from '@/server/queries/list-my-tickets';
import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';

type DraftRowProps = { draft: MyDraft; hasClients: boolean; today: CalendarDate; holidays: HolidayTable };

export function DraftRow({ draft, hasClients, today, holidays }: DraftRowProps) {
  const again = draft.refiles === null ? null : `files ${draft.refiles} again`;
  return (
    <Row>
      <RowHead
        sub={
          <>
            saved <ChicagoInstant at={draft.savedAt} short />
          </>
        }
      >
        <AppLink href={`/file/${draft.draftId}`}>Draft, not sent</AppLink>
      </RowHead>
      {hasClients ? (
        <>
          <Cell>{draft.organization === null ? NOT_YET : <PartyName name={draft.organization} />}</Cell>
          <Cell sub={[draft.trackingNumber || null, draft.issueType, again].filter((part) => part !== null).join(', ') || undefined}>{draft.plan ?? NOT_YET}</Cell>
        </>
      ) : (
        <>
          <Cell sub={draft.trackingNumber || undefined}>{draft.plan ?? NOT_YET}</Cell>
          <Cell sub={again ?? undefined}>{draft.issueType ?? NOT_YET}</Cell>
        </>
      )}
      <Cell sub={<span className="lg:whitespace-normal">{nextAct(draft)}</span>}>
        <b>You</b>
      </Cell>
      <Cell first sub={`kept until ${formatDay(draft.keptUntilOn)}`}>
        <DraftDate draft={draft} today={today} holidays={holidays} />
      </Cell>
    </Row>
  );
}

const NOT_YET = <span className="text-ink-soft">Not chosen yet</span>;

function nextAct({ hasNoNumber, outlook, remindOn }: MyDraft): string {
  if (hasNoNumber) return 'get the plan’s tracking number';
  if (outlook?.state === 'premature') return remindOn === null ? 'too early to send' : 'too early to send; a reminder is set';
  return outlook?.state === 'untimely' ? 'its window has closed' : 'finish it and send it';
}

/** The window of R4: when it opens while that lies ahead, else until when it is open. */
function DraftDate({ draft: { outlook, hasNoNumber }, today, holidays }: Omit<DraftRowProps, 'hasClients'>) {
  if (outlook === null || hasNoNumber) return <span className="text-ink-soft">No date yet</span>;
  const isAhead = outlook.state === 'premature';
  const reason = isAhead ? outlook.opens : outlook.fileBy;
  return <DueBadge due={reason.due} today={today} kind="window" opens={isAhead} soon={!isAhead && isSoon(today, reason.due, holidays)} why={whyLine(reason)} />;
}
