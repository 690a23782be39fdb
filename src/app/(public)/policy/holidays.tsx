import type { HolidaysOfYear } from '@/server/queries/get-policy-page';
import { CivilDate } from '@/ui/civil-date';
import { Disclosure } from '@/ui/disclosure';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';

/** D15: the State holidays that count, by year, each confirmed by HFS or not. */
export function Holidays({ years, thisYear }: { years: readonly HolidaysOfYear[]; thisYear: number }) {
  return (
    <Section id="holidays" title="Days that do not count as business days">
      <p className="max-w-[44rem]">
        Saturdays, Sundays, and the days below, on which State offices are closed (<a href="#D15">D15</a>). A day that HFS has not confirmed yet counts as a holiday all the same; a date that
        rests on it says so.
      </p>
      <div className="mt-4 grid gap-2">
        {years.map((y) => (
          <Year key={y.year} {...y} isOpen={y.year === thisYear} />
        ))}
      </div>
    </Section>
  );
}

function Year({ year, holidays, isOpen }: HolidaysOfYear & { isOpen: boolean }) {
  const unconfirmed = holidays.filter((h) => !h.confirmed).length;
  return (
    <Disclosure summary={`${year}: ${holidays.length} days${unconfirmed === 0 ? '' : `, ${unconfirmed} not confirmed yet`}`} open={isOpen}>
      <ul>
        {holidays.map((h) => (
          <li key={h.on} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <b className="min-w-[min(10.5rem,100%)]">
              <CivilDate date={h.on} />
            </b>
            <span>{h.name}</span>
            {!h.confirmed && <StatusTag tone="soon">not confirmed by HFS yet</StatusTag>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
