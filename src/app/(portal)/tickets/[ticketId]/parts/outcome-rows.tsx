import type { AnswerDraft } from '@/domain/tickets/answer-draft';
import { OUTCOMES } from '@/domain/tickets/commands';
import type { ClaimView } from '@/server/queries/get-ticket-page';
import { MoneyField } from '@/ui/forms/money-field';
import { SelectField } from '@/ui/forms/select-field';
import { Money } from '@/ui/money';
import { OUTCOME_WORDS } from './ticket-words';

const OPTIONS = OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

type Props = { claims: readonly Pick<ClaimView, 'lineNo' | 'claimNumber' | 'memberName' | 'disputedCents'>[]; outcomes: AnswerDraft['outcomes'] };

/** R12: one row per claim line, its outcome and the amount. */
export function OutcomeRows({ claims, outcomes }: Props) {
  const typed = new Map(outcomes.map((o) => [o.lineNo, o]));
  return (
    <ul className="grid gap-4 sm:gap-2">
      {claims.map((claim) => {
        const name = `outcomes.${claim.lineNo - 1}`;
        const given = typed.get(claim.lineNo);
        return (
          <li key={claim.lineNo} className="grid gap-x-3 gap-y-1 grid-cols-[minmax(0,1fr)_8rem] sm:grid-cols-[minmax(0,1fr)_10rem_7.5rem] items-center">
            <input type="hidden" name={`${name}.lineNo`} value={claim.lineNo} />
            <p className="leading-snug max-sm:col-span-2 wrap-anywhere">
              <b>{claim.claimNumber}</b>
              <span className="block text-ink-soft">
                <Money cents={claim.disputedCents} /> disputed
              </span>
            </p>
            <SelectField name={`${name}.outcome`} label={`Outcome of claim ${claim.claimNumber}`} hiddenLabel small options={OPTIONS} emptyLabel="Choose" defaultValue={given?.outcome ?? ''} />
            <MoneyField name={`${name}.amountCents`} label={`Amount for claim ${claim.claimNumber}`} hiddenLabel small defaultValue={given?.amountCents ?? ''} inputClassName="px-2" />
          </li>
        );
      })}
    </ul>
  );
}

