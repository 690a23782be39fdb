import { isPast } from '@/domain/deadlines';
import type { PersonActor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import type { HfsQuestionView, TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { TurnBody } from '@/ui/ticket/turn-strip';
import { Typed } from './plan-answer';
import { WrittenNote } from './review-sections';
import { isOpenTo } from './ticket-words';

function OpenQuestion({ question, ticketId, first }: { question: HfsQuestionView; ticketId: string; first: boolean }) {
  return (
    <div className="border-l-4 border-line pl-4">
      <p className="text-ink-soft">
        {question.question.by} asks{question.due !== null && <>, answer by <CivilDate date={question.due.due} /></>}
      </p>
      <Typed>{question.question.text}</Typed>
      <p className="mt-3">
        <ButtonLink variant={first ? 'primary' : 'secondary'} href={`/tickets/${ticketId}/question/${question.questionId}`}>
          Answer this question
        </ButtonLink>
      </p>
    </div>
  );
}

/** What a side can do while HFS is asked to review or reviews: answer its questions, deliver information (R16, R17). */
export function PartyReviewActs({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { review, ticketId } = page;
  if (review === null || !isOpenTo(page, 'deliverInformation')) return null;
  const questions = review.questions.filter((q) => q.isMine && q.isOpen);
  const side = review.sides.find((s) => s.party === actor.role);
  const owed = side?.duty?.ended === null ? side.duty.due : null;
  return (
    <TurnBody>
      <div className="grid gap-6">
        {questions.map((question, i) => (
          <OpenQuestion key={question.questionId} question={question} ticketId={ticketId} first={i === 0} />
        ))}
        {owed !== null ? (
          <div>
            <p className="text-lead max-w-[44rem]">
              Tell HFS what it needs for its decision, with a person who knows the case (R16). {isPast(page.today, owed) ? 'It was due' : 'It is due'} <b><CivilDate date={owed} /></b>.
              {isPast(page.today, owed) && ' It is still taken, and marked late.'}
            </p>
            <p className="flex flex-wrap items-center gap-x-6 gap-y-3 mt-4">
              <ButtonLink size={actor.role === 'provider' ? 'large' : 'normal'} variant={questions.length === 0 ? 'primary' : 'secondary'} href={`/tickets/${ticketId}/deliver`}>
                Write to HFS
              </ButtonLink>
              <span className="text-ink-soft">Nothing is sent until you check and confirm.</span>
            </p>
          </div>
        ) : (
          <p className="print:hidden">
            <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${ticketId}/deliver`}>
              Add information for HFS
            </AppLink>
          </p>
        )}
      </div>
    </TurnBody>
  );
}

const TEAM_LINKS = {
  beginAdministrativeReview: { path: 'place-in-review', label: 'Place it in review' },
  shareDecision: { path: 'share', label: 'Read and share the decision' },
  referToSme: { path: 'refer', label: 'Name the expert' },
} as const satisfies Partial<Record<Action, { path: string; label: string }>>;

/** The Portal Team's act that stands on the strip, so that no list names it again. */
export function teamReviewAct(page: TicketPage, actor: PersonActor): keyof typeof TEAM_LINKS | null {
  if (page.review === null || actor.role !== 'portal_team') return null;
  if (page.facts.status === 'review_requested' && page.turn.mine) return 'beginAdministrativeReview';
  if (page.facts.status === 'decided') return 'shareDecision';
  return isOpenTo(page, 'referToSme') ? 'referToSme' : null;
}

/** The one act of the State in each step of a review; what was handed back says why. */
export function StateReviewActs({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { ticketId, review } = page;
  if (review === null) return null;
  const act = teamReviewAct(page, actor);
  const link = actor.role !== 'portal_team' ? { href: `/reviews/${ticketId}`, label: isOpenTo(page, 'decide') ? 'Read both sides and decide' : 'Read both sides' } : act === null ? null : { href: `/tickets/${ticketId}/${TEAM_LINKS[act].path}`, label: TEAM_LINKS[act].label };
  const { desk } = review;
  const returned = desk?.returned ?? null;
  if (link === null && returned === null && desk?.direction === null) return null;
  return (
    <TurnBody className="sm:p-5">
      <div className="grid gap-4">
        {desk !== null && desk.direction !== null && <WrittenNote label="Direction of the Account Manager (D14)" note={desk.direction} />}
        {returned !== null && <WrittenNote label={returned.what === 'decision' ? 'Why the decision was returned' : 'Why the expert returned it'} note={returned} />}
        {desk !== null && desk.recommended !== null && desk.referred === null && <WrittenNote label="An expert was recommended" note={desk.recommended} />}
        {link !== null && (
          <p>
            <ButtonLink variant={page.turn.mine ? 'primary' : 'secondary'} href={link.href}>
              {link.label}
            </ButtonLink>
          </p>
        )}
      </div>
    </TurnBody>
  );
}
