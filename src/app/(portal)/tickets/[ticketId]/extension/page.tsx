import type { Metadata } from 'next';
import { isPast } from '@/domain/deadlines';
import { hasAction } from '@/domain/tickets/decide';
import type { DateView, TicketPage } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { FactRows } from '@/ui/facts';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { TextArea } from '@/ui/forms/text-area';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { draftForm } from '../../../../forms/form-draft';
import { loadTicket, ticketTitle, type LoadedTicket, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { WhyDue } from '../parts/why';
import { decideExtensionAction, requestExtensionAction } from '../request-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Extension');
}

/** By the reader's role, whatever the status: where the act is not open, its page says why. */
export default async function ExtensionPage(props: TicketParams) {
  const loaded = await loadTicket(props);
  return hasAction(loaded.actor, 'decideExtension') ? <DecideExtension {...loaded} /> : <AskForExtension {...loaded} />;
}

function AskingMeans({ page, actor }: LoadedTicket) {
  const last = page.dates.find((d) => d.reason.ruleId === 'extension-request');
  const { extended } = page.requests;
  const other = actor.role === 'mco' ? page.facts.contact.name : page.facts.planShortName;
  return (
    <>
      <p>
        In extenuating circumstances HFS can give one extension for this ticket, for you and the other side together (R11).
        {last !== undefined && (
          <>
            {' '}
            The last day to ask is <b><CivilDate date={last.due} /></b>.
          </>
        )}
      </p>
      {extended !== null && (
        <>
          <p>
            Approved, the plan’s written answer is due <b><CivilDate date={extended.due} /></b>. Until HFS decides, it stays due as it is.
          </p>
          <WhyDue due={extended} today={page.today} />
        </>
      )}
      <p>HFS and {other} are told by e-mail and read your reason here.</p>
    </>
  );
}

/** R11: once per ticket, by day 23, by the plan or the provider. */
async function AskForExtension({ page, actor }: LoadedTicket) {
  const draft = await draftForm(actor, 'requestExtension', page.ticketId);
  return (
    <ActPage page={page} actor={actor} action="requestExtension" title="Ask HFS for an extension" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="requestExtension"
        run={requestExtensionAction.bind(null, page.ticketId)}
        button="Ask for the extension"
        draft={draft}
        meaning={<AskingMeans page={page} actor={actor} />}
      >
        <TextArea name="reason" label="Why is the time not enough?" rows={5} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}

/** Who asks and why, and what each choice does to the answer's date. */
function AskedFor({ page, answer }: { page: TicketPage; answer: DateView | undefined }) {
  const [asked] = page.requests.extensions;
  const { extensionTarget, extended } = page.requests;
  return (
    <FactRows
      className="text-base"
      facts={[
        ...(asked === undefined ? [] : [{ label: 'Asked by', value: <>{asked.asker === 'mco' ? page.facts.planShortName : page.facts.providerName}</>, note: <>{asked.by}, <ChicagoInstant at={asked.at} /></> }]),
        ...(asked === undefined ? [] : [{ label: 'Reason given', value: <span className="font-normal whitespace-pre-wrap wrap-anywhere">{asked.reason}</span> }]),
        ...(extensionTarget === null ? [] : [{ label: 'HFS aims to decide by', value: <DueBadge due={extensionTarget.due} today={page.today} kind="target" why={whyLine(extensionTarget.reason)} />, note: '7 days from the request (D7)' }]),
        ...(answer === undefined ? [] : [{ label: 'Answer due now', value: <DueBadge due={answer.due} today={page.today} soon={answer.soon} why={whyLine(answer.reason)} /> }]),
        ...(extended === null ? [] : [{ label: 'Approved, it is due', value: <b><CivilDate date={extended.due} /></b>, note: <WhyDue due={extended} today={page.today} /> }]),
      ]}
    />
  );
}

/** R11, D5, D8: HFS sees what each choice would do before it decides. */
async function DecideExtension({ page, actor }: LoadedTicket) {
  const draft = await draftForm(actor, 'decideExtension', page.ticketId);
  const { extended } = page.requests;
  const answer = page.dates.find((d) => d.reason.ruleId === 'mco-response' && d.ended === null);
  const isHeld = answer !== undefined && isPast(page.today, answer.due);
  return (
    <ActPage page={page} actor={actor} action="decideExtension" title="Decide the extension" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="decideExtension"
        run={decideExtensionAction.bind(null, page.ticketId)}
        button="Record the decision"
        draft={draft}
        meaning={<AskedFor page={page} answer={answer} />}
      >
        <RadioChoices
          name="decision"
          legend="Your decision"
          columns={2}
          choices={[
            { value: 'approved', label: 'Approve', hint: extended === null ? 'The answer is due 60 days from the start' : isHeld ? 'The overdue mark goes. No fine is proposed.' : 'The answer gets the later date.' },
            { value: 'denied', label: 'Deny', hint: isHeld ? 'The fine that is held is proposed at once (D8).' : 'The answer stays due as it is.' },
          ]}
        />
        <TextArea name="reason" label="Reason" hint="The plan and the provider read it." rows={4} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
