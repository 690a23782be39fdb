import type { Assignee } from '@/domain/tickets/ticket';
import { assigneeOptions, NOBODY } from '@/app/lists/ticket-filters';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { BulkBar } from '@/ui/table/bulk-bar';
import { SelectedCount } from '@/ui/table/selected-count';

type AssignBarProps = { formId: string; colleagues: readonly Assignee[]; me: string };

/** Hands the picked tickets to the reader, to a colleague, or back to nobody. */
export function AssignBar({ formId, colleagues, me }: AssignBarProps) {
  const options = [...assigneeOptions(colleagues, me), { value: NOBODY, label: 'Nobody' }];
  return (
    <BulkBar formId={formId} title={<SelectedCount formId={formId} name="ticket" none="With the selected tickets" />}>
      <span className="flex items-center gap-2 max-lg:w-full [&_label]:text-white">
        <span aria-hidden="true" className="whitespace-nowrap">
          Assign to
        </span>
        <SelectField name="assigneeId" label="Assign to" hiddenLabel small options={options} defaultValue={me} className="w-48 max-lg:min-w-0 max-lg:flex-1" />
        <SubmitButton variant="white" size="small" pendingText="Assigning…">
          Assign
        </SubmitButton>
      </span>
    </BulkBar>
  );
}
