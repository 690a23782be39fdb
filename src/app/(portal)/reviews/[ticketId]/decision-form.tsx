import type { PersonActor } from '@/domain/access/actor';
import { RULING_WORDS } from '@/domain/tickets/review-words';
import { RULINGS } from '@/domain/tickets/review-events';
import { rulingDraft } from '@/domain/tickets/ruling-draft';
import { issueFormKey } from '@/server/auth/form-key';
import type { ClaimsView, ClaimView, TicketPage } from '@/server/queries/get-ticket-page';
import { getReturnedRuling } from '@/server/queries/get-returned-ruling';
import { ActionForm } from '@/ui/forms/action-form';
import { DraftButton } from '@/ui/forms/draft-button';
import { FormKey } from '@/ui/forms/form-key';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { MoneyField } from '@/ui/forms/money-field';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { Money } from '@/ui/money';
import { PanelBody, PanelFoot } from '@/ui/panel';
import { SidePanel } from '@/ui/side-panel';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { draftForm, type DraftForm } from '../../../forms/form-draft';
import { ticketPurpose } from '../../../forms/run-ticket-form';
import { ClaimsSection, rowOf } from '../../tickets/[ticketId]/parts/claims-section';
import { claimsWords } from '../../tickets/[ticketId]/parts/ticket-words';
import { decideAction } from '../../tickets/[ticketId]/review-actions';

const LINE_OPTIONS = RULINGS.map((value) => ({ value, label: RULING_WORDS[value] }));
const OTHER_OPTIONS = [
  { value: 'for_provider', label: 'For the provider, in full' },
  { value: 'for_mco', label: 'For the plan' },
];

/** What the plan said to a line stands beside the choice for it. */
function LineRow({ claim }: { claim: ClaimView }) {
  const name = `lines.${claim.lineNo - 1}`;
  const { denial, outcome } = rowOf(claim);
  return (
    <Row>
      <RowHead sub={denial ?? undefined}>
        {claim.claimNumber}
        <input type="hidden" name={`${name}.lineNo`} value={claim.lineNo} />
      </RowHead>
      <Cell sub={`RIN ${claim.rin}`}>{claim.memberName}</Cell>
      <Cell align="right" label="Disputed" sub={<>billed <Money cents={claim.billedCents} /></>}>
        <b>
          <Money cents={claim.disputedCents} />
        </b>
      </Cell>
      <Cell label="Plan’s outcome" sub={outcome?.note}>
        {outcome ? <StatusTag tone={outcome.tone}>{outcome.label}</StatusTag> : '–'}
      </Cell>
      <Cell className="lg:w-[11rem]" label="HFS decides">
        <SelectField name={`${name}.ruling`} label={`Decision on claim ${claim.claimNumber}`} hiddenLabel small options={LINE_OPTIONS} emptyLabel="As above" />
      </Cell>
      <Cell className="lg:w-[8.5rem]" label="Plan pays, $">
        <MoneyField name={`${name}.amountCents`} label={`The plan pays for claim ${claim.claimNumber}`} hiddenLabel small inputClassName="px-2" />
      </Cell>
    </Row>
  );
}

/** Every line with its own choice. */
function Lines({ claims }: { claims: ClaimsView }) {
  return (
    <div>
      <h3 className="text-base font-semibold text-ink">Claim by claim</h3>
      <p className="text-ink-soft mb-2">For “In part” choose for each claim, or for all others below. An amount is needed where a claim is decided in part; left empty elsewhere, it is the disputed one, or nothing.</p>
      <DataTable label="Decision on each claim" stack tight>
        <TableHead columns={[{ label: 'Claim, denial' }, { label: 'Member' }, { label: 'Disputed', align: 'right' }, { label: 'Plan’s outcome' }, { label: 'HFS decides' }, { label: 'Plan pays, $' }]} />
        <TableBody>
          {claims.lines.map((claim) => (
            <LineRow key={claim.lineNo} claim={claim} />
          ))}
        </TableBody>
      </DataTable>
    </div>
  );
}

function ManyLines({ claims }: { claims: ClaimsView }) {
  return (
    <TextField
      name="providerLines"
      label="Claims decided for the provider"
      hint={`Only for “In part”: line numbers from 1 to ${claims.count.toLocaleString('en-US')} as they stand in the table above, such as 1-40, 57. All others are decided as you choose below.`}
      optional
    />
  );
}

const isInline = (claims: ClaimsView | null) => claims !== null && claims.count <= claims.pageSize;

/** R18: a decision that was returned stands in the form again, until its reader types another one. */
async function decisionDraft({ claims, ticketId, review }: TicketPage, actor: PersonActor): Promise<DraftForm> {
  const draft = await draftForm(actor, 'decide', ticketId);
  const ruling = draft.key === 'new' && review?.desk?.returned?.what === 'decision' ? await getReturnedRuling(actor, ticketId) : null;
  if (ruling === null) return draft;
  const values = rulingDraft(ruling, claims !== null && isInline(claims) ? claims.lines : null);
  return { ...draft, initial: { status: 'saved', message: 'The decision that was returned stands here as it was given. Change it, then give it anew.', values } };
}

/** R17, R18: the decision as a whole, on each claim, with its reasons. */
export async function DecisionForm({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { claims, ticketId } = page;
  const draft = await decisionDraft(page, actor);
  const inline = isInline(claims);
  return (
    <>
      {claims !== null && !inline && <ClaimsSection page={page} path={`/reviews/${ticketId}`} numbered />}
      <SidePanel id="decision-form" title="HFS Decision" lead="The Portal Team shares it with both sides. Then it is final (R18).">
        <ActionForm key={draft.key} action={decideAction.bind(null, ticketId)} label="HFS Decision" initial={draft.initial} draft={draft} placesOutcome>
          <FormKey commandKey={issueFormKey(actor, ticketPurpose('decide', ticketId))} version={page.eventCount} />
          <PanelBody>
            <FormOutcome className="mb-6" />
            <div className="grid gap-6">
              <RadioChoices
                name="ruling"
                legend="HFS decides"
                choices={[
                  { value: 'for_provider', label: 'For the provider', hint: claims === null ? undefined : 'Every claim is decided for the provider.' },
                  { value: 'in_part', label: 'In part', hint: claims === null ? undefined : 'Claim by claim.' },
                  { value: 'for_mco', label: 'For the plan', hint: claims === null ? undefined : 'Every claim is decided for the plan.' },
                ]}
              />
              {claims !== null && (inline ? <Lines claims={claims} /> : <ManyLines claims={claims} />)}
              {claims !== null && claims.count > 1 && (
                <SelectField name="otherLines" label={inline ? 'All claims without a choice of their own' : 'All other claims'} hint="Only for “In part”." optional options={OTHER_OPTIONS} emptyLabel={inline ? 'Each has its own' : 'Choose'} />
              )}
              <TextArea name="reasons" label="Reasons" hint="Both sides read these words. Name the facts, the rule, and what the plan is to do by when." rows={8} maxCharacters={10_000} />
            </div>
          </PanelBody>
          <PanelFoot>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
              <SubmitButton>Give the decision</SubmitButton>
              <DraftButton />
            </div>
            <p className="text-ink-soft mt-3">
              It goes to the Portal Team{claims === null ? '' : ` with the decision on ${claimsWords(claims.count)}`}. Until it is shared, the Portal Team can return it to you, and neither side sees it.
            </p>
          </PanelFoot>
        </ActionForm>
      </SidePanel>
    </>
  );
}
