import { countWords } from '@/shared/capped-count';
import { joinClasses } from './join-classes';

export type CountTone = 'plain' | 'now' | 'late';

const TONES: Record<CountTone, string> = { plain: 'bg-[#e9edf2] text-ink', now: 'bg-navy text-white', late: 'bg-late text-white' };

/** How much waits there; a count that was stopped at the cap reads "500+". */
export function Count({ value, tone = 'plain' }: { value: number; tone?: CountTone }) {
  return (
    <span className={joinClasses('shrink-0 min-w-7 px-[0.4375rem] rounded-[1rem] font-semibold text-center num leading-normal', TONES[tone])}>
      {countWords(value)}
    </span>
  );
}
