import { Icon } from '@/ui/icon';

type StillNeededProps = { needed: readonly { label: string; href: string }[]; /** "decision, plan, date" */ done?: string };

/** The end of a long form: what it still lacks, as links to the fields. */
export function StillNeeded({ needed, done }: StillNeededProps) {
  return (
    <div>
      <p className="font-bold">{needed.length === 0 ? 'Everything is filled in' : needed.length === 1 ? '1 thing is still needed' : `${needed.length} things are still needed`}</p>
      <ul className="grid gap-1 mt-1.5">
        {needed.map((item) => (
          <li key={item.href} className="flex gap-2">
            <Icon name="circle" className="mt-0.5" />
            <a className="font-semibold" href={item.href}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
      {done && (
        <p className="flex gap-2 mt-1.5 text-ink-soft">
          <Icon name="check" className="text-done mt-0.5" />
          Done: {done}
        </p>
      )}
    </div>
  );
}
