import type { Metadata } from 'next';
import type { ReopenTo } from '@/domain/tickets/status';
import { STATUS_NAMES } from '@/domain/tickets/status';
import { formatDay } from '@/shared/calendar-date';
import { DateField } from '@/ui/forms/date-field';
import { datePartsOf } from '@/ui/forms/date-input';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { TextArea } from '@/ui/forms/text-area';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { reopenAction } from '../move-actions';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Open again');
}

const HINTS: Record<ReopenTo, string> = {
  submitted: 'The Portal Team presents it within 10 business days from today (R5). The plan does not see it until then.',
  presented: 'The plan answers anew, within 30 days from today (R8). Its earlier answer stays in the history.',
  responded: 'The plan’s answer stands. The provider can disagree within 5 business days from today (R14).',
  contested: 'The provider can ask HFS to review within 30 days from today (R15).',
  review_requested: 'Each side that has not delivered its information yet has 30 days from today (R16).',
  administrative_review: 'HFS goes on with its review (R17).',
};

export default async function ReopenPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const { facts, closing, reopening } = page;
  const receipt = reopening?.receipt ?? null;
  const choices = (reopening?.choices ?? []).map((value) => ({ value, label: STATUS_NAMES[value], hint: HINTS[value] }));
  return (
    <ActPage page={page} actor={actor} action="reopen" title="Open the ticket again" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="reopen"
        run={reopenAction.bind(null, page.ticketId)}
        button="Open it again"
        meaning={<p>{closing?.title}. The ticket goes on in a status that it had; the dates of that status start anew today. What was done in time stays done. {facts.contact.name} is told by e-mail, and the plan where it has had the ticket.</p>}
      >
        {receipt !== null && (
          <DateField
            name="receivedByMcoOn"
            legend="The right day on which the plan received the dispute"
            hint={`The complaint was received on ${formatDay(facts.firstReceivedOn)}. It goes on only with a day with which it was in time: ${formatDay(receipt.from)} to ${formatDay(receipt.to)} (R4).`}
            defaultParts={datePartsOf(facts.receivedByMcoOn)}
          />
        )}
        <RadioChoices name="to" legend="It goes on as" choices={choices} defaultValue={choices.length === 1 ? choices[0]?.value : undefined} />
        <TextArea name="reason" label="Why is it opened again?" hint="The provider and the plan can read this." rows={3} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
