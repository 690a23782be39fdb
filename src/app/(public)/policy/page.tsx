import type { Metadata } from 'next';
import { getPolicyPage } from '@/server/queries/get-policy-page';
import { yearOf } from '@/shared/calendar-date';
import { dateFromForm } from '@/ui/forms/date-input';
import { formValues } from '@/ui/forms/form-values';
import { PageTitle } from '@/ui/frame/page-title';
import { Wrap } from '@/ui/wrap';
import { queryForm, queryText, type Query } from '../query-form';
import { Calculator } from './calculator';
import { DeadlineTable } from './deadline-table';
import { Decisions } from './decisions';
import { Holidays } from './holidays';
import { Rules } from './rules';
import { Versions } from './versions';

export const metadata: Metadata = { title: 'Policy and deadlines' };

const PARTS = [
  ['calculator', 'Work out a deadline'],
  ['deadlines', 'All deadlines'],
  ['rules', 'The rules in plain words'],
  ['decisions', 'What was decided'],
  ['holidays', 'Days that do not count'],
  ['versions', 'Versions'],
] as const;

function OnThisPage() {
  return (
    <nav aria-label="On this page" className="self-start lg:sticky lg:top-6 lg:col-start-2 lg:row-start-1">
      <ul className="flex flex-wrap gap-x-6 lg:block lg:border-l-4 lg:border-navy-pale lg:pl-4">
        {PARTS.map(([id, label]) => (
          <li key={id}>
            <a className="inline-flex min-h-11 items-center" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Props = { searchParams: Promise<Query> };

export default async function PolicyPage({ searchParams }: Props) {
  const form = queryForm(await searchParams);
  const rule = queryText(form, 'rule');
  // A link can choose the deadline; only the sent form has a day, be it empty.
  const asked = form.has('start-year');
  const page = await getPolicyPage(asked ? { rule, start: dateFromForm(form, 'start') } : null);
  return (
    <Wrap className="pt-8">
      <PageTitle title="Policy and deadlines" lead="What the policy asks of providers, plans, the Portal Team and HFS, and how each date is counted." />
      <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_13rem]">
        <OnThisPage />
        <div className="grid min-w-0 gap-12 lg:col-start-1 lg:row-start-1">
          <Calculator page={page} rule={rule} values={asked ? formValues(form) : undefined} />
          <DeadlineTable />
          <Rules />
          <Decisions />
          <Holidays years={page.years} thisYear={yearOf(page.today)} />
          <Versions holidayVersions={page.holidayVersions} />
        </div>
      </div>
    </Wrap>
  );
}
