import { doneWords } from '@/domain/deadlines';
import type { PersonActor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { Columns, SideColumn } from '@/ui/columns';
import { StatusTag } from '@/ui/status-tag';
import { StepsLine } from '@/ui/ticket/steps-line';
import { TurnBody, TurnStrip } from '@/ui/ticket/turn-strip';
import { WrapWide } from '@/ui/wrap';
import { AboutSection, DatesSection } from './about-section';
import { AssignSection, assignedWords } from './assign-section';
import { CaseSection, ContactCard } from './case-section';
import { ClaimsSection } from './claims-section';
import { ClosingPanel } from './closing-panel';
import { DoneNotice } from './done-notice';
import { FilesSection } from './files-section';
import { FinesSection } from './fines-section';
import { HistorySection } from './history-section';
import { canSendAgain, MailSection, SendAgain } from './mail-section';
import { MessagesSection, NewMessages } from './messages-section';
import { OnThisPage } from './on-this-page';
import { PlanAnswer } from './plan-answer';
import { PresentPart } from './present-part';
import { QuestionsSection } from './questions-section';
import { Replies } from './replies';
import { ContactLogSection, ExtensionSection, InformationSection } from './request-sections';
import { StateReviewActs, teamReviewAct } from './review-acts';
import { DecisionSection, DeliveriesSection, HfsQuestionsSection } from './review-sections';
import { hasTeamActs, TeamActs } from './team-acts';
import { TicketHead } from './ticket-head';
import { isOpenTo, offerOf } from './ticket-words';
import { stripDue, TurnWhy } from './why';

type Props = { page: TicketPage; actor: PersonActor; done: string | undefined; kept?: string };

function CloseAct({ page }: { page: TicketPage }) {
  const offer = offerOf(page, 'closeNotContested') ?? offerOf(page, 'closeReviewNotRequested');
  if (offer === undefined || offer.refused !== null) return null;
  return (
    <TurnBody className="sm:p-5">
      <ButtonLink href={`/tickets/${page.ticketId}/close`}>{offer.label}</ButtonLink>
    </TurnBody>
  );
}

/** R11: an extension waits for HFS; what was asked stands on the page of the decision. */
function ExtensionAct({ page }: { page: TicketPage }) {
  if (!isOpenTo(page, 'decideExtension')) return null;
  return (
    <TurnBody className="sm:p-5">
      <ButtonLink href={`/tickets/${page.ticketId}/extension`}>Decide the extension</ButtonLink>
    </TurnBody>
  );
}

/** D18: the notice of the answer did not arrive; sending it again is the Portal Team's act. */
function NoticeAct({ page, actor }: Pick<Props, 'page' | 'actor'>) {
  if (page.answer?.notice !== 'failed' || actor.role !== 'portal_team') return null;
  const failed = page.mail?.find((mail) => mail.kind === 'plan-answered' && canSendAgain(page, mail));
  return (
    <TurnBody className="sm:p-5 pt-0 sm:pt-0">
      {failed === undefined ? <p>It was sent again and is on its way.</p> : <SendAgain page={page} actor={actor} mail={failed} prefix="notice" label="Send the notice again" main />}
    </TurnBody>
  );
}

function StateTurn({ page, actor }: Pick<Props, 'page' | 'actor'>) {
  const { turn } = page;
  return (
    <TurnStrip id="turn" turn={turn.mine ? 'mine' : 'theirs'} title={turn.title} due={stripDue(page)}>
      {turn.texts.length > 0 && (
        <TurnBody className="sm:p-5">
          {turn.texts.map((text) => (
            <p key={text} className="max-w-[44rem]">
              {text}
            </p>
          ))}
        </TurnBody>
      )}
      {page.presentation !== null && <PresentPart page={page} actor={actor} preview={page.presentation} />}
      <CloseAct page={page} />
      <ExtensionAct page={page} />
      <NoticeAct page={page} actor={actor} />
      <StateReviewActs page={page} actor={actor} />
      <TurnWhy page={page} />
    </TurnStrip>
  );
}

function tags(page: TicketPage, actor: PersonActor) {
  const assigned = assignedWords(page, actor);
  const { answer, facts } = page;
  return (
    <>
      {answer?.late && <StatusTag tone="late">Answered {doneWords(answer.respondedOn, answer.dueOn)}</StatusTag>}
      {facts.alertedOn !== null && (
        <StatusTag tone="soon">
          HFS alerted <CivilDate date={facts.alertedOn} format="short" />
        </StatusTag>
      )}
      <NewMessages page={page} />
      {facts.planAssignee !== null && <StatusTag>At the plan: {facts.planAssignee.name}</StatusTag>}
      {assigned !== null && <StatusTag>{assigned}</StatusTag>}
    </>
  );
}

/** The ticket for the Portal Team and HFS: the whole case, and what each of them can do about it. */
export function StateTicket({ page, actor, done, kept }: Props) {
  const reviewAct = teamReviewAct(page, actor);
  const onStrip: readonly Action[] = ['closeNotContested', 'closeReviewNotRequested', ...(reviewAct === null ? [] : [reviewAct])];
  const hasActs = hasTeamActs({ page, onStrip });
  return (
    <WrapWide className="pt-5">
      <TicketHead page={page} actor={actor} tags={tags(page, actor)} />
      <DoneNotice done={done} className="mt-5" />
      <StepsLine steps={page.steps} className="mt-6" />
      <Columns
        className="mt-8"
        side={
          <SideColumn label="About this ticket">
            {hasActs && <TeamActs page={page} onStrip={onStrip} />}
            <AssignSection page={page} actor={actor} first={!hasActs} />
            <DatesSection page={page} />
            <AboutSection page={page} actor={actor} />
          </SideColumn>
        }
      >
        {page.closing === null ? <StateTurn page={page} actor={actor} /> : <ClosingPanel page={page} actor={actor} />}
        <OnThisPage page={page} hasActs={hasActs} />
        <DecisionSection page={page} actor={actor} />
        <FinesSection page={page} actor={actor} />
        <PlanAnswer page={page} title="The plan’s answer" contactLabel="The plan’s direct contact" withNotice />
        <Replies page={page} own={false} />
        <DeliveriesSection page={page} actor={actor} />
        <HfsQuestionsSection page={page} />
        <QuestionsSection page={page} actor={actor} kept={kept} />
        <MessagesSection page={page} actor={actor} kept={kept} />
        <CaseSection page={page} actor={actor} />
        <FilesSection page={page} />
        <ContactCard page={page} />
        <InformationSection page={page} actor={actor} />
        <ExtensionSection page={page} actor={actor} />
        <ContactLogSection page={page} />
        <ClaimsSection page={page} />
        <MailSection page={page} actor={actor} />
        <HistorySection page={page} />
      </Columns>
    </WrapWide>
  );
}
