import type { ReactNode } from 'react';
import type { ClosedLastDay, FilingReply } from '@/server/queries/get-can-i-file';
import { daysBetween, formatDay, weekdayName, type CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { buttonClass, ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { Icon, type IconName } from '@/ui/icon';
import { FilingWindowFigure } from '@/ui/ticket/filing-window-figure';
import { WhyTheseDates } from '@/ui/ticket/why-these-dates';

type WindowReply = Extract<FilingReply, { kind: 'window' }>;
type AnswerProps = { today: CalendarDate; reply: WindowReply };

/** Whether a dispute can be filed today, from when until when, what to do now, and why (R4, D1, D2). */
export function FilingAnswer({ today, reply }: AnswerProps) {
  const { window, opens, closes } = reply.outlook;
  return (
    <div className="border-t border-line p-5">
      <Words today={today} reply={reply} />
      <div className="mt-5">
        <FilingWindowFigure receivedOn={reply.receivedOn} opensOn={window.opensOn} closesOn={window.closesOn} today={today} />
      </div>
      <NextActs reply={reply} />
      <WhyTheseDates reasons={[opens, closes]} className="mt-4" />
      {reply.closedLastDay && <DoesNotMove day={window.closesOn} closed={reply.closedLastDay} isOver={reply.outlook.state === 'untimely'} />}
    </div>
  );
}

function Words({ today, reply }: AnswerProps) {
  const { window, state } = reply.outlook;
  const lastDay = <Day on={window.closesOn} />;
  switch (state) {
    case 'premature':
      return (
        <Said icon="hourglass" title="Not yet">
          You can file from <Day on={window.opensOn} /> to {lastDay}. The first day is <b>{inDays(daysBetween(today, window.opensOn))}</b>.
        </Said>
      );
    case 'open':
      return (
        <Said icon={reply.isSoon ? 'clock-alert' : 'circle-check'} title={reply.isSoon ? 'Yes, but not for long' : 'Yes, you can file now'} look={reply.isSoon ? 'text-soon' : 'text-done'}>
          File by {lastDay}. {leftWords(daysBetween(today, window.closesOn))}
        </Said>
      );
    case 'untimely':
      return (
        <Said icon="circle-alert" title="The time to file is over" look="text-late">
          The last day was {lastDay}, {agoWords(daysBetween(window.closesOn, today))}. A complaint that is sent now is closed as not timely (R4).
        </Said>
      );
  }
}

function Said({ icon, title, look, children }: { icon: IconName; title: string; look?: string; children: ReactNode }) {
  return (
    <>
      <h3 className={`flex items-center gap-2 text-h2 ${look ?? ''}`}>
        <Icon name={icon} />
        {title}
      </h3>
      <p className="mt-1 text-lead">{children}</p>
    </>
  );
}

function NextActs({ reply: { receivedOn, outlook } }: { reply: WindowReply }) {
  const calendar = `/can-i-file.ics?received=${receivedOn}`;
  switch (outlook.state) {
    case 'premature':
      return (
        <>
          <p className="mt-5 flex flex-wrap gap-3">
            <AddToCalendar href={calendar} what="the first day" />
          </p>
          <p className="mt-3">
            You can also <AppLink href="/file">start a draft now</AppLink> and have the portal remind you by e-mail on that day (D2).
          </p>
        </>
      );
    case 'open':
      return (
        <p className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href="/file">Start a complaint</ButtonLink>
          <AddToCalendar href={calendar} what="the last day" />
        </p>
      );
    case 'untimely':
      return (
        <p className="mt-4">
          Was a complaint about this dispute returned to you as incomplete? You can file it again within 5 business days of that, and the day of the first filing counts (
          <AppLink href="/policy#D17">D17</AppLink>).
        </p>
      );
  }
}

/** A plain link: the browser takes the file, and the page stays. */
function AddToCalendar({ href, what }: { href: string; what: string }) {
  return (
    <a className={buttonClass('secondary')} href={href} rel="external">
      <Icon name="calendar-plus" />
      Add {what} to my calendar
    </a>
  );
}

/** D4: the last day stands, which people do not expect of a Saturday, a Sunday or a holiday. */
function DoesNotMove({ day, closed: { holiday, nextBusinessDay }, isOver }: { day: CalendarDate; closed: ClosedLastDay; isOver: boolean }) {
  const what = holiday === null ? `a ${weekdayName(day)}` : `a State holiday (${holiday})`;
  const next = nextBusinessDay === null ? '' : daysBetween(day, nextBusinessDay) < 7 ? ` to ${weekdayName(nextBusinessDay)}` : ` to ${formatDay(nextBusinessDay)}`;
  return (
    <p className="mt-4 text-ink-soft">
      The last day {isOver ? 'was' : 'is'} {what}. It {isOver ? 'did' : 'does'} not move{next}. The portal is open every day until midnight, Chicago time.
    </p>
  );
}

function Day({ on }: { on: CalendarDate }) {
  return (
    <b className="whitespace-nowrap">
      <CivilDate date={on} />
    </b>
  );
}

function leftWords(days: number): ReactNode {
  if (days === 0) return <b>Today is the last day.</b>;
  return (
    <>
      You have <b>{days === 1 ? '1 day left' : `${days} days left`}</b>.
    </>
  );
}

const inDays = (days: number) => (days === 1 ? 'tomorrow' : `in ${days} days`);
const agoWords = (days: number) => (days === 1 ? 'yesterday' : `${days} days ago`);
