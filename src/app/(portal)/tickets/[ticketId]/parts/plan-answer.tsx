import { doneWords } from '@/domain/deadlines';
import type { AnswerView, TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { Facts } from '@/ui/facts';
import { Icon } from '@/ui/icon';
import { Panel, PanelBody, PanelHead } from '@/ui/panel';
import { phoneHref } from '@/ui/phone-href';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { claimsWords, DECISION_WORDS, isOpenTo } from './ticket-words';

/** Text that a person wrote, as it was written. */
export function Typed({ children, className = 'text-lead' }: { children: string; className?: string }) {
  return <p className={`${className} max-w-[44rem] whitespace-pre-wrap wrap-anywhere`}>{children}</p>;
}

function OnTime({ answer }: { answer: AnswerView }) {
  const words = doneWords(answer.respondedOn, answer.dueOn);
  return answer.late ? (
    <span className="text-late">
      <Icon name="clock-alert" /> No, {words}
    </span>
  ) : (
    <span className="text-done">
      <Icon name="check" /> Yes, {words}
    </span>
  );
}

function contactFact(answer: AnswerView) {
  return (
    <>
      {answer.contactName}
      <br />
      <a className="font-normal" href={phoneHref(answer.contactPhone)}>
        {answer.contactPhone}
      </a>
      <br />
      <a className="font-normal wrap-anywhere" href={`mailto:${answer.contactEmail}`}>
        {answer.contactEmail}
      </a>
    </>
  );
}

const NOTICE_WORDS: Record<AnswerView['notice'], string> = {
  none: 'No notice',
  pending: 'On its way',
  accepted: 'Delivered',
  failed: 'Not delivered',
  seen: 'The contact opened the answer',
};

type AnswerFactsProps = { answer: AnswerView; contactLabel: string; /** D18: how far the notice to the contact has come, for the State. */ withNotice?: boolean };

function AnswerFacts({ answer, contactLabel, withNotice }: AnswerFactsProps) {
  return (
    <Facts
      className="self-start content-start md:border-l md:border-line md:pl-6"
      facts={[
        answer.resolveOn === null
          ? { label: 'Resolved by', value: 'No date applies', note: answer.noDateReason }
          : { label: 'Resolved by', value: <CivilDate date={answer.resolveOn} /> },
        { label: contactLabel, value: contactFact(answer) },
        { label: 'Was it on time?', value: <OnTime answer={answer} />, note: <>It was due <CivilDate date={answer.dueOn} />.</> },
        ...(answer.pcfAttested ? [{ label: 'PCF', value: 'Vetted in full by the plan', note: 'HFS system screen prints are accepted as proof (R13).' }] : []),
        ...(withNotice ? [{ label: 'Notice to the contact (D18)', value: NOTICE_WORDS[answer.notice] }] : []),
      ]}
    />
  );
}

/** What the plan does about the provider's claims, in one sentence; empty where there are none. */
export function outcomeSentence(page: TicketPage, plan: string): string {
  const { claims } = page;
  if (claims === null) return '';
  const { will_pay, will_pay_in_part, upheld } = claims.totals.outcomes;
  const pays = will_pay + will_pay_in_part;
  if (pays === 0) return `${plan} keeps its decision on your ${claimsWords(claims.count)}.`;
  const part = will_pay_in_part === 0 ? '' : will_pay === 0 ? ', in part' : `, ${will_pay_in_part.toLocaleString('en-US')} of them in part`;
  if (upheld === 0) return `${plan} will pay your ${claimsWords(claims.count)}${part}.`;
  return `${plan} will pay ${pays.toLocaleString('en-US')} of your ${claimsWords(claims.count)}${part}${part === '' ? '' : ','} and keeps its decision on the other${upheld === 1 ? '' : ` ${upheld.toLocaleString('en-US')}`}.`;
}

/** R12: what the plan put right in its contact stays beside what it replaced. */
function ContactCorrections({ page, answer }: { page: TicketPage; answer: AnswerView }) {
  const mayCorrect = isOpenTo(page, 'correctResponse');
  if (answer.contactCorrections.length === 0 && !mayCorrect) return null;
  return (
    <div className="grid gap-2">
      {answer.contactCorrections.map(({ at, by, before }) => (
        <p key={at.toISOString()} className="text-ink-soft wrap-anywhere">
          Contact corrected <ChicagoInstant at={at} short /> by {by}. Before: {before.contactName}, {before.contactPhone}, {before.contactEmail}
        </p>
      ))}
      {mayCorrect && (
        <p className="print:hidden">
          <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${page.ticketId}/direct-contact`}>
            Correct the contact
          </AppLink>
        </p>
      )}
    </div>
  );
}

/** The plan's answer, word for word, with whom to call. */
export function PlanAnswer({ page, title, ...facts }: { page: TicketPage; title: string } & Omit<AnswerFactsProps, 'answer'>) {
  const { answer } = page;
  if (answer === null) return null;
  return (
    <Section id="answer" title={title}>
      <Panel>
        <PanelHead>
          <p className="flex flex-wrap items-center gap-3">
            <StatusTag icon="scale">{DECISION_WORDS[answer.decision]}</StatusTag>
            <span>{answer.decision === 'upheld' ? 'The plan keeps its first decision.' : 'The plan changes its first decision.'}</span>
          </p>
          <p className="text-ink-soft">
            <ChicagoInstant at={answer.sentAt} />
          </p>
        </PanelHead>
        <PanelBody className="grid gap-6 md:grid-cols-[minmax(0,1fr)_18rem]">
          <Typed>{answer.plan}</Typed>
          <div className="grid gap-4 content-start">
            <AnswerFacts answer={answer} {...facts} />
            <ContactCorrections page={page} answer={answer} />
          </div>
        </PanelBody>
      </Panel>
    </Section>
  );
}
