import type { ReactNode } from 'react';
import type { RuleKind } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import { CivilDate } from '@/ui/civil-date';
import { Icon } from '@/ui/icon';
import { joinClasses } from '@/ui/join-classes';
import { DueBadge, DueOnStrip } from './due-badge';

type TurnDue = { /** "Reply by", "Due" */ lead: string; due: CalendarDate; today: CalendarDate; kind?: RuleKind; soon?: boolean };

type TurnStripProps = {
  /** Solid navy with a gold flag means *you*; when it is the other side's turn the strip is pale and has no button. */
  turn: 'mine' | 'theirs';
  /** "It is your turn", "Your plan’s turn: send the written answer", "It is the plan’s turn" */
  title: string;
  titleAs?: 'p' | 'h2';
  due?: TurnDue;
  /** On the right instead of a date. */
  aside?: ReactNode;
  children?: ReactNode;
  id?: string;
  className?: string;
};

/** Whose turn, by when, and under it the one thing to do. */
export function TurnStrip({ turn, title, titleAs: Title = 'p', due, aside, children, id, className }: TurnStripProps) {
  const isMine = turn === 'mine';
  return (
    <section
      id={id}
      aria-label={title}
      className={joinClasses('avoid-break rounded-panel bg-white overflow-clip', isMine ? 'border-2 border-navy' : 'border border-line', className)}
    >
      <div className={joinClasses('flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-3', isMine ? 'on-navy bg-navy text-white' : 'bg-wash text-ink')}>
        <Title className={joinClasses('inline-flex items-center gap-2.5 text-h3 font-bold', isMine && 'text-white')}>
          {isMine && <Icon name="flag" className="text-gold" />}
          {title}
        </Title>
        {due && <StripDue {...due} isMine={isMine} />}
        {aside}
      </div>
      {children}
    </section>
  );
}

function StripDue({ lead, due, today, kind, soon, isMine }: TurnDue & { isMine: boolean }) {
  return (
    <p className="text-lead flex flex-wrap items-center gap-x-3 gap-y-1">
      {isMine ? (
        <>
          <span>
            {lead}{' '}
            <b>
              <CivilDate date={due} />
            </b>
          </span>
          <DueOnStrip due={due} today={today} kind={kind} />
        </>
      ) : (
        <>
          <span>{lead}</span>
          <DueBadge due={due} today={today} kind={kind} soon={soon} />
        </>
      )}
    </p>
  );
}

/** Body of the strip: the question, the form. */
export function TurnBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={joinClasses('p-4 sm:p-7 print:has-[>form:only-child]:hidden', className)}>{children}</div>;
}

/** Under the body: "Why this date?". */
export function TurnFoot({ children }: { children: ReactNode }) {
  return <div className="border-t border-line p-4 sm:py-5 sm:px-7">{children}</div>;
}
