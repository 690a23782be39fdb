import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { AnswerCheck } from '@/server/queries/get-answer-check';
import { AppLink } from '@/ui/app-link';
import { ActionForm } from '@/ui/forms/action-form';
import { CheckboxField } from '@/ui/forms/checkbox-field';
import { FormKey } from '@/ui/forms/form-key';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Pagination } from '@/ui/table/pagination';
import { Panel, PanelBody } from '@/ui/panel';
import { answerPurpose } from '../../answer-purpose';
import { positionOf, type TicketParams } from '../../load-ticket';
import { ActPage } from '../../parts/act-page';
import { OutcomeRows } from '../../parts/outcome-rows';
import { claimsWords } from '../../parts/ticket-words';
import { saveOutcomesAction } from '../actions';
import { answerTitle, loadAnswer } from '../load-answer';

type Props = TicketParams & { searchParams: Promise<{ from?: string | string[] }> };
const PAGE = 50;

export function generateMetadata(props: Props): Promise<Metadata> {
  return answerTitle(props, 'Outcomes of the claims');
}

function SetAll({ check, actor, path }: { check: AnswerCheck; actor: PersonActor; path: string }) {
  const { head, counts, claims } = check;
  return (
    <Panel>
      <PanelBody>
        <h2 className="text-h3">One outcome for many</h2>
        <ActionForm action={saveOutcomesAction.bind(null, head.ticketId, path)} prefix="all" label="One outcome for many claims" className="mt-2">
          <FormKey commandKey={issueFormKey(actor, answerPurpose(head.ticketId))} version={check.version} />
          <div className="flex flex-wrap items-end gap-3">
            <SelectField
              name="setAll"
              label={counts.missing === 0 ? 'Outcome' : `Outcome for the ${claimsWords(counts.missing)} without one`}
              lightLabel
              emptyLabel="Choose"
              options={[
                { value: 'will_pay', label: 'Will pay the amount in dispute' },
                { value: 'upheld', label: 'Upheld: pay nothing' },
              ]}
              className="grow min-w-60"
            />
            <SubmitButton variant="secondary" name="intent" value="set-all" pendingText="Saving…">
              Set and save
            </SubmitButton>
          </div>
          <CheckboxField name="replace" label={`Set it for all ${claims.length.toLocaleString('en-US')} claims, also where an outcome is chosen already`} />
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}

/** The outcomes of many claim lines: one for all, then page by page; each save keeps the draft. */
export default async function AnswerClaimsPage(props: Props) {
  const { actor, check } = await loadAnswer(props);
  const { head, claims } = check;
  if (claims.length === 0) notFound();
  const from = positionOf((await props.searchParams).from) ?? 1;
  const start = Math.floor((Math.min(from, claims.length) - 1) / PAGE) * PAGE;
  const shown = claims.slice(start, start + PAGE);
  const last = start + shown.length;
  const path = `/tickets/${head.ticketId}/answer/claims`;
  const here = start === 0 ? path : `${path}?from=${start + 1}`;
  const next = last < claims.length ? `${path}?from=${last + 1}` : `/tickets/${head.ticketId}#answer-form`;
  return (
    <ActPage page={head} actor={actor} action="respond" title="Outcomes of the claims">
      <p className="text-lead">
        {check.counts.missing === 0 ? `All ${claimsWords(claims.length)} have an outcome.` : `${claimsWords(check.counts.missing)} of ${claims.length.toLocaleString('en-US')} still need an outcome.`} They belong to your draft; nothing is sent.
      </p>
      <div className="mt-6 grid gap-8">
        <SetAll check={check} actor={actor} path={here} />
        <ActionForm action={saveOutcomesAction.bind(null, head.ticketId, next)} label="Outcome for each claim">
          <FormKey commandKey={issueFormKey(actor, answerPurpose(head.ticketId))} version={check.version} />
          <h2 className="text-h3 mb-3">
            Claims {(start + 1).toLocaleString('en-US')} to {last.toLocaleString('en-US')} of {claims.length.toLocaleString('en-US')}
          </h2>
          <OutcomeRows claims={shown} outcomes={check.draft.outcomes} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 mt-6">
            <SubmitButton name="intent" value="save" pendingText="Saving…">
              {last < claims.length ? 'Save and go on' : 'Save and go back to the answer'}
            </SubmitButton>
            <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${head.ticketId}#answer-form`}>
              Back to the answer without saving
            </AppLink>
          </div>
        </ActionForm>
        <Pagination label="Pages of claims" shown="Without saving:" firstHref={start === 0 ? null : path} nextHref={last < claims.length ? `${path}?from=${last + 1}` : null} />
      </div>
    </ActPage>
  );
}
