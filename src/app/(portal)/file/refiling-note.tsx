import { formatDay } from '@/shared/calendar-date';
import type { DraftView } from '@/server/queries/get-draft';
import { CivilDate } from '@/ui/civil-date';
import { WhyThisDate } from '@/ui/ticket/why-this-date';

/** D17: by which day a refiling is judged, until when, and why; nothing for a draft that files for the first time. */
export function RefilingNote({ view: { outlook, refiles, facts }, className }: { view: DraftView; className?: string }) {
  if (refiles === null || outlook === null || outlook.refiling === null) return null;
  const { due, firstReceivedOn } = outlook.refiling;
  return (
    <div className={className}>
      <p>
        This draft files {refiles.number} again, which was closed as incomplete on <CivilDate date={refiles.closedOn} />. Sent by <CivilDate date={due.due} />, it is judged by the
        day on which the first filing was received, <CivilDate date={firstReceivedOn} /> (D17).
      </p>
      {outlook.fileBy.ruleId !== 'refiling' && <WhyThisDate reason={due} today={facts.today} summary={`Why ${formatDay(due.due)}?`} className="mt-2" />}
    </div>
  );
}
