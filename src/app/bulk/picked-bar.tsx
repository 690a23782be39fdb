import type { PersonActor } from '@/domain/access/actor';
import { assigneeOptions, NOBODY } from '@/app/lists/ticket-filters';
import { hasAction } from '@/domain/tickets/decide';
import type { Assignee } from '@/domain/tickets/ticket';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { BulkBar } from '@/ui/table/bulk-bar';
import { BarSlot } from '@/ui/table/bulk-form';
import { SelectedCount } from '@/ui/table/selected-count';

type PickedBarProps = { formId: string; actor: PersonActor; colleagues: readonly Assignee[] };

/** What a reader can do with the picked tickets of a list; each act but the file shows first what it will do. */
export function PickedBar({ formId, actor, colleagues }: PickedBarProps) {
  const act = (intent: string, label: string) => (
    <SubmitButton variant="white" size="small" name="intent" value={intent} pendingText="Looking…">
      {label}
    </SubmitButton>
  );
  return (
    <BarSlot>
      <BulkBar formId={formId} title={<SelectedCount formId={formId} name="ticket" none="With the selected tickets" />}>
        {hasAction(actor, 'assign') && (
          <span className="flex items-center gap-2 max-lg:w-full [&_label]:text-white">
            <SelectField name="assigneeId" label="Assign to" hiddenLabel small options={[...assigneeOptions(colleagues, actor.personId), { value: NOBODY, label: 'Nobody' }]} defaultValue={actor.personId} className="w-48 max-lg:min-w-0 max-lg:flex-1" />
            {act('assign', 'Assign…')}
          </span>
        )}
        {hasAction(actor, 'present') && act('present', 'Present…')}
        {hasAction(actor, 'closeNotContested') && act('close', 'Close…')}
        {hasAction(actor, 'alertHfs') && act('alert', 'Alert HFS…')}
        <PickedDownload format="xlsx" label="Excel" />
        <PickedDownload format="csv" label="CSV" />
      </BulkBar>
    </BarSlot>
  );
}

/** The picked tickets as a file: the boxes are posted to another address, so no server action runs. */
function PickedDownload({ format, label }: { format: 'csv' | 'xlsx'; label: string }) {
  return (
    <Button variant="white" size="small" formAction={`/picked/${format}`} formMethod="post" formEncType="multipart/form-data">
      {label}
      <span className="sr-only"> file of the selected tickets</span>
    </Button>
  );
}
