import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** neutral by default; act: work in progress; soon: needs a look or held; late: fined or urgent; done: passed; turn: new. */
export type TagTone = 'neutral' | 'act' | 'soon' | 'late' | 'done' | 'turn';

const TONES: Record<TagTone, string> = {
  neutral: 'bg-wash text-ink border-line',
  act: 'bg-action-wash text-action-deep border-[#8ab6dc]',
  soon: 'bg-soon-wash text-soon border-soon-line',
  late: 'bg-late-wash text-late border-late-line',
  done: 'bg-done-wash text-done border-done-line',
  turn: 'bg-navy text-white border-navy',
};

type StatusTagProps = { tone?: TagTone; /** Only where it adds a meaning. */ icon?: IconName; children: ReactNode };

/** Words on a wash with a line, so that it survives print and high contrast. */
export function StatusTag({ tone = 'neutral', icon, children }: StatusTagProps) {
  return (
    <span className={`tag ${TONES[tone]}`}>
      {icon && <Icon name={icon} className="size-[1em]" />}
      {children}
    </span>
  );
}
