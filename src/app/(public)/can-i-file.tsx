import { windowLeftWords } from '@/domain/deadlines';
import type { FilingOutlook } from '@/domain/tickets/filing-outlook';
import type { HomePage } from '@/server/queries/get-can-i-file';
import { addDays, dayOfWeek, daysBetween, weekdayName, type CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { DateField } from '@/ui/forms/date-field';
import { datePartsOf } from '@/ui/forms/date-input';
import type { FormValues } from '@/ui/forms/form-state';
import { QueryForm } from '@/ui/forms/query-form';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { Icon } from '@/ui/icon';
import { Panel, PanelBody } from '@/ui/panel';
import { Button } from '@/ui/button';
import { FilingWindowFigure } from '@/ui/ticket/filing-window-figure';
import { WhyThisDate } from '@/ui/ticket/why-this-date';

type CanIFileProps = { page: HomePage; hasNumber: string | null; values: FormValues | undefined };

/** "Can I file yet?": two questions and their answer, with dates, days left and reasons (R3, R4). */
export function CanIFile({ page, hasNumber, values }: CanIFileProps) {
  const issue = page.answer !== null && !page.answer.ok ? page.answer.error : null;
  return (
    <Panel floating labelledBy="can-i-file" className="self-start">
      <PanelBody>
        <h2 id="can-i-file">Can I file yet?</h2>
        <QueryForm action="/#can-i-file" label="Can I file yet?" values={values} errors={issue === null ? [] : [{ field: 'received', message: issue }]} className="grid gap-5 mt-4">
          <RadioChoices
            name="number"
            legend="Did the plan give you a tracking number for this dispute?"
            columns="phone"
            defaultValue={hasNumber ?? undefined}
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
          <DateField
            name="received"
            legend="On what date did the plan give it?"
            hint="The plan counts as having received your dispute on that day. Example: 10 20 2026"
            defaultParts={page.answer?.ok ? datePartsOf(page.answer.value.receivedOn) : undefined}
            beside={<Button variant="secondary">Check the dates</Button>}
          />
        </QueryForm>
      </PanelBody>
      {hasNumber === 'no' && <NoNumber />}
      {hasNumber !== 'no' && page.answer?.ok && <Answer today={page.today} receivedOn={page.answer.value.receivedOn} outlook={page.answer.value.outlook} />}
    </Panel>
  );
}

function NoNumber() {
  return (
    <div className="border-t border-line p-5 text-lead">
      <h3>Not without the plan’s number</h3>
      <p className="mt-2">
        Every plan must number the disputes that it gets (R3). Ask the plan for the number. If it gives none, sign in and start a complaint: the form tells the Portal Team, and the report
        counts against the plan (<AppLink href="/policy#D19">D19</AppLink>).
      </p>
    </div>
  );
}

type AnswerProps = { today: CalendarDate; receivedOn: CalendarDate; outlook: FilingOutlook };

function Answer({ today, receivedOn, outlook }: AnswerProps) {
  const { window, state } = outlook;
  const calendar = `/can-i-file.ics?received=${receivedOn}`;
  return (
    <div className="border-t border-line p-5">
      <AnswerWords today={today} outlook={outlook} />
      <div className="mt-5">
        <FilingWindowFigure receivedOn={receivedOn} opensOn={window.opensOn} closesOn={window.closesOn} today={today} />
        <p className="sr-only">Today is day {daysBetween(receivedOn, today)}.</p>
      </div>
      {state !== 'untimely' && (
        <p className="flex flex-wrap gap-3 mt-5">
          {state === 'open' && <ButtonLink href="/file">Start a complaint</ButtonLink>}
          <a className="inline-flex items-center gap-2 min-h-11 font-semibold" href={calendar}>
            <Icon name="calendar-plus" />
            Add to my calendar
          </a>
        </p>
      )}
      <div className="grid gap-2 mt-4">
        <WhyThisDate reason={outlook.opens} today={today} summary="Why this first day?" />
        <WhyThisDate reason={outlook.closes} today={today} summary="Why this last day?" />
      </div>
      <WeekendNote closesOn={window.closesOn} />
    </div>
  );
}

function AnswerWords({ today, outlook: { window, state } }: Omit<AnswerProps, 'receivedOn'>) {
  if (state === 'open')
    return (
      <>
        <h3 className="flex items-center gap-2 text-h2 text-done">
          <Icon name="circle-check" />
          Yes, you can file now
        </h3>
        <p className="mt-1 text-lead">
          File by <b><CivilDate date={window.closesOn} /></b>. You have <b>{windowLeftWords(today, window.closesOn)}</b>.
        </p>
      </>
    );
  if (state === 'premature')
    return (
      <>
        <h3 className="flex items-center gap-2 text-h2">
          <Icon name="hourglass" />
          Not yet
        </h3>
        <p className="mt-1 text-lead">
          You can file from <b><CivilDate date={window.opensOn} /></b> to <b><CivilDate date={window.closesOn} /></b>. That is in {daysWords(daysBetween(today, window.opensOn))}.
        </p>
      </>
    );
  return (
    <>
      <h3 className="flex items-center gap-2 text-h2 text-late">
        <Icon name="circle-alert" />
        The time to file is over
      </h3>
      <p className="mt-1 text-lead">
        The last day was <b><CivilDate date={window.closesOn} /></b>. A complaint that is sent now is closed as not timely (R4).
      </p>
    </>
  );
}

function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** D4: the window’s last day does not move, which people expect of a Saturday or Sunday. */
function WeekendNote({ closesOn }: { closesOn: CalendarDate }) {
  const weekday = dayOfWeek(closesOn);
  if (weekday !== 0 && weekday !== 6) return null;
  return (
    <p className="mt-4 text-ink-soft">
      The last day is a {weekdayName(closesOn)}. It does not move to {weekdayName(addDays(closesOn, weekday === 6 ? 2 : 1))}. The portal is open every day until midnight, Chicago time.
    </p>
  );
}
