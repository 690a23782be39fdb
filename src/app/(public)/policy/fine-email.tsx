import { FIRST_RULE_SET } from '@/domain/deadlines';
import { fineEmailSubject, fineEmailText } from '@/domain/fines/fine-email';
import { calendarDate } from '@/shared/calendar-date';
import { Disclosure } from '@/ui/disclosure';

/** The words of R21, made by the functions that send them. */
export function FineEmail() {
  const ticketNumber = 'PRP-2026-00001';
  return (
    <Disclosure summary="The fine’s e-mail, word for word (R21)" className="mt-4">
      <p><b>{fineEmailSubject(ticketNumber)}</b></p>
      <p className="mt-2 max-w-[44rem]">{fineEmailText({ ticketNumber, dueOn: calendarDate('2026-11-30'), amountCents: FIRST_RULE_SET.fineAmountCents })}</p>
    </Disclosure>
  );
}
