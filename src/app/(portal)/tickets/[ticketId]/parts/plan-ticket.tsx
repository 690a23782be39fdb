import { doneWords } from '@/domain/deadlines';
import type { PersonActor } from '@/domain/access/actor';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { ButtonLink } from '@/ui/button';
import { Columns, SideColumn } from '@/ui/columns';
import { StatusTag } from '@/ui/status-tag';
import { ClockCells } from '@/ui/ticket/clock-cells';
import { StepsLine } from '@/ui/ticket/steps-line';
import { TurnBody, TurnStrip } from '@/ui/ticket/turn-strip';
import { WhyThisDate } from '@/ui/ticket/why-this-date';
import { WrapWide } from '@/ui/wrap';
import { AboutSection, DatesSection } from './about-section';
import { AnswerPanel } from './answer-panel';
import { AssignSection, assignedWords } from './assign-section';
import { CaseSection, ContactCard } from './case-section';
import { ClaimsSection } from './claims-section';
import { ClosingPanel } from './closing-panel';
import { DoneNotice } from './done-notice';
import { FilesSection } from './files-section';
import { FinesSection } from './fines-section';
import { HistorySection } from './history-section';
import { MessagesSection, NewMessages } from './messages-section';
import { OnThisPage } from './on-this-page';
import { PlanAnswer } from './plan-answer';
import { planClocks } from './plan-clocks';
import { QuestionsSection } from './questions-section';
import { Replies } from './replies';
import { ContactLogSection, ExtensionSection, InformationSection } from './request-sections';
import { PartyReviewActs } from './review-acts';
import { DecisionSection, DeliveriesSection, HfsQuestionsSection } from './review-sections';
import { TicketHead } from './ticket-head';
import { stripDue, TurnWhy } from './why';

type Props = { page: TicketPage; actor: PersonActor; done: string | undefined; kept?: string };

/** The clocks on top: whose turn, by when, why, and what depends on it. */
function PlanTurn({ page, actor }: Pick<Props, 'page' | 'actor'>) {
  const { turn } = page;
  const cells = turn.mine && page.review === null ? planClocks(page) : [];
  return (
    <TurnStrip id="turn" turn={turn.mine ? 'mine' : 'theirs'} title={turn.title} due={stripDue(page)} className="mt-5">
      {turn.texts.length > 0 && (
        <TurnBody className="sm:p-5">
          {turn.texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </TurnBody>
      )}
      <PartyReviewActs page={page} actor={actor} />
      {turn.mine && turn.due !== null ? (
        <div className="px-5 py-3">
          <WhyThisDate reason={turn.due.date.reason} today={page.today} form="line" />
        </div>
      ) : (
        <TurnWhy page={page} />
      )}
      {cells.length >= 2 && <ClockCells cells={cells} />}
    </TurnStrip>
  );
}

function tags(page: TicketPage, actor: PersonActor) {
  const assigned = assignedWords(page, actor);
  const { answer } = page;
  return (
    <>
      {actor.planCode !== page.facts.planCode && <StatusTag>Ticket of {page.facts.planName}</StatusTag>}
      <NewMessages page={page} />
      {answer?.late && <StatusTag tone="late">Answered {doneWords(answer.respondedOn, answer.dueOn)}</StatusTag>}
      {assigned !== null && <StatusTag>{assigned}</StatusTag>}
    </>
  );
}

/** Answering: the case on the left, the form always at hand on the right. */
function Answering({ page, actor, kept }: Pick<Props, 'page' | 'actor' | 'kept'>) {
  const form = page.answerForm;
  if (form === null) return null;
  return (
    <>
      <p className="mt-4 lg:hidden print:hidden">
        <ButtonLink size="large" className="w-full" href="#answer-form">
          Write the answer
        </ButtonLink>
      </p>
      <Columns className="mt-8" sideWidth="answer" side={<AnswerPanel page={page} actor={actor} form={form} kept={kept} />}>
        <OnThisPage page={page} />
        <QuestionsSection page={page} actor={actor} kept={kept} />
        <DeliveriesSection page={page} actor={actor} />
        <HfsQuestionsSection page={page} />
        <CaseSection page={page} actor={actor} />
        <FilesSection page={page} />
        <ContactCard page={page} />
        <MessagesSection page={page} actor={actor} kept={kept} />
        <ClaimsSection page={page} billed={false} />
        <InformationSection page={page} actor={actor} />
        <ExtensionSection page={page} actor={actor} />
        <ContactLogSection page={page} />
        <FinesSection page={page} actor={actor} />
        <HistorySection page={page} />
        <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
          <div className="grid gap-8 content-start">
            <AssignSection page={page} actor={actor} />
            <AboutSection page={page} actor={actor} />
          </div>
          <DatesSection page={page} />
        </div>
      </Columns>
    </>
  );
}

/** Answered, or no longer awaited: the answer as it was sent, and whose turn it is. */
function Answered({ page, actor, kept }: Pick<Props, 'page' | 'actor' | 'kept'>) {
  return (
    <Columns
      className="mt-8"
      side={
        <SideColumn label="About this ticket">
          <AssignSection page={page} actor={actor} first />
          <DatesSection page={page} />
          <AboutSection page={page} actor={actor} />
        </SideColumn>
      }
    >
      <OnThisPage page={page} />
      <QuestionsSection page={page} actor={actor} kept={kept} />
      <DecisionSection page={page} actor={actor} />
      <PlanAnswer page={page} title="Your answer" contactLabel="Direct contact" />
      <Replies page={page} own={false} />
      <DeliveriesSection page={page} actor={actor} />
      <HfsQuestionsSection page={page} />
      <MessagesSection page={page} actor={actor} kept={kept} />
      <FinesSection page={page} actor={actor} />
      <ClaimsSection page={page} />
      <CaseSection page={page} actor={actor} />
      <FilesSection page={page} />
      <ContactCard page={page} />
      <InformationSection page={page} actor={actor} />
      <ExtensionSection page={page} actor={actor} />
      <ContactLogSection page={page} />
      <HistorySection page={page} />
    </Columns>
  );
}

/** The plan's ticket: clocks on top, then the case with the written answer. */
export function PlanTicket({ page, actor, done, kept }: Props) {
  return (
    <WrapWide className="pt-5">
      <TicketHead page={page} actor={actor} tags={tags(page, actor)} />
      <DoneNotice done={done} className="mt-5" />
      {page.answerForm === null && <StepsLine steps={page.steps} className="mt-6" />}
      {page.closing === null ? <PlanTurn page={page} actor={actor} /> : <div className="mt-6"><ClosingPanel page={page} actor={actor} /></div>}
      {page.answerForm === null ? <Answered page={page} actor={actor} kept={kept} /> : <Answering page={page} actor={actor} kept={kept} />}
    </WrapWide>
  );
}
