import type { Metadata } from 'next';
import { choiceOf, partOf, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { getHolidaysPage, type HolidaysPage } from '@/server/queries/get-holidays-page';
import { AppLink } from '@/ui/app-link';
import { Columns, SideColumn } from '@/ui/columns';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Tabs } from '@/ui/tabs';
import { WrapWide } from '@/ui/wrap';
import { AdministrationTabs } from '../administration-tabs';
import { AddDayForm, CalendarForm, NextYearForm } from './draft-forms';
import { DraftPanel } from './draft-panel';
import { HOLIDAYS_DONE, HOLIDAYS_PURPOSE, holidaysHref, type HolidaysDone } from './holiday-addresses';
import { YearTable } from './year-table';
import { Versions } from './versions';

export const metadata: Metadata = { title: 'State calendar' };

const DONE = Object.keys(HOLIDAYS_DONE) as HolidaysDone[];
const YEARS_BEFORE = 2;

function yearsShown(page: HolidaysPage): number[] {
  const from = Math.max(page.firstYear, Math.min(page.year, Number(page.today.slice(0, 4)) - YEARS_BEFORE));
  return Array.from({ length: page.lastYear - from + 1 }, (_, i) => from + i);
}

function askedYear(params: SearchParams): number | null {
  const year = partOf(params, 'year');
  return year !== null && /^\d{4}$/.test(year) ? Number(year) : null;
}

/** D15, D16: Administration keeps the days on which State offices are closed, and the days on which the portal was down. */
export default async function HolidaysRoom({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('administration');
  const params = await searchParams;
  const page = await getHolidaysPage(actor, askedYear(params));
  const done = choiceOf(params, 'done', DONE);
  const formKey = issueFormKey(actor, HOLIDAYS_PURPOSE);
  return (
    <WrapWide className="pt-4">
      <AdministrationTabs current="/holidays" />
      <PageTitle title="State calendar" lead={`Version ${page.version} of the holidays, ${page.firstYear} to ${page.lastYear}. Business days and due dates follow from it (D15).`} />
      {done !== null && (
        <Notice tone="success" announce className="mt-5">
          {HOLIDAYS_DONE[done]}
        </Notice>
      )}
      <ToConfirm page={page} />
      <Columns
        className="mt-6"
        sideWidth="form"
        side={
          <SideColumn label="Change the calendar">
            <DraftPanel page={page} formKey={formKey} />
            <AddDayForm year={page.year} formKey={formKey} />
            <NextYearForm page={page} formKey={formKey} />
            <CalendarForm year={page.year} formKey={formKey} />
          </SideColumn>
        }
      >
        <div>
          <Tabs label="Years" tabs={yearsShown(page).map((year) => ({ href: holidaysHref(year), label: String(year) }))} currentHref={holidaysHref(page.year)} className="mb-5" />
          <YearTable page={page} formKey={formKey} />
        </div>
        <Versions versions={page.versions} />
      </Columns>
    </WrapWide>
  );
}

/** D15: from October on HFS is asked to confirm the next year. */
function ToConfirm({ page: { toConfirm, year: shown } }: { page: HolidaysPage }) {
  if (toConfirm === null) return null;
  const { year, isMissing, unconfirmed } = toConfirm;
  return (
    <Notice tone="warn" title={`Confirm the holidays of ${year}`} className="mt-5">
      {isMissing
        ? `The table ends before ${year}. A date that needs a day of ${year} cannot be worked out until you add the year.`
        : `${unconfirmed} of its days are not confirmed. A fine whose date rests on one of them says so, and the portal never issues it by itself.`}
      {!isMissing && year !== shown && (
        <p className="mt-1">
          <AppLink href={holidaysHref(year)}>Look at {year} and confirm its days</AppLink>
        </p>
      )}
      {isMissing && (
        <p className="mt-1">
          <a href="#next-year">Take the proposals for {year}</a>
        </p>
      )}
    </Notice>
  );
}
