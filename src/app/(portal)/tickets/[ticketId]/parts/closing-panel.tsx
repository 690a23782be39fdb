import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { ClosingView, FileAgain, TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { DueBadge } from '@/ui/ticket/due-badge';
import { TurnBody, TurnStrip } from '@/ui/ticket/turn-strip';
import { fileAgainAction } from '../actions';
import { fileAgainPurpose } from '../file-again-purpose';
import { Typed } from './plan-answer';
import { WhyDue } from './why';

/** D17: the act that an incomplete closing leaves, and until when the first date still counts. */
function FileAgainPart({ page, actor, again }: { page: TicketPage; actor: PersonActor; again: FileAgain }) {
  if (again.already !== null)
    return (
      <p className="mt-5">
        It was filed again as <AppLink href={`/tickets/${again.already.ticketId}`}>{again.already.number}</AppLink>.
      </p>
    );
  return (
    <div className="mt-6 border-t border-line pt-5">
      <h2 className="text-h3">File it again</h2>
      {again.due !== null && (
        <div className="mt-2 max-w-[44rem]">
          {again.inTime ? (
            <p>
              Filed by <DueBadge due={again.due.due} today={page.today} kind="window" />, it keeps <CivilDate date={page.facts.firstReceivedOn} /> as the day on which it was received (D17).
            </p>
          ) : (
            <p>
              The time in which the first date still counts ended on <CivilDate date={again.due.due} /> (D17). You can file it again; it then counts from the day on which you send it.
            </p>
          )}
          <WhyDue due={again.due} today={page.today} />
        </div>
      )}
      <ActionForm action={fileAgainAction.bind(null, page.ticketId)} className="mt-4" label="File it again">
        <FormKey commandKey={issueFormKey(actor, fileAgainPurpose(page.ticketId))} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton size="large" pendingText="Opening…">
            File again
          </SubmitButton>
          <p className="text-ink-soft">What you entered is filled in. Nothing is sent until you check and confirm.</p>
        </div>
      </ActionForm>
    </div>
  );
}

function NewFiling({ filing }: { filing: NonNullable<ClosingView['newFiling']> }) {
  return (
    <div className="mt-5">
      {filing.isOpen ? (
        <>
          <p>
            The window is open now, until <b><CivilDate date={filing.until} /></b>. You can file it again.
          </p>
          <p className="mt-4 print:hidden">
            <ButtonLink size="large" href="/file">
              File a complaint
            </ButtonLink>
          </p>
        </>
      ) : (
        <p>
          You can file it again from <b><CivilDate date={filing.from} /></b> to <b><CivilDate date={filing.until} /></b>.
        </p>
      )}
    </div>
  );
}

/** Closed: since when, why, in whose words, and what can still be done. */
export function ClosingPanel({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { closing } = page;
  if (closing === null) return null;
  return (
    <TurnStrip turn="theirs" title={closing.title} titleAs="h2" aside={<p className="text-lead">on <b><CivilDate date={closing.on} /></b></p>}>
      <TurnBody>
        {closing.texts.map((text) => (
          <p key={text} className="text-lead max-w-[44rem] [&+p]:mt-2">
            {text}
          </p>
        ))}
        {closing.typed !== null && (
          <div className="mt-4 border-l-4 border-line pl-4">
            <p className="text-ink-soft">{closing.typed.label}</p>
            <Typed>{closing.typed.text}</Typed>
          </div>
        )}
        {closing.window !== null && (
          <div className="mt-4 grid gap-1">
            <WhyDue due={closing.window.opens} today={page.today} summary="Why does the window open then?" />
            <WhyDue due={closing.window.closes} today={page.today} summary="Why does it close then?" />
          </div>
        )}
        {closing.newFiling !== null && <NewFiling filing={closing.newFiling} />}
        {closing.fileAgain !== null && <FileAgainPart page={page} actor={actor} again={closing.fileAgain} />}
      </TurnBody>
    </TurnStrip>
  );
}
