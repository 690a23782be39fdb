import type { FilingOutlook } from '@/domain/tickets/filing-outlook';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Notice } from '@/ui/notice';
import { stepHref } from '../../steps';

/** D2: said once more before it is sent. */
export function OutsideWindow({ outlook, draftId, isReminded }: { outlook: FilingOutlook; draftId: string; isReminded: boolean }) {
  const isEarly = outlook.state === 'premature';
  return (
    <Notice tone="warn" title={isEarly ? 'It is too early to file' : 'The time to file has passed'}>
      <p>
        The filing window is <CivilDate date={outlook.window.opensOn} /> to <CivilDate date={outlook.window.closesOn} />. Sent today, the complaint is recorded and closed at once
        as {isEarly ? 'too early' : 'not timely'} (R4, D2): the plan does not get it.
      </p>
      {isEarly && (
        <p className="mt-2">
          {isReminded ? 'Your draft is kept, and an e-mail will remind you on the first day. ' : 'Your draft is kept until then. '}
          <AppLink href={stepHref(draftId, 'eligibility')}>{isReminded ? 'See the dates' : 'Be reminded by e-mail when the window opens'}</AppLink>
        </p>
      )}
    </Notice>
  );
}
