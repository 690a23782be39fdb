import { quarterName } from '@/domain/fines/quarter-name';
import type { FineDesk } from '@/server/queries/list-fines';
import { countWords } from '@/shared/capped-count';
import { sumCents } from '@/shared/cents';
import { dayPositionText } from '@/app/lists/list-address';
import { AppLink } from '@/ui/app-link';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { Figures } from '@/ui/facts';
import { PageTitle } from '@/ui/frame/page-title';
import { joinClasses } from '@/ui/join-classes';
import { Money } from '@/ui/money';
import { Notice } from '@/ui/notice';
import { Pagination } from '@/ui/table/pagination';
import { Tabs } from '@/ui/tabs';
import { WrapWide } from '@/ui/wrap';
import { Evidence } from './evidence';
import { FINE_TAB_NAMES, FINE_TABS, finesHref, type Done } from './fine-addresses';
import { FineList } from './fine-list';

type FineDeskProps = { desk: FineDesk; done: Done | null; isFirstPage: boolean; /** Opened as a page of its own, which prints the fine and not its list. */ isOne?: boolean; keyOf: (purpose: string) => string };

const DONE: Record<Done['outcome'], string> = {
  issued: 'was issued, and its e-mail is on the way to the plan.',
  waived: 'was waived. Its reason is on record.',
  rescinded: 'was rescinded, and the plan is told by e-mail.',
  'objection-upheld': 'stays. The objection is decided, and the plan is told by e-mail.',
  'objection-granted': 'was rescinded: the objection is granted, and the plan is told by e-mail.',
};

const EMPTY: Record<FineDesk['tab'], { title: string; text: string }> = {
  proposed: { title: 'No fine waits for a decision', text: 'A fine is proposed on the day after a plan’s written answer was due (R20, D11).' },
  objections: { title: 'No objection waits for a decision', text: 'A plan can object once to a fine that was issued. You are told by e-mail (D11).' },
  issued: { title: 'No fine was issued this quarter', text: 'Issued fines appear here for the quarter in which they were issued (D12).' },
  waived: { title: 'No fine was waived', text: 'Waived fines stay here with their reasons.' },
  rescinded: { title: 'No fine was rescinded', text: 'Issued fines that were taken back stay here with their reasons.' },
};

/** The list on the left, the evidence and the decision on the right. */
export function FineDeskView({ desk, done, isFirstPage, isOne, keyOf }: FineDeskProps) {
  const isEmpty = desk.fines.length + desk.held.length === 0;
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Fine desk" aside={<p>Proposed the day after the due date. HFS issues or waives each one, with a reason on record (D11).</p>} />
      <Tabs className="mt-5" label="Fine desk" tabs={FINE_TABS.map((tab) => ({ href: finesHref(tab), label: FINE_TAB_NAMES[tab], count: desk.counts[tab] }))} currentHref={finesHref(desk.tab)} />
      {done !== null && (
        <Notice tone="success" announce className="mt-5">
          <p className="font-semibold">
            The fine on {done.number} {DONE[done.outcome]}
          </p>
        </Notice>
      )}
      <div className={isOne ? 'print:hidden' : undefined}>
        <WaitingExtensions desk={desk} />
      </div>
      <div className={joinClasses('grid gap-x-8 gap-y-8 mt-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,41rem)]', isOne && 'print:block')}>
        <div className={isOne ? 'print:hidden' : undefined}>
          {isEmpty ? (
            <EmptyState title={EMPTY[desk.tab].title}>{EMPTY[desk.tab].text}</EmptyState>
          ) : (
            <>
              <FineList desk={desk} />
              <Pagination
                shown={`${desk.fines.length} of ${countWords(desk.counts[desk.tab])} shown`}
                firstHref={isFirstPage ? null : finesHref(desk.tab)}
                nextHref={desk.next === null ? null : finesHref(desk.tab, { after: dayPositionText(desk.next) })}
              />
              <Downloads what="this tab" hrefOf={(format) => finesHref(desk.tab).replace('/fines', `/fines/download/${format}`)} />
            </>
          )}
          <IssuedThisQuarter desk={desk} />
        </div>
        {desk.selected !== null && <Evidence evidence={desk.selected} following={desk.following} today={desk.today} keyOf={keyOf} />}
      </div>
    </WrapWide>
  );
}

/** D7: what else waits for the same people; past HFS's own target it says so. */
function WaitingExtensions({ desk }: { desk: FineDesk }) {
  const { pending, past_target } = desk.extensions;
  if (pending === 0) return null;
  const requests = pending === 1 ? '1 extension request waits' : `${countWords(pending)} extension requests wait`;
  return (
    <p className="mt-4">
      <AppLink href="/extensions" className="font-semibold">
        {requests} for a decision
      </AppLink>
      {past_target > 0 && <span className="text-late"> · {past_target === 1 ? '1 is' : `${countWords(past_target)} are`} past the target of 7 days (D7)</span>}
    </p>
  );
}

/** Counts next to dollars, per plan, with their total (R22). */
function IssuedThisQuarter({ desk }: { desk: FineDesk }) {
  const { issuedByPlan } = desk;
  const figure = (label: string, fines: number, cents: FineDesk['proposedCents']) => ({
    label,
    value: (
      <>
        {fines} · <Money cents={cents} whole />
      </>
    ),
  });
  const total = figure(quarterName(desk.quarter), issuedByPlan.reduce((sum, p) => sum + p.fines, 0), sumCents(issuedByPlan.map((p) => p.cents)));
  return (
    <section className="border-t-4 border-navy pt-4 mt-10" aria-labelledby="issued-title">
      <h2 id="issued-title" className="text-h3">
        Issued this quarter
      </h2>
      <div className="mt-3">
        {issuedByPlan.length === 0 ? <p className="text-ink-soft">None so far, {quarterName(desk.quarter)}.</p> : <Figures figures={[...issuedByPlan.map((p) => figure(p.planShortName, p.fines, p.cents)), total]} totalLast />}
      </div>
    </section>
  );
}
