import { describe, expect, it } from 'vitest';
import { outcomeSentence } from '@/app/(portal)/tickets/[ticketId]/parts/plan-answer';
import type { TicketPage } from '@/server/queries/get-ticket-page';

type Outcomes = NonNullable<TicketPage['claims']>['totals']['outcomes'];

/** The page as far as the sentence reads it. */
function pageWith(outcomes: Partial<Outcomes>): TicketPage {
  const all = { will_pay: 0, will_pay_in_part: 0, upheld: 0, ...outcomes };
  return { claims: { count: all.will_pay + all.will_pay_in_part + all.upheld, totals: { outcomes: all } } } as unknown as TicketPage;
}

describe('what the plan does about the claims', () => {
  it.each<[Partial<Outcomes>, string]>([
    [{ will_pay: 3 }, 'CountyCare will pay your 3 claims.'],
    [{ upheld: 1 }, 'CountyCare keeps its decision on your 1 claim.'],
    [{ will_pay: 1, upheld: 2 }, 'CountyCare will pay 1 of your 3 claims and keeps its decision on the other 2.'],
    [{ will_pay: 1, will_pay_in_part: 1, upheld: 3 }, 'CountyCare will pay 2 of your 5 claims, 1 of them in part, and keeps its decision on the other 3.'],
    [{ will_pay_in_part: 2, upheld: 1 }, 'CountyCare will pay 2 of your 3 claims, in part, and keeps its decision on the other.'],
  ])('%j', (outcomes, sentence) => {
    expect(outcomeSentence(pageWith(outcomes), 'CountyCare')).toBe(sentence);
  });
});
