import type { Metadata } from 'next';
import { POLICY_DECISIONS } from '@/domain/policy/policy-decisions';
import { POLICY_RULES } from '@/domain/policy/policy-rules';
import { getPolicyPage, type HolidaysOfYear } from '@/server/queries/get-policy-page';
import { yearOf } from '@/shared/calendar-date';
import { CivilDate } from '@/ui/civil-date';
import { Disclosure } from '@/ui/disclosure';
import { dateFromForm } from '@/ui/forms/date-input';
import { formValues } from '@/ui/forms/form-values';
import { PageTitle } from '@/ui/frame/page-title';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { Wrap } from '@/ui/wrap';
import { queryForm, type Query } from '../query-form';
import { Calculator } from './calculator';
import { DeadlineTable } from './deadline-table';
import { FineEmail } from './fine-email';

export const metadata: Metadata = { title: 'Policy and deadlines' };

const PARTS = [
  ['calculator', 'Work out a deadline'],
  ['deadlines', 'All deadlines'],
  ['rules', 'The rules'],
  ['decisions', 'What was decided'],
  ['holidays', 'Days that do not count'],
] as const;

function Rules() {
  return (
    <Section id="rules" title="The rules in plain words">
      <dl className="max-w-[52rem]">
        {POLICY_RULES.map((rule) => (
          <div key={rule.id} id={rule.id} className="border-t border-line py-3 sm:grid sm:grid-cols-[4rem_minmax(0,1fr)] scroll-mt-4">
            <dt className="font-bold text-navy">{rule.id}</dt>
            <dd>
              <b className="block">{rule.about}</b>
              {rule.text}
            </dd>
          </div>
        ))}
      </dl>
      <FineEmail />
    </Section>
  );
}

function Decisions() {
  return (
    <Section id="decisions" title="What was decided where the policy is open">
      <p className="text-lead max-w-[44rem]">The policy leaves some points open. This is how the portal decides each one.</p>
      <dl className="mt-4 max-w-[52rem]">
        {POLICY_DECISIONS.map((decision) => (
          <div key={decision.id} id={decision.id} className="border-t border-line py-3 sm:grid sm:grid-cols-[4rem_minmax(0,1fr)] scroll-mt-4">
            <dt className="font-bold text-navy">{decision.id}</dt>
            <dd>
              <b className="block">{decision.question}</b>
              {decision.answer}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Year({ year, holidays, open }: HolidaysOfYear & { open: boolean }) {
  return (
    <Disclosure summary={`${year}: ${holidays.length} days`} open={open}>
      <ul>
        {holidays.map((h) => (
          <li key={h.on} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <b className="min-w-[10.5rem]"><CivilDate date={h.on} /></b>
            <span>{h.name}</span>
            {!h.confirmed && <StatusTag tone="soon">not confirmed by HFS yet</StatusTag>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

type Props = { searchParams: Promise<Query> };

export default async function PolicyPage({ searchParams }: Props) {
  const form = queryForm(await searchParams);
  const rule = form.get('rule');
  const page = await getPolicyPage(typeof rule === 'string' ? { rule, start: dateFromForm(form, 'start') } : null);
  return (
    <Wrap className="pt-8 grid gap-12">
      <div>
        <PageTitle title="Policy and deadlines" lead="What the policy asks of providers, plans, the Portal Team and HFS, and how each date is counted." />
        <nav aria-label="On this page" className="mt-5">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {PARTS.map(([id, label]) => (
              <li key={id}>
                <a className="inline-flex items-center min-h-11" href={`#${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Calculator page={page} rule={typeof rule === 'string' ? rule : ''} values={rule === null ? undefined : formValues(form)} />
      <DeadlineTable />
      <Rules />
      <Decisions />
      <Section id="holidays" title="Days that do not count as business days">
        <p className="max-w-[44rem]">
          Saturdays, Sundays, and the days on which State offices are closed (D15). Holiday table {page.holidayVersion}, {page.ruleSetLabel}.
        </p>
        <div className="grid gap-2 mt-4">
          {page.years.map((y) => (
            <Year key={y.year} {...y} open={y.year === yearOf(page.today)} />
          ))}
        </div>
      </Section>
    </Wrap>
  );
}
