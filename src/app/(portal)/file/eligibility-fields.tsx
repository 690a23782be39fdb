import type { ComplaintDraft } from '@/domain/tickets/complaint-draft';
import { parseCalendarDate } from '@/shared/calendar-date';
import { DateField } from '@/ui/forms/date-field';
import { datePartsOf, type DateParts } from '@/ui/forms/date-input';
import { RadioChoices } from '@/ui/forms/radio-choices';

/** A date as it was typed, put back into its three boxes. */
export function typedDateParts(text: string): DateParts {
  const parsed = parseCalendarDate(text);
  if (parsed.ok) return datePartsOf(parsed.value);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' };
  const [month = '', day = '', year = ''] = text.split('/');
  return { month, day, year };
}

/** The two questions that decide whether a complaint can be filed at all (R3, R4, D19). */
export function EligibilityFields({ draft }: { draft?: Pick<ComplaintDraft, 'receivedByMcoOn' | 'hasNumber'> }) {
  return (
    <div className="grid gap-8">
      <RadioChoices
        name="hasNumber"
        legend="Did the plan give your dispute a tracking number?"
        hint="Every plan must number the disputes it gets. The number stands in its letter, e-mail or portal."
        choices={[
          { value: 'yes', label: 'Yes, we have the number' },
          { value: 'no', label: 'No, the plan gave no number' },
        ]}
        columns={2}
        defaultValue={draft?.hasNumber}
      />
      <DateField
        name="receivedByMcoOn"
        legend="On which day did the plan receive your dispute?"
        hint="It counts as received on the day on which the plan gave the number. Example: 10 20 2026. Without a number, leave it empty."
        defaultParts={draft && typedDateParts(draft.receivedByMcoOn)}
      />
    </div>
  );
}
