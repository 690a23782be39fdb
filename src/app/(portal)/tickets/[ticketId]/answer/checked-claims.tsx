import type { AnswerCheck, AnsweredClaim } from '@/server/queries/get-answer-check';
import { Money } from '@/ui/money';
import { Pagination } from '@/ui/table/pagination';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableFoot, TableHead } from '@/ui/table/table-parts';
import { claimsWords, OUTCOME_WORDS } from '../parts/ticket-words';

const PAGE = 50;

const PARTS: readonly [keyof AnswerCheck['counts'], string][] = [
  ['will_pay', 'will be paid'],
  ['will_pay_in_part', 'in part'],
  ['upheld', 'upheld'],
  ['missing', 'not decided'],
];

function Amount({ claim }: { claim: AnsweredClaim }) {
  const { amountCents, amountText } = claim.typed;
  if (amountCents !== null) return <Money cents={amountCents} />;
  return <>{amountText || 'Not filled in'}</>;
}

/** R12: what the plan decides on each claim line, a page at a time, with the total of all. */
export function CheckedClaims({ check, from }: { check: AnswerCheck; from: number }) {
  const { claims, counts, willPayCents, head } = check;
  if (claims.length === 0) return null;
  const start = Math.floor((Math.min(from, claims.length) - 1) / PAGE) * PAGE;
  const shown = claims.slice(start, start + PAGE);
  const last = start + shown.length;
  const summary = PARTS.flatMap(([part, words]) => (counts[part] === 0 ? [] : [`${counts[part].toLocaleString('en-US')} ${words}`])).join(', ');
  return (
    <section id="claims" aria-labelledby="claims-title" className="mt-8">
      <h2 id="claims-title">Outcome for each claim</h2>
      <p className="mt-1 text-ink-soft">
        {claimsWords(claims.length)}: {summary}.
      </p>
      <DataTable label="Outcome for each claim" tight className="mt-3">
        <TableHead columns={[{ label: 'Claim' }, { label: 'Disputed', align: 'right' }, { label: 'Outcome' }, { label: 'Amount', align: 'right' }]} />
        <TableBody>
          {shown.map((claim) => (
            <Row key={claim.lineNo}>
              <RowHead sub={claim.memberName}>{claim.claimNumber}</RowHead>
              <Cell align="right">
                <Money cents={claim.disputedCents} />
              </Cell>
              <Cell>{claim.typed.outcome === null ? 'Not chosen' : OUTCOME_WORDS[claim.typed.outcome]}</Cell>
              <Cell align="right">
                <Amount claim={claim} />
              </Cell>
            </Row>
          ))}
        </TableBody>
        <TableFoot>
          <RowHead colSpan={3}>You will pay</RowHead>
          <Cell align="right">
            <Money cents={willPayCents} />
          </Cell>
        </TableFoot>
      </DataTable>
      {claims.length > PAGE && (
        <Pagination
          label="Pages of claims"
          shown={`Claims ${(start + 1).toLocaleString('en-US')} to ${last.toLocaleString('en-US')} of ${claims.length.toLocaleString('en-US')}`}
          firstHref={start === 0 ? null : `/tickets/${head.ticketId}/answer#claims`}
          nextHref={last < claims.length ? `/tickets/${head.ticketId}/answer?claims=${last + 1}#claims` : null}
        />
      )}
    </section>
  );
}
