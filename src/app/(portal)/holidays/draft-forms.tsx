import type { ReactNode } from 'react';
import type { HolidaysPage } from '@/server/queries/get-holidays-page';
import { ActionForm } from '@/ui/forms/action-form';
import { CheckboxField } from '@/ui/forms/checkbox-field';
import { DateField } from '@/ui/forms/date-field';
import { FileField } from '@/ui/forms/file-field';
import { FormKey } from '@/ui/forms/form-key';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextField } from '@/ui/forms/text-field';
import { Panel, PanelBody, PanelHead } from '@/ui/panel';
import { addDayAction, importCalendarAction, proposeYearAction } from './actions';

type FormProps = { year: number; formKey: string };

function FormPanel({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Panel labelledBy={id}>
      <PanelHead>
        <h2 id={id} className="text-h3">
          {title}
        </h2>
      </PanelHead>
      <PanelBody>{children}</PanelBody>
    </Panel>
  );
}

export function AddDayForm({ year, formKey }: FormProps) {
  return (
    <FormPanel id="add-day" title="Add a day">
      <ActionForm action={addDayAction.bind(null, year)} prefix="add" labelledBy="add-day" className="grid gap-5">
        <FormKey commandKey={formKey} />
        <RadioChoices
          name="what"
          legend="What kind of day"
          choices={[
            { value: 'holiday', label: 'State offices are closed', hint: 'A holiday, also one that was proclaimed late.' },
            { value: 'outage', label: 'The portal was down', hint: 'Nobody could act on this day.' },
          ]}
        />
        <DateField name="on" legend="Day" hint="Example: 12 24 2026" />
        <TextField name="name" label="Name of the holiday" hint="For a day on which the portal was down, leave this empty." optional autoComplete="off" />
        <CheckboxField name="confirmed" label="HFS confirms this day" hint="Otherwise it counts, and a fine that rests on it says that it is not confirmed." />
        <div>
          <SubmitButton size="small">Add to the draft</SubmitButton>
        </div>
      </ActionForm>
    </FormPanel>
  );
}

/** D15: a library proposes the days of the year that the table lacks. */
export function NextYearForm({ page, formKey }: { page: HolidaysPage; formKey: string }) {
  const next = page.lastYear + 1;
  return (
    <FormPanel id="next-year" title={`The year ${next}`}>
      <p>The portal can propose the days of {next} from a public calendar of Illinois. It does not know the day after Thanksgiving or election days: add what is missing, then confirm.</p>
      <ActionForm action={proposeYearAction.bind(null, next, page.year)} prefix="next" labelledBy="next-year" className="mt-4">
        <FormKey commandKey={formKey} />
        <SubmitButton size="small" variant="secondary">
          Take the proposals for {next}
        </SubmitButton>
      </ActionForm>
    </FormPanel>
  );
}

export function CalendarForm({ year, formKey }: FormProps) {
  return (
    <FormPanel id="calendar-file" title="Read a calendar file">
      <ActionForm action={importCalendarAction.bind(null, year)} prefix="ics" labelledBy="calendar-file" className="grid gap-4">
        <FormKey commandKey={formKey} />
        <FileField name="calendar" label="Calendar file (.ics)" hint="Events that last whole days join the draft, not confirmed." accept=".ics,text/calendar" />
        <div>
          <SubmitButton size="small" variant="secondary">
            Read the file
          </SubmitButton>
        </div>
      </ActionForm>
    </FormPanel>
  );
}
