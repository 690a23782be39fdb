import { STEP_FIELDS, type DraftField, type DraftText, type FieldStep } from '@/domain/tickets/complaint-draft';
import { dateFromForm } from '@/ui/forms/date-input';

export const START_PURPOSE = 'start-draft';

const DATE_PARTS = ['receivedByMcoOn-month', 'receivedByMcoOn-day', 'receivedByMcoOn-year'];
/** Asked only where there is a choice: left out of the form, it stays as it is. */
const SOMETIMES: ReadonlySet<DraftField> = new Set<DraftField>(['organizationId', 'facilityId']);

function valueOf(formData: FormData, field: DraftField): string | undefined {
  if (field === 'receivedByMcoOn') return dateFromForm(formData, field);
  const value = formData.get(field);
  // A box that is not ticked, or an answer not given, is not sent at all.
  return typeof value === 'string' ? value : SOMETIMES.has(field) ? undefined : '';
}

/** The answers of one page as they were typed, and which names its form may have. */
export function readFields(step: FieldStep, formData: FormData): { fields: Partial<DraftText>; isKnown: (name: string) => boolean } {
  const names: readonly DraftField[] = STEP_FIELDS[step];
  const known = new Set<string>([...names, ...(step === 'eligibility' ? DATE_PARTS : [])]);
  const sent = names.flatMap((name): [DraftField, string][] => {
    const value = valueOf(formData, name);
    return value === undefined ? [] : [[name, value]];
  });
  return { fields: Object.fromEntries(sent), isKnown: (name) => known.has(name) };
}
