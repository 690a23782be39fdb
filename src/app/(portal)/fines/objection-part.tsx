import { ticketPurpose } from '@/app/forms/run-ticket-form';
import type { FineEvidence } from '@/server/queries/fine-evidence';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { PanelBody } from '@/ui/panel';
import { decideObjectionAction } from '../tickets/[ticketId]/request-actions';

type ObjectionProps = { evidence: FineEvidence; objection: NonNullable<FineEvidence['objection']>; keyOf: (purpose: string) => string };

/** D11: what the plan says against the fine, and HFS's decision on it; nothing is chosen beforehand. */
export function ObjectionPart({ evidence, objection, keyOf }: ObjectionProps) {
  const { actions, ticketId, eventCount, readerShortName } = evidence;
  const { decision } = objection;
  const isOpen = actions.find((a) => a.action === 'decideFineObjection')?.refused === null;
  return (
    <div className="border-t border-line">
      <PanelBody className="grid gap-4">
        <div>
          <h3 className="text-base font-bold">The plan objects</h3>
          <p className="text-ink-soft">
            <ChicagoInstant at={objection.at} /> · {objection.by}
          </p>
          <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{objection.why}</p>
        </div>
        {decision !== null && (
          <div>
            <h3 className="text-base font-bold">{decision.upheld ? 'Decided: the fine stays' : 'Granted: the fine is rescinded'}</h3>
            <p className="text-ink-soft">
              <ChicagoInstant at={decision.at} /> · {decision.by}
            </p>
            <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{decision.reason}</p>
          </div>
        )}
        {isOpen && (
          <ActionForm action={decideObjectionAction.bind(null, ticketId)} prefix="objection" label="Decide the objection" className="grid gap-4" placesOutcome>
            <FormOutcome />
            <FormKey commandKey={keyOf(ticketPurpose('decideFineObjection', ticketId))} version={eventCount} />
            <RadioChoices
              name="outcome"
              legend="Your decision on the objection"
              columns={2}
              choices={[
                { value: 'upheld', label: 'The fine stays', hint: 'The objection is denied' },
                { value: 'granted', label: 'Rescind the fine', hint: 'The objection is granted' },
              ]}
            />
            <TextArea name="reason" label="Reason for the decision" hint={`${readerShortName} reads it in the portal and is told by e-mail.`} rows={3} maxCharacters={2000} />
            <div>
              <SubmitButton>Decide the objection</SubmitButton>
            </div>
          </ActionForm>
        )}
      </PanelBody>
    </div>
  );
}
