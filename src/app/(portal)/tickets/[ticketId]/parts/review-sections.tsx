import { doneWords, isPast } from '@/domain/deadlines';
import type { PersonActor } from '@/domain/access/actor';
import { RULING_WORDS } from '@/domain/tickets/review-words';
import type { DeliveryView, HfsQuestionView, SideView, TicketPage } from '@/server/queries/get-ticket-page';
import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { Facts } from '@/ui/facts';
import { Money } from '@/ui/money';
import { Panel, PanelBody, PanelHead } from '@/ui/panel';
import { phoneHref } from '@/ui/phone-href';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { DueBadge } from '@/ui/ticket/due-badge';
import { Typed } from './plan-answer';

/** Something that was written, with its label, its hand and its time. */
export function WrittenNote({ label, note }: { label: string; note: { text: string; at: Date; by: string } }) {
  return (
    <div className="border-l-4 border-line pl-4">
      <p className="text-ink-soft">{label}</p>
      <Typed>{note.text}</Typed>
      <p className="text-ink-soft mt-1">
        {note.by}, <ChicagoInstant at={note.at} />
      </p>
    </div>
  );
}

/** What a side has delivered or owes, as the end of a sentence that begins with its name. */
export function sideState({ duty, isMissing }: SideView, today: CalendarDate): string {
  if (duty === null) return isMissing ? 'has delivered nothing' : 'has delivered';
  if (duty.ended === null) return isPast(today, duty.due) ? `has not delivered; it was due ${formatDay(duty.due)}` : `has not delivered yet; it can until ${formatDay(duty.due)}`;
  if (isMissing) return 'has delivered nothing';
  return duty.ended.how === 'met_late' ? `delivered on ${formatDay(duty.ended.on)}, ${doneWords(duty.ended.on, duty.due)}` : `delivered on ${formatDay(duty.ended.on)}`;
}

export function Delivery({ delivery }: { delivery: DeliveryView }) {
  return (
    <div className="grid gap-2">
      {delivery.late && (
        <p>
          <StatusTag tone="soon">Late</StatusTag>
        </p>
      )}
      <Typed>{delivery.text}</Typed>
      <p className="text-ink-soft">
        {delivery.by}, <ChicagoInstant at={delivery.at} />
      </p>
      <p>
        <span className="text-ink-soft">Knows the case: </span>
        <b>{delivery.contactName}</b>, <a href={phoneHref(delivery.contactPhone)}>{delivery.contactPhone}</a>,{' '}
        <a className="wrap-anywhere" href={`mailto:${delivery.contactEmail}`}>
          {delivery.contactEmail}
        </a>
      </p>
    </div>
  );
}

function sideName(side: SideView, page: TicketPage, actor: PersonActor): string {
  if (side.party === actor.role) return 'You';
  return side.party === 'mco' ? page.facts.planShortName : page.facts.providerName;
}

/** What a side has not delivered, said where its words would stand. */
export function NotDelivered({ side, today }: { side: SideView; today: CalendarDate }) {
  if (!side.isMissing || side.duty === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusTag tone={isPast(today, side.duty.due) ? 'late' : 'neutral'}>Not delivered</StatusTag>
      {side.duty.ended === null && <DueBadge due={side.duty.due} today={today} soon={side.duty.soon} />}
    </p>
  );
}

/** R16: what each side told HFS, and what it has not. */
export function DeliveriesSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { review } = page;
  if (review === null) return null;
  return (
    <Section id="deliveries" title="Information for HFS" aside="Both sides and HFS read it (R16).">
      <div className="grid gap-6 border-t border-line pt-4">
        {review.sides.map((side) => (
          <div key={side.party} className="grid gap-4">
            <h3 className="text-base font-bold">{sideName(side, page, actor)}</h3>
            <NotDelivered side={side} today={page.today} />
            {side.deliveries.map((delivery) => (
              <Delivery key={delivery.at.toISOString()} delivery={delivery} />
            ))}
            {side.isMissing && side.duty === null && <p className="text-ink-soft">Nothing was delivered.</p>}
          </div>
        ))}
      </div>
    </Section>
  );
}

export function Question({ question, page }: { question: HfsQuestionView; page: TicketPage }) {
  const whom = question.party === 'mco' ? page.facts.planShortName : 'the provider';
  return (
    <li className="grid gap-3 border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <h3 className="text-base font-bold">HFS asks {question.isMine ? 'you' : whom}</h3>
        {question.isOpen && question.due !== null ? <DueBadge due={question.due.due} today={page.today} soon={question.due.soon} /> : question.answer === null && <StatusTag>Not answered</StatusTag>}
      </div>
      <Typed>{question.question.text}</Typed>
      <p className="text-ink-soft">
        {question.question.by}, <ChicagoInstant at={question.question.at} />
      </p>
      {question.answer !== null && <WrittenNote label={question.answer.late ? 'Answer, late' : 'Answer'} note={question.answer} />}
    </li>
  );
}

/** R17: what HFS asked, of whom, and what came back. */
export function HfsQuestionsSection({ page }: { page: TicketPage }) {
  const questions = page.review?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <Section id="hfs-questions" title="Questions of HFS">
      <ul>
        {questions.map((question) => (
          <Question key={question.questionId} question={question} page={page} />
        ))}
      </ul>
    </Section>
  );
}

const RULING_SENTENCE = { for_provider: 'HFS decides for the provider.', in_part: 'HFS decides for the provider in part.', for_mco: 'HFS decides for the plan.' } as const;

/** R18: the decision of HFS with its reasons. */
export function DecisionSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const decision = page.review?.decision ?? null;
  if (decision === null) return null;
  const paid = page.claims?.hfsCents ?? null;
  return (
    <Section id="decision" title="Decision of HFS" aside={decision.isShared ? 'Final (R18)' : 'Not shared yet: only the State reads it (R18)'}>
      <Panel>
        <PanelHead>
          <p className="flex flex-wrap items-center gap-3">
            <StatusTag icon="scale" tone={decision.isShared ? 'done' : 'act'}>
              {RULING_WORDS[decision.ruling]}
            </StatusTag>
            <span>{RULING_SENTENCE[decision.ruling]}</span>
          </p>
        </PanelHead>
        <PanelBody className="grid gap-6 md:grid-cols-[minmax(0,1fr)_16rem]">
          <Typed>{decision.reasons}</Typed>
          <Facts
            className="self-start content-start md:border-l md:border-line md:pl-6"
            facts={[
              { label: 'Decided', value: <CivilDate date={decision.decidedOn} />, note: actor.role === 'provider' || actor.role === 'mco' ? undefined : decision.by },
              ...(paid === null ? [] : [{ label: 'The plan is to pay', value: <Money cents={paid} />, note: 'Each claim stands below.' }]),
            ]}
          />
        </PanelBody>
      </Panel>
    </Section>
  );
}
