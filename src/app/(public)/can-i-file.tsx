import type { FilingReply, HomePage } from '@/server/queries/get-can-i-file';
import { AppLink } from '@/ui/app-link';
import { Button, ButtonLink } from '@/ui/button';
import { DateField } from '@/ui/forms/date-field';
import type { FormValues } from '@/ui/forms/form-state';
import { QueryForm } from '@/ui/forms/query-form';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { Panel, PanelBody } from '@/ui/panel';
import { FilingAnswer } from './filing-answer';

type CanIFileProps = { page: HomePage; values: FormValues | undefined };

/** "Can I file yet?": two questions and their answer, with dates, days left and reasons (R3, R4). */
export function CanIFile({ page: { today, reply }, values }: CanIFileProps) {
  return (
    <Panel floating labelledBy="can-i-file" className="self-start">
      <PanelBody>
        <h2 id="can-i-file" className="scroll-mt-6">
          Can I file yet?
        </h2>
        <QueryForm action="/#can-i-file" label="Can I file yet?" values={values} errors={reply?.kind === 'problems' ? reply.issues : []} className="mt-4 grid gap-5">
          <RadioChoices
            name="number"
            legend="Did the plan give you a tracking number for this dispute?"
            columns="phone"
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
          <DateField
            name="received"
            legend="On what date did the plan give it?"
            hint="The plan counts as having received your dispute on that day. Example: 10 20 2026"
            beside={<Button variant="secondary">Check the dates</Button>}
          />
        </QueryForm>
      </PanelBody>
      {reply && <Reply today={today} reply={reply} />}
    </Panel>
  );
}

function Reply({ today, reply }: { today: HomePage['today']; reply: FilingReply }) {
  switch (reply.kind) {
    case 'problems':
      return null;
    case 'no_number':
      return <NoNumber />;
    case 'window':
      return <FilingAnswer today={today} reply={reply} />;
  }
}

function NoNumber() {
  return (
    <div className="border-t border-line p-5">
      <h3 className="text-h2">Not without the plan’s number</h3>
      <p className="mt-1 text-lead">
        A plan must give every dispute a tracking number (<AppLink href="/policy#R3">R3</AppLink>). Ask the plan for it. The day on which it is given starts the count to your window.
      </p>
      <p className="mt-3 text-lead">
        The plan gives you none? Start a complaint. The form keeps it as a draft and tells the Portal Team, and the report counts against the plan (
        <AppLink href="/policy#D19">D19</AppLink>).
      </p>
      <p className="mt-5">
        <ButtonLink href="/file">Start a complaint</ButtonLink>
      </p>
    </div>
  );
}
