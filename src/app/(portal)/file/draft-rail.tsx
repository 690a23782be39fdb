import { windowLeftWords } from '@/domain/deadlines';
import { issueTypeName, planName, programName } from '@/domain/tickets/reference';
import type { FilingOutlook } from '@/domain/tickets/filing-outlook';
import type { DraftView } from '@/server/queries/get-draft';
import type { CalendarDate } from '@/shared/calendar-date';
import { chicagoDay, formatChicagoInstant, formatChicagoTime } from '@/shared/chicago';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { SideColumn, SideSection } from '@/ui/columns';
import { Facts } from '@/ui/facts';
import { Icon } from '@/ui/icon';
import { WhyThisDate } from '@/ui/ticket/why-this-date';
import { waitWords } from './wait-words';

/** Beside every page of the filing form: the window, what was said so far, and that it is kept. */
export function DraftRail({ view, hides }: { view: DraftView; hides?: 'window' | 'answers' }) {
  const outlook = hides === 'window' ? null : view.outlook;
  return (
    <SideColumn label="Your draft">
      {outlook && <WindowSection outlook={outlook} today={view.facts.today} />}
      {hides !== 'answers' && <SoFar view={view} isFirst={outlook === null} />}
      <Kept view={view} />
    </SideColumn>
  );
}

const TITLES = { open: 'Your window is open', premature: 'Too early to file', untimely: 'Your window has closed' };
const LEADS = { open: 'File by', premature: 'Your window opens', untimely: 'The last day was' };

function WindowSection({ outlook, today }: { outlook: FilingOutlook; today: CalendarDate }) {
  const reason = outlook.state === 'premature' ? outlook.opens : outlook.fileBy;
  return (
    <SideSection title={TITLES[outlook.state]} first>
      <p>
        {LEADS[outlook.state]}
        <br />
        <b className="text-h3">
          <CivilDate date={reason.due} />
        </b>
        <br />
        {outlook.state === 'premature' ? waitWords(today, reason.due) : windowLeftWords(today, reason.due)}
      </p>
      <WhyThisDate reason={reason} today={today} form="line" className="mt-2" />
    </SideSection>
  );
}

function SoFar({ view: { draft, facts, refiles }, isFirst }: { view: DraftView; isFirst: boolean }) {
  const { reference, organizations } = facts;
  const organization = organizations.length > 1 ? organizations.find((o) => o.id === draft.organizationId) : undefined;
  const said = [
    { label: 'Files again', value: refiles?.number },
    { label: 'For', value: organization?.name },
    { label: 'Plan', value: draft.planCode && planName(reference, draft.planCode) },
    { label: 'Its tracking number', value: draft.trackingNumber.trim() },
    { label: 'Program', value: draft.programCode && programName(reference, draft.programCode) },
    { label: 'Issue', value: draft.issueTypeCode && issueTypeName(reference, draft.issueTypeCode) },
    { label: 'Claims', value: draft.claims.length > 0 ? draft.claims.length.toLocaleString('en-US') : '' },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return said.length === 0 ? null : (
    <SideSection title="So far" first={isFirst}>
      <Facts facts={said} />
    </SideSection>
  );
}

function Kept({ view: { id, savedAt, keptUntilOn, facts } }: { view: DraftView }) {
  const when = chicagoDay(savedAt) === facts.today ? `today, ${formatChicagoTime(savedAt)}` : formatChicagoInstant(savedAt);
  return (
    <div className="border-t border-line pt-4 text-ink-soft">
      <p className="flex gap-2">
        <Icon name="check" className="mt-0.5" />
        <span>
          Draft saved {when}. Your colleagues can go on with it too. It is deleted after <CivilDate date={keptUntilOn} /> if nobody saves it again.
        </span>
      </p>
      <AppLink className="inline-flex items-center gap-2 min-h-11 mt-1 font-semibold" href={`/file/${id}/delete`}>
        <Icon name="trash-2" />
        Delete this draft
      </AppLink>
    </div>
  );
}
