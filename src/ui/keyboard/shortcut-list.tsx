import { joinClasses } from '@/ui/join-classes';
import { SHORTCUTS } from './shortcuts';

/** Each key with what it does. */
export function ShortcutList({ className }: { className?: string }) {
  return (
    <dl className={joinClasses('grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 items-center', className)}>
      {SHORTCUTS.map(({ key, words }) => (
        <div key={key} className="contents">
          <dt>
            <kbd className="inline-flex items-center justify-center min-w-9 min-h-9 px-2 border border-line-strong rounded-field bg-wash font-semibold font-sans">{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
