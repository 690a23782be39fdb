import type { ClaimsView, ClaimView, TicketPage } from '@/server/queries/get-ticket-page';
import { RULING_WORDS } from '@/domain/tickets/review-words';
import { cents } from '@/shared/cents';
import { Downloads } from '@/ui/download-link';
import { Money } from '@/ui/money';
import { Section } from '@/ui/section';
import { Pagination } from '@/ui/table/pagination';
import { ClaimTable, type ClaimRow } from '@/ui/ticket/claim-table';
import { claimsWords } from './ticket-words';

function outcomeOf({ outcome, disputedCents }: ClaimView): ClaimRow['outcome'] {
  if (outcome === null) return null;
  switch (outcome.kind) {
    case 'upheld':
      return { label: 'Upheld' };
    case 'will_pay':
      return { label: 'Will pay', tone: 'done', note: outcome.amountCents === disputedCents ? 'in full' : <Money cents={outcome.amountCents} /> };
    case 'will_pay_in_part':
      return { label: 'In part', tone: 'act', note: <Money cents={outcome.amountCents} /> };
  }
}

function rulingOf({ ruling }: ClaimView): ClaimRow['ruling'] {
  if (ruling === null) return null;
  return { label: RULING_WORDS[ruling.ruling], tone: ruling.ruling === 'for_mco' ? undefined : ruling.ruling === 'in_part' ? 'act' : 'done', note: ruling.ruling === 'for_mco' ? undefined : <>pays <Money cents={ruling.amountCents} /></> };
}

export function rowOf(claim: ClaimView): ClaimRow {
  const { denialCode, outcome: _outcome, ruling: _ruling, ...line } = claim;
  return { ...line, denial: denialCode === null ? null : `Denied ${denialCode}`, outcome: outcomeOf(claim), ruling: rulingOf(claim) };
}

function ClaimPages({ claims, path }: { claims: ClaimsView; path: string }) {
  if (claims.count <= claims.pageSize) return null;
  const last = claims.from + claims.lines.length - 1;
  return (
    <Pagination
      label="Pages of claims"
      shown={`Claims ${claims.from.toLocaleString('en-US')} to ${last.toLocaleString('en-US')} of ${claims.count.toLocaleString('en-US')}`}
      firstHref={claims.from === 1 ? null : `${path}#claims`}
      nextHref={last < claims.count ? `${path}?claims=${last + 1}#claims` : null}
    />
  );
}

/** The claim lines, a page at a time, with what the plan decided on each. */
export function ClaimsSection({ page, billed, path = `/tickets/${page.ticketId}`, numbered = false }: { page: TicketPage; billed?: boolean; /** The page on which the claims stand. */ path?: string; /** Line numbers before the claim numbers, where a form speaks of them. */ numbered?: boolean }) {
  const { claims } = page;
  if (claims === null) return null;
  const { totals } = claims;
  const left = cents(Math.max(0, totals.disputedCents - totals.willPayCents));
  return (
    <Section id="claims" title="Claims" aside="Member names and RINs are health information. Opening this page is recorded.">
      <ClaimTable
        claims={claims.lines.map(rowOf).map((row) => (numbered ? { ...row, claimNumber: `${row.lineNo}. ${row.claimNumber}` } : row))}
        billed={billed ?? claims.hfsCents === null}
        totals={totals}
        totalLabel={`Total of ${claimsWords(claims.count)}`}
        rulings={claims.hfsCents === null ? undefined : { foot: <><Money cents={claims.hfsCents} /><span className="sub">to pay</span></> }}
        outcomes={
          page.answer === null
            ? undefined
            : {
                foot: (
                  <>
                    <Money cents={left} />
                    <span className="sub">still in dispute</span>
                  </>
                ),
              }
        }
      />
      <ClaimPages claims={claims} path={path} />
      <Downloads what="the claims of this ticket" hrefOf={(format) => `/tickets/${page.ticketId}/claims/${format}`} />
    </Section>
  );
}
