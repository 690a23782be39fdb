import type { ReferenceData } from '@/domain/tickets/reference';
import { formatDay, isBefore, type CalendarDate } from '@/shared/calendar-date';
import type { SelectOption } from '@/ui/forms/select-field';

/** Plans of today first; those that have ended stay, with their last day, for service of their time. */
export function planOptions({ plans }: ReferenceData, today: CalendarDate): SelectOption[] {
  const hasEnded = (validTo: CalendarDate | null): validTo is CalendarDate => validTo !== null && isBefore(validTo, today);
  return [
    ...plans.filter((p) => !hasEnded(p.validTo)).map((p) => ({ value: p.code, label: p.name })),
    ...plans.flatMap((p) => (hasEnded(p.validTo) ? [{ value: p.code, label: `${p.name} (until ${formatDay(p.validTo)})` }] : [])),
  ];
}
