import {
  businessCalendar,
  explainSteps,
  explainStepsAsSentences,
  ruleSetOfVersion,
  unconfirmedSentence,
  type BusinessCalendar,
  type DeadlineStep,
  type RuleId,
} from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { Disclosure } from '@/ui/disclosure';
import { BusinessCalendarTable } from './business-calendar-table';

/** Why a date is what it is; a clock and a `DueDate` both fit. */
export type DateReason = { ruleId: RuleId; steps: readonly DeadlineStep[]; ruleSetVersion: number; holidayVersion: number };

type WhyThisDateProps = {
  reason: DateReason;
  today: CalendarDate;
  /** `list`: full sentences, with the small calendar for business days; `line`: all in one line, for staff and side columns. */
  form?: 'list' | 'line';
  summary?: string;
  open?: boolean;
  className?: string;
};

/** "Why this date?": day 0, the count, what moved it, the result, the rule, the versions of rules and holidays. */
export function WhyThisDate({ reason, today, form = 'list', summary = 'Why this date?', open, className }: WhyThisDateProps) {
  const calendar = form === 'list' ? businessCalendar(reason.steps) : null;
  return (
    <Disclosure
      summary={summary}
      open={open}
      className={className}
      bodyClassName={calendar ? 'grid items-start gap-x-8 gap-y-5 md:grid-cols-[20rem_minmax(0,1fr)]' : undefined}
    >
      {form === 'line' ? <ReasonLine reason={reason} /> : <ReasonList reason={reason} calendar={calendar} today={today} />}
    </Disclosure>
  );
}

function ReasonLine({ reason }: { reason: DateReason }) {
  const warning = unconfirmedSentence(reason.steps);
  return (
    <>
      <p>{explainSteps(reason, ruleSetOf(reason))}</p>
      {warning && <p className="mt-1">{warning}</p>}
      <Sources reason={reason} />
    </>
  );
}

function ReasonList({ reason, calendar, today }: { reason: DateReason; calendar: BusinessCalendar | null; today: CalendarDate }) {
  return (
    <>
      {calendar && <BusinessCalendarTable calendar={calendar} today={today} />}
      <div>
        <ol className="grid gap-2">
          {explainStepsAsSentences(reason, ruleSetOf(reason)).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        {calendar && <p className="text-ink-soft mt-3">Circles count. Striped days do not.</p>}
        <Sources reason={reason} />
      </div>
    </>
  );
}

/** The rule and the versions that a date rests on. */
export function Sources({ reason }: { reason: DateReason }) {
  const ruleSet = ruleSetOf(reason);
  const { source } = ruleSet.rules[reason.ruleId];
  return (
    <p className="text-ink-soft mt-1">
      <AppLink href={`/policy#${source}`}>Rule {source} in plain words</AppLink> · {ruleSet.label} · holiday table {reason.holidayVersion}
    </p>
  );
}

function ruleSetOf(reason: DateReason) {
  return ruleSetOfVersion(reason.ruleSetVersion);
}
