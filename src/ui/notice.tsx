import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { joinClasses } from './join-classes';

export type NoticeTone = 'info' | 'success' | 'warn' | 'late';

const TONES: Record<NoticeTone, { icon: IconName; box: string; mark: string }> = {
  info: { icon: 'info', box: 'bg-wash border-line-strong', mark: 'text-navy' },
  success: { icon: 'circle-check', box: 'bg-done-wash border-done-line', mark: 'text-done' },
  warn: { icon: 'triangle-alert', box: 'bg-soon-wash border-soon-line', mark: 'text-soon' },
  late: { icon: 'circle-alert', box: 'bg-late-wash border-late-line', mark: 'text-late' },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  /** Read out when it appears, for what an act has just brought about. */
  announce?: boolean;
  className?: string;
};

export function Notice({ tone = 'info', title, children, announce, className }: NoticeProps) {
  const { icon, box, mark } = TONES[tone];
  return (
    <div className={joinClasses('flex gap-3 border border-l-4 rounded-panel px-4 py-3', box, className)} role={announce ? 'status' : undefined}>
      <Icon name={icon} className={joinClasses('mt-0.5', mark)} />
      <div className="min-w-0">
        {title && <p className="font-bold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
