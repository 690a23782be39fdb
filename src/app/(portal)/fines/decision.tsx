import { ticketPurpose } from '@/app/forms/run-ticket-form';
import { quarterName } from '@/domain/fines/quarter-name';
import type { FineEvidence } from '@/server/queries/fine-evidence';
import { quarterOf, type CalendarDate } from '@/shared/calendar-date';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { Disclosure } from '@/ui/disclosure';
import { FactRows } from '@/ui/facts';
import { ActionForm } from '@/ui/forms/action-form';
import { FormDisclosure } from '@/ui/forms/form-disclosure';
import { FormKey } from '@/ui/forms/form-key';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { Notice } from '@/ui/notice';
import { PanelBody } from '@/ui/panel';
import { decideFineAction, rescindFineAction } from './actions';
import { fineHref } from './fine-addresses';

type DecisionProps = { evidence: FineEvidence; following: string | null; today: CalendarDate; keyOf: (purpose: string) => string };

/** Issue or waive, nothing chosen beforehand; the exact e-mail stands here before it goes (R21). */
export function Decision({ evidence, following, today, keyOf }: DecisionProps) {
  const { ticketId, actions, mail, readerShortName, eventCount } = evidence;
  const issue = actions.find((a) => a.action === 'issueFine');
  const waive = actions.find((a) => a.action === 'waiveFine');
  const choices = [
    ...(issue?.refused === null ? [{ value: 'issue', label: 'Issue the fine', hint: `Counts for ${quarterName(quarterOf(today))}` }] : []),
    ...(waive?.refused === null ? [{ value: 'waive', label: 'Waive it', hint: 'A reason is required' }] : []),
  ];
  if (choices.length === 0) return null;
  return (
    <ActionForm action={decideFineAction.bind(null, ticketId, following)} label="Decide this fine" className="border-t border-line" placesOutcome>
      <PanelBody className="group grid gap-4">
        <FormOutcome />
        <FormKey commandKey={keyOf(ticketPurpose('issueFine', ticketId))} version={eventCount} />
        <input type="hidden" name="waiveKey" value={keyOf(ticketPurpose('waiveFine', ticketId))} />
        {issue !== undefined && issue.refused !== null && (
          <Notice tone="warn" title="This fine cannot be issued now">
            {issue.refused}
          </Notice>
        )}
        <RadioChoices name="decision" legend="Your decision" columns={2} choices={choices} />
        <div className="group-not-has-[[value=waive]:checked]:hidden">
          <TextArea name="reason" label="Reason for waiving it" hint="Stays on record and is not sent to the plan." rows={3} maxCharacters={2000} />
        </div>
        {mail !== null && (
          <div className="group-has-[[value=waive]:checked]:hidden">
            <FineMail mail={mail} readerShortName={readerShortName} />
          </div>
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton>
            {/* The act's name follows the choice without script; before a choice the server asks for one. */}
            <span className="group-has-[[name=decision]:checked]:hidden">Record the decision</span>
            <span className="hidden group-has-[[value=issue]:checked]:inline">Issue and send e-mail</span>
            <span className="hidden group-has-[[value=waive]:checked]:inline">Waive the fine</span>
          </SubmitButton>
          {following !== null && (
            <ButtonLink variant="secondary" href={fineHref(following)}>
              Skip for now
            </ButtonLink>
          )}
        </div>
      </PanelBody>
    </ActionForm>
  );
}

function FineMail({ mail, readerShortName }: { mail: NonNullable<FineEvidence['mail']>; readerShortName: string }) {
  const names = mail.to.map((r) => r.name).join(', ');
  return (
    <Disclosure summary={`E-mail that ${readerShortName} will get`} open>
      <p className="text-ink-soft">{mail.toAllStaff ? `To all its staff, since none is named as primary: ${names}` : `To its primary staff: ${names}`}</p>
      <p className="mt-2">
        <b>{mail.subject}</b>
      </p>
      {mail.paragraphs.map((paragraph) => (
        <p key={paragraph} className="mt-2 whitespace-pre-line wrap-anywhere">
          {paragraph}
        </p>
      ))}
    </Disclosure>
  );
}

/** A decided fine: what was decided, and for an issued one the way back with a reason (D11). */
export function DecidedFine({ evidence, keyOf }: { evidence: FineEvidence; keyOf: (purpose: string) => string }) {
  const { fine, decidedBy, ticketId, actions, eventCount, readerShortName } = evidence;
  // An objection that waits is the way to rescind it: two forms for one act would leave the objection undecided.
  const isObjected = actions.some((a) => a.action === 'decideFineObjection' && a.refused === null);
  const rescind = isObjected ? undefined : actions.find((a) => a.action === 'rescindFine');
  const decided = [
    ...(fine.issuedOn === null ? [] : [{ label: 'Issued', value: <CivilDate date={fine.issuedOn} />, note: fine.quarter === null ? undefined : `counts for ${quarterName(fine.quarter)}` }]),
    ...(fine.status === 'issued' || fine.decidedOn === null ? [] : [{ label: fine.status === 'waived' ? 'Waived' : 'Rescinded', value: <CivilDate date={fine.decidedOn} /> }]),
    ...(decidedBy === null ? [] : [{ label: 'By', value: decidedBy }]),
    ...(fine.reason === null ? [] : [{ label: 'Reason', value: <span className="whitespace-pre-line">{fine.reason}</span> }]),
  ];
  return (
    <div className="border-t border-line">
      <PanelBody className="grid gap-5">
        <div>
          <h3 className="text-base font-bold">Decision</h3>
          <FactRows className="mt-1" facts={decided} />
        </div>
        {rescind?.refused === null && (
          <ActionForm action={rescindFineAction.bind(null, ticketId)} prefix="rescind" label="Rescind this fine">
            <FormDisclosure summary="Rescind this fine" bodyClassName="grid gap-4">
              <FormKey commandKey={keyOf(ticketPurpose('rescindFine', ticketId))} version={eventCount} />
              <TextArea name="reason" label="Reason for rescinding it" hint={`Stays on record. ${readerShortName} gets an e-mail that the fine is rescinded, without the reason.`} rows={3} maxCharacters={2000} />
              <div>
                <SubmitButton>Rescind and send e-mail</SubmitButton>
              </div>
            </FormDisclosure>
          </ActionForm>
        )}
      </PanelBody>
    </div>
  );
}
