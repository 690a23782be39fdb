import type { Metadata } from 'next';
import { currentActor } from '@/server/auth/current-actor';
import { getHomePage, type HolidayAhead } from '@/server/queries/get-can-i-file';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { dateFromForm } from '@/ui/forms/date-input';
import { formValues } from '@/ui/forms/form-values';
import { PORTAL_NAME } from '@/ui/frame/agency';
import { Section } from '@/ui/section';
import { Wrap } from '@/ui/wrap';
import { homeOf } from '../home-of';
import { SandboxSignInSection } from '../sandbox/sandbox-sign-in-section';
import { CanIFile } from './can-i-file';
import { queryForm, queryText, type Query } from './query-form';

export const metadata: Metadata = { title: { absolute: PORTAL_NAME } };

const STEPS = [
  { title: 'Try the plan first', when: 'Day 0: its tracking number', text: 'Use every step of the plan’s own process, peer-to-peer included.' },
  { title: 'File here', when: 'From day 30 to day 60', text: 'Earlier or later complaints are closed, so check the dates.' },
  { title: 'We present it', when: 'Within 10 business days', text: 'The Portal Team gives your ticket to the right plan.' },
  { title: 'The plan answers', when: 'Within 30 calendar days', text: 'A written plan, a date, a contact person: upheld or overturned.' },
  { title: 'You reply, HFS decides', when: '5 business days to disagree', text: 'You can ask HFS for a review. Its decision is final.' },
] as const;

function HowItWorks() {
  return (
    <Section id="how" title="How a dispute is resolved">
      <ol className="grid gap-6 sm:grid-cols-2 lg:grid-cols-5">
        {STEPS.map((step) => (
          <li key={step.title} className="border-t-4 border-navy pt-3">
            <h3>{step.title}</h3>
            <p className="font-semibold mt-1">{step.when}</p>
            <p className="mt-1 text-ink-soft">{step.text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function HolidaysAhead({ holidays }: { holidays: readonly HolidayAhead[] }) {
  if (holidays.length === 0) return null;
  return (
    <Section id="holidays" title="State holidays ahead">
      <p>These days never count as business days.</p>
      <ul className="mt-3 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
        {holidays.map((h) => (
          <li key={h.on} className="border-t border-line py-3">
            <b className="block"><CivilDate date={h.on} /></b>
            {h.name}
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <AppLink href="/policy#calculator">Work out any deadline</AppLink>
      </p>
    </Section>
  );
}

type Props = { searchParams: Promise<Query> };

export default async function HomePage({ searchParams }: Props) {
  const form = queryForm(await searchParams);
  const asked = form.has('received-year');
  const [page, actor] = [await getHomePage(asked ? { number: queryText(form, 'number'), received: dateFromForm(form, 'received') } : null), await currentActor()];
  return (
    <>
      <div className="bg-wash border-b border-line">
        <Wrap className="grid gap-x-16 gap-y-10 py-12 lg:grid-cols-2">
          <div>
            <h1 className="text-hero leading-[1.12]">When a Medicaid health plan has not settled your dispute</h1>
            <p className="text-lead mt-4 max-w-[36rem]">
              First use the plan’s own dispute process. If that did not settle it, file a complaint here. The plan must answer in writing within 30 days. If you still disagree, HFS decides.
            </p>
            <p className="mt-6">
              {actor === null ? (
                <ButtonLink href="/sign-in" size="large">Sign in to file or follow a complaint</ButtonLink>
              ) : (
                <ButtonLink href={homeOf(actor.role)} size="large">Back to my work</ButtonLink>
              )}
            </p>
            <p className="mt-8 border-l-4 border-navy-pale pl-4 max-w-[36rem]">
              <b>A patient cannot get care now?</b> Mark the complaint as urgent when you file, and call the plan. The mark moves your ticket to the right people; it does not change the dates.
            </p>
          </div>
          <CanIFile page={page} values={asked ? formValues(form) : undefined} />
        </Wrap>
      </div>
      <Wrap className="grid gap-12 mt-12">
        <HowItWorks />
        <HolidaysAhead holidays={page.holidaysAhead} />
        <SandboxSignInSection folded />
      </Wrap>
    </>
  );
}
