import type { ReactNode } from 'react';
import type { FilingOutlook } from '@/domain/tickets/filing-outlook';
import type { CalendarDate } from '@/shared/calendar-date';
import type { DraftView } from '@/server/queries/get-draft';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Icon } from '@/ui/icon';
import { FilingWindowFigure } from '@/ui/ticket/filing-window-figure';
import { TurnBody, TurnFoot, TurnStrip } from '@/ui/ticket/turn-strip';
import { WhyThisDate } from '@/ui/ticket/why-this-date';
import { RefilingNote } from '../../refiling-note';
import { stepHref } from '../../steps';
import { waitWords } from '../../wait-words';
import { reminderAction } from '../actions';

type AnswerProps = { view: DraftView; outlook: FilingOutlook; commandKey: string };

/** R4, D2: may it be filed, from when until when, why, and what can be done now. */
export function WindowAnswer(props: AnswerProps) {
  switch (props.outlook.state) {
    case 'open':
      return <OpenAnswer {...props} />;
    case 'premature':
      return <EarlyAnswer {...props} />;
    case 'untimely':
      return <LateAnswer {...props} />;
  }
}

function OpenAnswer({ view, outlook }: AnswerProps) {
  const { today } = view.facts;
  return (
    <>
      <TurnStrip turn="mine" title="Your window is open" due={{ lead: 'File by', due: outlook.fileBy.due, today, kind: 'window' }}>
        <TurnBody>
          <WindowFigure view={view} outlook={outlook} />
          <RefilingNote view={view} className="mt-5" />
        </TurnBody>
        <TurnFoot>
          <WhyThisDate reason={outlook.fileBy} today={today} />
        </TurnFoot>
      </TurnStrip>
      <Onward>
        <ButtonLink href={stepHref(view.id, 'dispute')} size="large">
          Continue to the dispute
        </ButtonLink>
        <AppLink className="inline-flex items-center min-h-11 px-2" href="/my-tickets">
          Finish later
        </AppLink>
      </Onward>
    </>
  );
}

function EarlyAnswer({ view, outlook, commandKey }: AnswerProps) {
  const { today } = view.facts;
  return (
    <>
      <TurnStrip turn="theirs" title="Your window opens later" aside={<OpensIn opensOn={outlook.opens.due} today={today} />}>
        <TurnBody>
          <WindowFigure view={view} outlook={outlook} />
          <p className="mt-5">
            You can file from <CivilDate date={outlook.opens.due} format="weekday" /> to <CivilDate date={outlook.closes.due} />, both days included. A complaint that is sent
            earlier is recorded and closed at once as too early (R4, D2). Your draft stays here until then.
          </p>
          <Reminder view={view} commandKey={commandKey} outlook={outlook} />
        </TurnBody>
        <TurnFoot>
          <WhyThisDate reason={outlook.opens} today={today} />
        </TurnFoot>
      </TurnStrip>
      <Onward>
        <ButtonLink href={stepHref(view.id, 'dispute')} size="large" variant="secondary">
          Fill in the rest now
        </ButtonLink>
        <AppLink className="inline-flex items-center min-h-11 px-2" href="/my-tickets">
          Keep the draft for later
        </AppLink>
      </Onward>
    </>
  );
}

function LateAnswer({ view, outlook }: AnswerProps) {
  const { today } = view.facts;
  return (
    <>
      <TurnStrip turn="theirs" title="Your window has closed" due={{ lead: 'The last day was', due: outlook.closes.due, today, kind: 'window' }}>
        <TurnBody>
          <WindowFigure view={view} outlook={outlook} />
          <p className="mt-5">
            The last day to file was <CivilDate date={outlook.closes.due} />. A complaint that is sent now is recorded and closed at once as not timely (R4, D2). If the plan
            received the dispute on another day, change the date below.
          </p>
          {view.refiles && (
            <p className="mt-3">
              This draft files {view.refiles.number} again. The days in which the first filing still counted have passed, so it is judged by the day on which you send it (D17).
            </p>
          )}
        </TurnBody>
        <TurnFoot>
          <WhyThisDate reason={outlook.closes} today={today} />
        </TurnFoot>
      </TurnStrip>
      <Onward>
        <ButtonLink href={stepHref(view.id, 'dispute')} size="large" variant="secondary">
          Fill it in all the same
        </ButtonLink>
        <AppLink className="inline-flex items-center min-h-11 px-2" href={`/file/${view.id}/delete`}>
          Delete this draft
        </AppLink>
      </Onward>
    </>
  );
}

function OpensIn({ opensOn, today }: { opensOn: CalendarDate; today: CalendarDate }) {
  return (
    <p className="text-lead">
      Opens{' '}
      <b>
        <CivilDate date={opensOn} />
      </b>
      , {waitWords(today, opensOn)}
    </p>
  );
}

function Onward({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-3 mt-8">{children}</div>;
}

function WindowFigure({ view, outlook }: Pick<AnswerProps, 'view' | 'outlook'>) {
  return <FilingWindowFigure receivedOn={outlook.closes.day0} opensOn={outlook.opens.due} closesOn={outlook.closes.due} today={view.facts.today} />;
}

/** D2: one e-mail on the day on which the window opens. It goes to whoever started the draft. */
function Reminder({ view, outlook, commandKey }: AnswerProps) {
  const isOn = view.remindOn !== null;
  return (
    <ActionForm key={view.remindOn ?? 'none'} action={reminderAction.bind(null, view.id)} prefix="reminder" label="Reminder" className="mt-5 border-t border-line pt-5">
      <FormKey commandKey={commandKey} version={view.version} />
      <input type="hidden" name="wanted" value={isOn ? 'no' : 'yes'} />
      <p className="flex gap-2">
        <Icon name="mail" className="mt-0.5 text-navy" />
        <span>
          {isOn ? 'We will send one e-mail on ' : 'We can send one e-mail on '}
          <CivilDate date={view.remindOn ?? outlook.opens.due} />
          {view.startedBy && ` to ${view.startedBy}, who started this draft`}.
        </span>
      </p>
      <div className="mt-3">
        <SubmitButton variant={isOn ? 'secondary' : 'primary'} pendingText="Saving…">
          {isOn ? 'Do not send the reminder' : 'Remind me when the window opens'}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
