import type { ClockTargets } from '@/server/sandbox/clock-targets';
import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { ActionForm } from '@/ui/forms/action-form';
import { DateField } from '@/ui/forms/date-field';
import { RadioChoices, type Choice } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { moveClockAction } from './actions';

const LABELS = { business_day: 'One business day', week: 'One week', next_due: 'To the next due date', quarter_end: 'To the end of the quarter' } as const;

function choicesOf(targets: ClockTargets): Choice[] {
  const named = (['business_day', 'week', 'next_due', 'quarter_end'] as const).flatMap((kind): Choice[] => {
    const day = targets[kind];
    return day === null ? [] : [{ value: kind, label: LABELS[kind], hint: formatDay(day) }];
  });
  return [...named, { value: 'date', label: 'To another day', hint: `Up to ${formatDay(targets.lastDay)}` }];
}

/** Where the clock can go from here. */
export function MoveForm({ targets, today }: { targets: ClockTargets; today: CalendarDate }) {
  return (
    <ActionForm action={moveClockAction} className="grid gap-6" labelledBy="move">
      <RadioChoices name="kind" legend="How far?" choices={choicesOf(targets)} columns={2} />
      <DateField name="date" legend="The other day" hint="Only for “To another day”. Example: 12 24 2026" optional />
      <input type="hidden" name="seenOn" value={today} />
      <div>
        <SubmitButton size="large" pendingText="Moving…">
          Move the clock
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
