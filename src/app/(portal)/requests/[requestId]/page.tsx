import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { choiceOf, type SearchParams } from '@/app/lists/list-address';
import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { getPlanRequest, type PlanRequestView } from '@/server/queries/get-plan-request';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { ActionForm } from '@/ui/forms/action-form';
import { FormDisclosure } from '@/ui/forms/form-disclosure';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { StatusTag } from '@/ui/status-tag';
import { DueBadge } from '@/ui/ticket/due-badge';
import { requestWhyLine } from '@/ui/ticket/why-line';
import { WrapWide } from '@/ui/wrap';
import { answerRequestAction, withdrawRequestAction } from '../actions';
import { answerPurpose, withdrawPurpose } from '../purposes';

type Props = { params: Promise<{ requestId: string }>; searchParams: Promise<SearchParams> };
type ViewProps = { request: PlanRequestView; actor: PersonActor };

// Once per request: the page and its title ask for the same.
const load = cache(async (requestId: string): Promise<ViewProps> => {
  const actor = await requireActor('portal_team', 'mco');
  const request = await getPlanRequest(actor, requestId);
  return request === null ? notFound() : { request, actor };
});

/** The number alone: a title holds nothing that a person typed. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { request } = await load((await params).requestId);
  return { title: `Request ${request.number}` };
}

const DONE = {
  asked: 'Your request is sent. The plan is told by e-mail.',
  answered: 'Your answer is sent to the Portal Team.',
  withdrawn: 'The request is taken back. The plan is told by e-mail.',
} as const;

function Said({ said, tag }: { said: { text: string; by: string; at: Date }; tag?: ReactNode }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b>{said.by}</b>
        <span className="text-ink-soft">
          <ChicagoInstant at={said.at} />
        </span>
        {tag}
      </p>
      <p className="mt-2 text-lead whitespace-pre-wrap wrap-anywhere">{said.text}</p>
    </>
  );
}

function AnswerForm({ request, actor }: ViewProps) {
  return (
    <ActionForm action={answerRequestAction.bind(null, request.id)} className="grid gap-5 mt-8 border-t border-line pt-6" label="Answer the request">
      <FormKey commandKey={issueFormKey(actor, answerPurpose(request.id))} />
      <TextArea name="answer" label="Your answer" hint="The Portal Team and HFS read it." rows={6} maxCharacters={5000} />
      <div>
        <SubmitButton>Send the answer</SubmitButton>
      </div>
    </ActionForm>
  );
}

function WithdrawForm({ request, actor }: ViewProps) {
  return (
    <ActionForm action={withdrawRequestAction.bind(null, request.id)} className="mt-8 border-t border-line pt-4" label="Take the request back">
      <FormDisclosure summary="Take it back" bodyClassName="grid gap-5">
        <FormKey commandKey={issueFormKey(actor, withdrawPurpose(request.id))} />
        <TextArea name="reason" label="Why is it taken back?" hint="The plan can read this." rows={3} maxCharacters={2000} />
        <div>
          <SubmitButton variant="secondary">Take it back</SubmitButton>
        </div>
      </FormDisclosure>
    </ActionForm>
  );
}

function State({ request }: Pick<ViewProps, 'request'>) {
  if (request.status === 'answered') return <StatusTag tone={request.answer?.late ? 'late' : 'done'}>{request.answer?.late ? 'Answered late' : 'Answered'}</StatusTag>;
  if (request.status === 'withdrawn') return <StatusTag>Taken back</StatusTag>;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      Answer by <DueBadge due={request.answerOn} today={request.today} kind="duty" soon={request.soon} why={requestWhyLine(request.asked.on, request.answerOn)} />
    </div>
  );
}

/** R29: one request about no ticket, with the plan's answer. */
export default async function RequestPage({ params, searchParams }: Props) {
  const { request, actor } = await load((await params).requestId);
  const done = choiceOf(await searchParams, 'done', ['asked', 'answered', 'withdrawn']);
  return (
    <WrapWide className="pt-6">
      <Breadcrumb trail={[{ href: '/requests', label: 'Requests' }]} current={request.number} />
      <PageTitle className="mt-3" title={request.subject} lead={`Request ${request.number} · ${request.planName}`} aside={<State request={request} />} />
      {done !== null && (
        <Notice tone="success" announce className="mt-5">
          {DONE[done]}
        </Notice>
      )}
      <div className="max-w-[44rem] mt-6">
        <Said said={request.asked} />
        {request.readers !== null && request.status === 'open' && <p className="mt-3 text-ink-soft">Told: {request.readers.length === 0 ? 'nobody, because nobody at this plan can sign in' : request.readers.join(', ')}.</p>}
        {request.answer !== null && (
          <section aria-label="Answer" className="mt-6 border-l-4 border-line pl-4">
            <Said said={request.answer} tag={request.answer.late ? <StatusTag tone="late">Late</StatusTag> : undefined} />
          </section>
        )}
        {request.withdrawn !== null && (
          <section aria-label="Why it was taken back" className="mt-6 border-l-4 border-line pl-4">
            <Said said={request.withdrawn} />
          </section>
        )}
        {request.canAnswer && <AnswerForm request={request} actor={actor} />}
        {request.canWithdraw && <WithdrawForm request={request} actor={actor} />}
      </div>
    </WrapWide>
  );
}
