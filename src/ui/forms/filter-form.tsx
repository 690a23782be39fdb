import type { ReactNode } from 'react';
import { Button } from '@/ui/button';

type FilterFormProps = {
  /** The page's own address: filters travel in it. */
  action: string;
  label: string;
  /** `SelectField`s and `TextField`s, `small`. */
  children: ReactNode;
  /** Parts of the address that stay, such as the tab. */
  keep?: Record<string, string>;
  clearLink?: ReactNode;
};

/** Filters of a list: a plain GET form, so that each view has an address. */
export function FilterForm({ action, label, children, keep = {}, clearLink }: FilterFormProps) {
  return (
    <form method="get" action={action} aria-label={label} className="grid grid-cols-2 md:flex md:flex-wrap items-end gap-3 py-4 print:hidden">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button variant="secondary" size="small">
        Apply
      </Button>
      {clearLink}
    </form>
  );
}
