import type { PersonActor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { Columns, SideColumn, SideSection } from '@/ui/columns';
import { StepsLine } from '@/ui/ticket/steps-line';
import { TurnBody, TurnStrip } from '@/ui/ticket/turn-strip';
import { Wrap } from '@/ui/wrap';
import { AboutSection, DatesSection } from './about-section';
import { CaseSection } from './case-section';
import { ClaimsSection } from './claims-section';
import { ClosingPanel } from './closing-panel';
import { DoneNotice } from './done-notice';
import { FilesSection } from './files-section';
import { HistorySection } from './history-section';
import { MessagesSection, NewMessages } from './messages-section';
import { OnThisPage } from './on-this-page';
import { PlanAnswer, Typed } from './plan-answer';
import { ContactChange } from './contact-change';
import { Replies } from './replies';
import { ExtensionSection, InformationSection } from './request-sections';
import { PartyReviewActs } from './review-acts';
import { DecisionSection, DeliveriesSection, HfsQuestionsSection } from './review-sections';
import { ReplyChoice } from './reply-choice';
import { TicketHead } from './ticket-head';
import { isOpenTo, offerOf } from './ticket-words';
import { stripDue, TurnWhy } from './why';

type Props = { page: TicketPage; actor: PersonActor; done: string | undefined; kept?: string };

function ReviewAct({ page }: { page: TicketPage }) {
  return (
    <TurnBody>
      <h2>Do you want HFS to review?</h2>
      <p className="text-lead mt-2">You disagreed with {page.facts.planShortName}’s answer. HFS can review the dispute and decide. Its decision is final.</p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3 mt-6">
        <ButtonLink size="large" href={`/tickets/${page.ticketId}/review`}>
          Ask HFS to review
        </ButtonLink>
        <span className="text-ink-soft">Nothing is sent until you check and confirm.</span>
      </p>
    </TurnBody>
  );
}

/** R10: what the plan waits for, and that it stands open when late (D9). */
function InformationAct({ page }: { page: TicketPage }) {
  const asked = page.requests.information[0];
  if (asked === undefined) return null;
  return (
    <TurnBody>
      <h2>{page.facts.planShortName} needs information from you</h2>
      <Typed className="text-lead mt-2">{asked.what}</Typed>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3 mt-6">
        <ButtonLink size="large" href={`/tickets/${page.ticketId}/information`}>
          Send it, or say that it was provided
        </ButtonLink>
        <span className="text-ink-soft">{page.facts.planShortName} must still answer by its own date.</span>
      </p>
    </TurnBody>
  );
}

/** Whose turn, by when, and the one thing to do now. */
function ProviderTurn({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { turn, facts } = page;
  const replies = turn.mine && facts.status === 'responded';
  const asks = turn.mine && facts.status === 'contested';
  return (
    <TurnStrip id="turn" turn={turn.mine ? 'mine' : 'theirs'} title={turn.title} due={stripDue(page)}>
      {turn.texts.length > 0 && (
        <TurnBody className={replies || asks ? 'pb-0 sm:pb-0' : undefined}>
          {turn.texts.map((text) => (
            <p key={text} className="text-lead max-w-[44rem]">
              {text}
            </p>
          ))}
        </TurnBody>
      )}
      {replies && <ReplyChoice page={page} actor={actor} />}
      {asks && <ReviewAct page={page} />}
      {turn.mine && isOpenTo(page, 'provideInformation') && <InformationAct page={page} />}
      <PartyReviewActs page={page} actor={actor} />
      <TurnWhy page={page} open={replies} />
    </TurnStrip>
  );
}

/** A link to the page of an act, or who can do it where the reader cannot (R7). */
function ActLink({ page, action, href, children }: { page: TicketPage; action: Action; href: string; children: string }) {
  const offer = offerOf(page, action);
  if (offer === undefined) return null;
  if (offer.refused !== null)
    return (
      <p>
        {children}: {offer.refused}
      </p>
    );
  return (
    <p>
      <AppLink className="inline-flex items-center min-h-11" href={href}>
        {children}
      </AppLink>
    </p>
  );
}

function hasOtherActs(page: TicketPage): boolean {
  return (['confirmResolved', 'withdraw', 'requestExtension'] as const).some((action) => offerOf(page, action) !== undefined);
}

function OtherActs({ page }: { page: TicketPage }) {
  const base = `/tickets/${page.ticketId}`;
  if (!hasOtherActs(page)) return null;
  return (
    <div className="print:hidden">
      <SideSection id="acts" title="What else you can do">
        <div className="grid gap-2">
          <ActLink page={page} action="confirmResolved" href={`${base}/resolved`}>
            Say that it is resolved
          </ActLink>
          <ActLink page={page} action="withdraw" href={`${base}/withdraw`}>
            Withdraw this ticket
          </ActLink>
          <ActLink page={page} action="requestExtension" href={`${base}/extension`}>
            Ask HFS for an extension
          </ActLink>
        </div>
      </SideSection>
    </div>
  );
}

function NextSection({ page }: { page: TicketPage }) {
  if (page.next.length === 0) return null;
  return (
    <SideSection title="What happens next" first>
      <dl className="grid gap-3">
        {page.next.map((step) => (
          <div key={step.title}>
            <dt className="font-bold">{step.title}</dt>
            <dd>{step.text}</dd>
          </div>
        ))}
      </dl>
    </SideSection>
  );
}

/** The provider's ticket: where it stands, whose turn, the one act; then the answer, the claims, what happened. */
export function ProviderTicket({ page, actor, done, kept }: Props) {
  return (
    <Wrap className="pt-6">
      <TicketHead page={page} actor={actor} tags={<NewMessages page={page} />} />
      <DoneNotice done={done} className="mt-5" />
      <StepsLine steps={page.steps} className="mt-8" />
      <Columns
        className="mt-6 lg:mt-10"
        side={
          <SideColumn label="About this ticket">
            <NextSection page={page} />
            <DatesSection page={page} first={page.next.length === 0} />
            <AboutSection page={page} actor={actor} />
            <ContactChange page={page} actor={actor} />
            <OtherActs page={page} />
          </SideColumn>
        }
      >
        {page.closing === null ? <ProviderTurn page={page} actor={actor} /> : <ClosingPanel page={page} actor={actor} />}
        <OnThisPage page={page} hasActs={hasOtherActs(page)} />
        <DecisionSection page={page} actor={actor} />
        <PlanAnswer page={page} title="The plan’s answer" contactLabel="Questions? Call the plan directly" />
        <Replies page={page} own />
        <DeliveriesSection page={page} actor={actor} />
        <HfsQuestionsSection page={page} />
        <InformationSection page={page} actor={actor} />
        <ExtensionSection page={page} actor={actor} />
        <MessagesSection page={page} actor={actor} kept={kept} />
        <ClaimsSection page={page} />
        <CaseSection page={page} actor={actor} />
        <FilesSection page={page} />
        <HistorySection page={page} />
      </Columns>
    </Wrap>
  );
}
