import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/server/auth/require-actor';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { Columns, SideColumn } from '@/ui/columns';
import { StatusTag } from '@/ui/status-tag';
import { TurnBody, TurnStrip } from '@/ui/ticket/turn-strip';
import { WrapWide } from '@/ui/wrap';
import { loadTicket, positionOf, ticketTitle, type TicketParams } from '../../tickets/[ticketId]/load-ticket';
import { AboutSection, DatesSection } from '../../tickets/[ticketId]/parts/about-section';
import { ClaimsSection } from '../../tickets/[ticketId]/parts/claims-section';
import { ClosingPanel } from '../../tickets/[ticketId]/parts/closing-panel';
import { DoneNotice } from '../../tickets/[ticketId]/parts/done-notice';
import { FilesSection } from '../../tickets/[ticketId]/parts/files-section';
import { DecisionSection, HfsQuestionsSection, WrittenNote } from '../../tickets/[ticketId]/parts/review-sections';
import { hasTeamActs, TeamActs } from '../../tickets/[ticketId]/parts/team-acts';
import { TicketHead } from '../../tickets/[ticketId]/parts/ticket-head';
import { isOpenTo } from '../../tickets/[ticketId]/parts/ticket-words';
import { stripDue, TurnWhy } from '../../tickets/[ticketId]/parts/why';
import { DecisionForm } from './decision-form';
import { BothSides } from './both-sides';

type Props = TicketParams & { searchParams: Promise<{ claims?: string | string[]; done?: string | string[] }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  return ticketTitle(props, { claimsFrom: positionOf((await props.searchParams).claims) }, 'Review');
}

/** What this step of the review asks, and what the State wrote to itself. */
function ReviewTurn({ page }: { page: TicketPage }) {
  const { turn, review } = page;
  const desk = review?.desk ?? null;
  const notes = [
    ...(desk?.direction ? [{ label: 'Direction of the Account Manager (D14)', note: desk.direction }] : []),
    ...(desk?.recommended && desk.referred === null ? [{ label: 'An expert was recommended', note: desk.recommended }] : []),
    ...(desk?.referred ? [{ label: `Referred to ${desk.referred.name}`, note: desk.referred }] : []),
    ...(desk?.returned ? [{ label: desk.returned.what === 'decision' ? 'Why the decision was returned' : 'Why the expert returned it', note: desk.returned }] : []),
  ];
  return (
    <TurnStrip id="turn" turn={turn.mine ? 'mine' : 'theirs'} title={turn.title} due={stripDue(page)}>
      <TurnBody className="sm:p-5">
        <div className="grid gap-4">
          {turn.texts.map((text) => (
            <p key={text} className="max-w-[44rem]">
              {text}
            </p>
          ))}
          {notes.map(({ label, note }) => (
            <WrittenNote key={label} label={label} note={note} />
          ))}
          {isOpenTo(page, 'decide') && (
            <p className="print:hidden">
              <ButtonLink variant="secondary" href="#decision-form">
                Write the decision
              </ButtonLink>
            </p>
          )}
        </div>
      </TurnBody>
      <TurnWhy page={page} />
    </TurnStrip>
  );
}

function tags(page: TicketPage) {
  const { review, facts } = page;
  return (
    <>
      {review?.isSilentPlan && <StatusTag tone="late">The plan did not answer in time (D14)</StatusTag>}
      {facts.stateAssignee !== null && <StatusTag>Assigned to {facts.stateAssignee.name}</StatusTag>}
      {review !== null && review.beganOn !== null && (
        <StatusTag>
          In review since <CivilDate date={review.beganOn} format="short" />
        </StatusTag>
      )}
    </>
  );
}

/** R17: the case of both sides next to each other, claim by claim, with questions and the decision. */
export default async function ReviewPage(props: Props) {
  await requireActor('account_manager', 'administration', 'sme', 'portal_team');
  const { claims, done } = await props.searchParams;
  const { page, actor } = await loadTicket(props, { claimsFrom: positionOf(claims) });
  if (page.review === null) notFound();
  const decides = isOpenTo(page, 'decide');
  return (
    <WrapWide className="pt-5">
      <TicketHead page={page} actor={actor} tags={tags(page)} from={actor.role === 'portal_team' ? undefined : { href: '/reviews', label: 'Reviews' }} />
      <DoneNotice done={typeof done === 'string' ? done : undefined} className="mt-5" />
      <Columns
        className="mt-6"
        side={
          <SideColumn label="About this review">
            {page.closing === null && hasTeamActs({ page }) && <TeamActs page={page} />}
            <p className="print:hidden -mt-6">
              <AppLink className="inline-flex items-center min-h-11 font-semibold" href={`/tickets/${page.ticketId}`}>
                The whole ticket with its history
              </AppLink>
            </p>
            <DatesSection page={page} />
            <AboutSection page={page} actor={actor} />
          </SideColumn>
        }
      >
        {page.closing === null ? <ReviewTurn page={page} /> : <ClosingPanel page={page} actor={actor} />}
        <DecisionSection page={page} actor={actor} />
        <BothSides page={page} />
        <FilesSection page={page} />
        <HfsQuestionsSection page={page} />
        {decides ? <DecisionForm page={page} actor={actor} /> : <ClaimsSection page={page} path={`/reviews/${page.ticketId}`} />}
      </Columns>
    </WrapWide>
  );
}
