import type { ReactNode } from 'react';
import { isReady, suggestedRin, type CheckedLine } from '@/domain/tickets/check-draft';
import { EMPTY_CLAIM, type ClaimText } from '@/domain/tickets/complaint-draft';
import { parseCalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { dateTextOf } from '@/ui/forms/date-input';
import { DateTextField } from '@/ui/forms/date-text-field';
import { MoneyField } from '@/ui/forms/money-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextField } from '@/ui/forms/text-field';
import { Icon } from '@/ui/icon';
import { lineField } from './read-lines';

/** One kept line with all its fields: one that needs a fix, or one that is changed. */
export function LineFields({ line, closeHref }: { line: CheckedLine; closeHref?: string }) {
  const { id, place, typed, issues } = line;
  const suggestion = issues.some((i) => i.field === 'rin') ? suggestedRin(typed.rin) : null;
  return (
    <Frame id={`line-${id}`} isWrong={!isReady(line)} legend={`Line ${place}${typed.claimNumber.trim() === '' ? '' : ` · claim ${typed.claimNumber.trim()}`}`}>
      <ClaimInputs id={id} claim={typed} underFirstRow={suggestion && <RinOffer id={id} rin={suggestion} />} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 mt-4">
        <SubmitButton variant="secondary" name="intent" value="save" pendingText="Saving…">
          Save this line
        </SubmitButton>
        {closeHref && (
          <AppLink className="inline-flex items-center min-h-11" href={closeHref}>
            Leave it as it was
          </AppLink>
        )}
        <LinkButton intent={`remove.${id}`}>
          <Icon name="trash-2" />
          Remove line {place}
        </LinkButton>
      </div>
    </Frame>
  );
}

export function NewLineFields({ place, closeHref }: { place: number; closeHref: string | null }) {
  return (
    <Frame id="line-new" legend={place === 1 ? 'First claim' : `Line ${place}`}>
      <ClaimInputs id="new" claim={EMPTY_CLAIM} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 mt-4">
        <SubmitButton variant="secondary" name="intent" value="add" pendingText="Saving…">
          Save and add another line
        </SubmitButton>
        {closeHref && (
          <AppLink className="inline-flex items-center min-h-11" href={closeHref}>
            No further line
          </AppLink>
        )}
      </div>
    </Frame>
  );
}

/** One line, marked where something is wrong in it. */
export function Frame({ id, legend, isWrong, children }: { id: string; legend: string; isWrong?: boolean; children: ReactNode }) {
  return (
    <fieldset id={id} className={`border-l-4 pl-4 sm:pl-5 py-1 ${isWrong ? 'border-late' : 'border-navy-pale'}`}>
      <legend className="float-left w-full text-h3 font-bold text-navy wrap-anywhere">{legend}</legend>
      <div className="clear-both pt-3">{children}</div>
    </fieldset>
  );
}

/** A date as it was typed: one that was understood in the order in which it is asked for. */
export function shownDate(text: string): string {
  const parsed = parseCalendarDate(text);
  if (parsed.ok) return dateTextOf(parsed.value);
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1');
}

type ClaimInputsProps = { id: number | 'new'; claim: ClaimText; underFirstRow?: ReactNode };

/** The fields of one line. */
export function ClaimInputs({ id, claim, underFirstRow }: ClaimInputsProps) {
  const name = (field: keyof ClaimText) => lineField(id, field);
  const plain = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <div className="grid gap-4">
      <div className={ROW}>
        <TextField {...plain} name={name('claimNumber')} label="Claim number" defaultValue={claim.claimNumber} />
        <TextField {...plain} name={name('memberName')} label="Member name" defaultValue={claim.memberName} />
        <TextField {...plain} name={name('rin')} label="RIN" inputMode="numeric" defaultValue={claim.rin} />
      </div>
      {underFirstRow}
      <div className={ROW}>
        <DateTextField name={name('serviceFrom')} label="First day of service" hint="MM/DD/YYYY" defaultValue={shownDate(claim.serviceFrom)} inputClassName={WIDE} />
        <DateTextField name={name('serviceTo')} label="Last day of service" hint="MM/DD/YYYY" defaultValue={shownDate(claim.serviceTo)} inputClassName={WIDE} />
        <TextField {...plain} name={name('denialCode')} label="Denial code" optional defaultValue={claim.denialCode} />
      </div>
      <div className={ROW}>
        <MoneyField name={name('billedCents')} label="Billed, $" defaultValue={claim.billedCents} />
        <MoneyField name={name('paidCents')} label="Paid, $" optional defaultValue={claim.paidCents} />
        <MoneyField name={name('disputedCents')} label="Disputed, $" defaultValue={claim.disputedCents} />
      </div>
    </div>
  );
}

const ROW = 'grid gap-4 sm:grid-cols-3 items-end';
/** A date in a row is as wide as what stands beside it. */
const WIDE = 'max-w-none';

/** The fix that is most often right, in one press. */
function RinOffer({ id, rin }: { id: number; rin: string }) {
  return (
    <p className="text-ink-soft -mt-2">
      The RIN is on the member’s HFS card. A zero at the start is often lost in a spreadsheet. <LinkButton intent={`fix-rin.${id}`}>Use {rin}</LinkButton>
    </p>
  );
}

/** A button among words. */
export function LinkButton({ intent, children }: { intent: string; children: ReactNode }) {
  return (
    <button type="submit" name="intent" value={intent} className="inline-flex items-center gap-1.5 min-h-11 sm:min-h-7 text-action underline underline-offset-2 font-semibold hover:text-action-deep">
      {children}
    </button>
  );
}
