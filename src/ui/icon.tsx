import { joinClasses } from './join-classes';

/** The shapes in `public/icons.svg`; one sprite keeps pages small and needs no script. */
export const ICON_NAMES = [
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'bell',
  'calendar-plus',
  'check',
  'chevron-right',
  'circle',
  'circle-alert',
  'circle-check',
  'circle-question-mark',
  'clock',
  'clock-alert',
  'copy',
  'download',
  'eye',
  'file-spreadsheet',
  'file-text',
  'flag',
  'hourglass',
  'info',
  'landmark',
  'lock',
  'mail',
  'menu',
  'minus',
  'pause',
  'pencil',
  'phone',
  'plus',
  'printer',
  'refresh-cw',
  'scale',
  'search',
  'siren',
  'trash-2',
  'triangle-alert',
  'user-round',
  'x',
] as const;

export type IconName = (typeof ICON_NAMES)[number];

/** A picture beside words, never instead of them: hidden from assistive technology. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={joinClasses('icon', className)} aria-hidden="true">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
