import type { ReactNode } from 'react';
import type { ReplyView, SideView, TicketPage } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { phoneHref } from '@/ui/phone-href';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { DECISION_WORDS, GROUNDS_WORDS } from '../../tickets/[ticketId]/parts/ticket-words';
import { Typed } from '../../tickets/[ticketId]/parts/plan-answer';
import { Delivery, NotDelivered } from '../../tickets/[ticketId]/parts/review-sections';

/** One step of the dispute: the provider's word on the left, the plan's on the right; on a phone one under the other. */
function Step({ title, provider, plan, page }: { title: string; provider: ReactNode; plan: ReactNode; page: TicketPage }) {
  return (
    <div className="border-t border-line py-5">
      <h3 className="text-base font-bold text-ink-soft">{title}</h3>
      <div className="grid gap-x-8 gap-y-5 mt-3 lg:grid-cols-2">
        <div className="grid gap-3 content-start">
          <p className="font-bold lg:sr-only">{page.facts.providerName}</p>
          {provider}
        </div>
        <div className="grid gap-3 content-start lg:border-l lg:border-line lg:pl-8">
          <p className="font-bold lg:sr-only">{page.facts.planShortName}</p>
          {plan}
        </div>
      </div>
    </div>
  );
}

const Nothing = ({ children }: { children: ReactNode }) => <p className="text-ink-soft">{children}</p>;

function Complaint({ page: { facts } }: { page: TicketPage }) {
  return (
    <>
      <Typed>{facts.whatHappened}</Typed>
      <p>
        <span className="text-ink-soft">Asks for: </span>
        <b className="whitespace-pre-wrap">{facts.desiredOutcome}</b>
        {facts.claimCount > 0 && (
          <>
            {' '}
            (<Money cents={facts.disputedCents} />)
          </>
        )}
      </p>
      <p className="text-ink-soft">{GROUNDS_WORDS[facts.grounds]}.</p>
    </>
  );
}

function Answer({ page: { answer, review } }: { page: TicketPage }) {
  if (answer === null)
    return (
      <>
        <p>
          <StatusTag tone="late">No answer</StatusTag>
        </p>
        <Nothing>{review?.isSilentPlan ? 'The plan did not answer. It still can until HFS decides (D14).' : 'The plan has not answered.'}</Nothing>
      </>
    );
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <StatusTag icon="scale">{DECISION_WORDS[answer.decision]}</StatusTag>
        {answer.late && <StatusTag tone="late">Late</StatusTag>}
      </p>
      <Typed>{answer.plan}</Typed>
      <p>
        <span className="text-ink-soft">Resolved by: </span>
        {answer.resolveOn === null ? <b>no date applies. {answer.noDateReason}</b> : <b><CivilDate date={answer.resolveOn} /></b>}
      </p>
      {answer.pcfAttested && <p className="text-ink-soft">PCF: vetted in full; HFS screen prints are accepted as proof (R13).</p>}
      <p className="text-ink-soft">
        <ChicagoInstant at={answer.sentAt} />. Contact: {answer.contactName}, <a href={phoneHref(answer.contactPhone)}>{answer.contactPhone}</a>
      </p>
    </>
  );
}

function Reply({ reply, label }: { reply: ReplyView | undefined; label: string }) {
  if (reply === undefined) return null;
  return (
    <div className="grid gap-1">
      <p className="text-ink-soft">{label}</p>
      <Typed>{reply.text}</Typed>
    </div>
  );
}

function Deliveries({ side, page }: { side: SideView | undefined; page: TicketPage }) {
  if (side === undefined) return null;
  return (
    <>
      <NotDelivered side={side} today={page.today} />
      {side.deliveries.map((delivery) => (
        <Delivery key={delivery.at.toISOString()} delivery={delivery} />
      ))}
    </>
  );
}

/** R16, R17: what each side says, step by step, next to what the other side says. */
export function BothSides({ page }: { page: TicketPage }) {
  const { review, facts, replies } = page;
  const side = (party: SideView['party']) => review?.sides.find((s) => s.party === party);
  const contest = replies.find((r) => r.kind === 'contest');
  const request = replies.find((r) => r.kind === 'review');
  return (
    <Section id="sides" title="Both sides">
      <div className="hidden lg:grid grid-cols-2 gap-x-8 pb-3" aria-hidden="true">
        <p className="text-h3 font-bold text-navy">{facts.providerName}</p>
        <p className="text-h3 font-bold text-navy lg:pl-8">{facts.planName}</p>
      </div>
      <Step page={page} title="The complaint and the answer" provider={<Complaint page={page} />} plan={<Answer page={page} />} />
      {(contest !== undefined || request !== undefined) && (
        <Step
          page={page}
          title="Why the provider disagrees"
          provider={
            <>
              <Reply reply={contest} label="Against the answer" />
              <Reply reply={request} label="What HFS should look at" />
            </>
          }
          plan={<Nothing>The plan says more below, with what it delivered.</Nothing>}
        />
      )}
      <Step page={page} title="What each side delivered to HFS (R16)" provider={<Deliveries side={side('provider')} page={page} />} plan={<Deliveries side={side('mco')} page={page} />} />
    </Section>
  );
}
