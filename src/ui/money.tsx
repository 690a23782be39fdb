import { formatCents, type Cents } from '@/shared/cents';

/** Cents as "$1,240.00"; `whole` leaves out ".00" where every amount is round, as in sums of fines. */
export function Money({ cents, whole }: { cents: Cents; whole?: boolean }) {
  const text = formatCents(cents);
  return <span className="num whitespace-nowrap">{whole ? text.replace(/\.00$/, '') : text}</span>;
}
