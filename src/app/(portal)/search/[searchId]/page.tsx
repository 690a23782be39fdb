import type { Metadata } from 'next';
import { instantPositionOf, instantPositionText, listAddress, type SearchParams } from '@/app/lists/list-address';
import { requireActor } from '@/server/auth/require-actor';
import { searchTickets, type SearchResults } from '@/server/queries/search-tickets';
import { countWords } from '@/shared/capped-count';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Pagination } from '@/ui/table/pagination';
import { Wrap, WrapWide } from '@/ui/wrap';
import { SearchForm } from '../search-form';
import { HitsTable } from './hits-table';

/** What was searched for stands in no title, since titles are kept by browsers. */
export const metadata: Metadata = { title: 'Search results' };

type ResultsPageProps = { params: Promise<{ searchId: string }>; searchParams: Promise<SearchParams> };

export default async function ResultsPage({ params, searchParams }: ResultsPageProps) {
  const actor = await requireActor();
  const { searchId } = await params;
  const before = instantPositionOf(await searchParams);
  const results = await searchTickets(actor, searchId, before);
  const Frame = actor.role === 'provider' ? Wrap : WrapWide;
  const address = `/search/${searchId}`;
  return (
    <Frame className="pt-6">
      <PageTitle title="Search tickets" />
      <SearchForm actor={actor} text={results?.text} />
      <div className="mt-6">
        {results === null ? (
          <Notice tone="info" title="This search is not kept any more">
            What people search for is kept for a day, and for them alone. Search again.
          </Notice>
        ) : results.hits.length === 0 ? (
          <Nothing isLater={before !== null} />
        ) : (
          <>
            <p role="status" className="mb-3 font-semibold">
              {foundWords(results)}
            </p>
            <HitsTable hits={results.hits} />
            <Pagination
              shown={`${results.hits.length} of ${countWords(results.found)} shown`}
              firstHref={before === null ? null : address}
              nextHref={results.next === null ? null : listAddress(address, { after: instantPositionText(results.next) })}
            />
            <Downloads what="all that was found" hrefOf={(format) => `${address}/download/${format}`} />
          </>
        )}
      </div>
    </Frame>
  );
}

function foundWords({ found, isSimilar }: SearchResults): string {
  const tickets = found === 1 ? '1 ticket' : `${countWords(found)} tickets`;
  return isSimilar ? `Nothing fits exactly. ${tickets} with a name like it, newest first` : `${tickets} found, newest first`;
}

function Nothing({ isLater }: { isLater: boolean }) {
  if (isLater) return <EmptyState title="No more tickets">The rows that stood here have moved on.</EmptyState>;
  return (
    <EmptyState title="No ticket found">
      Check the number, or try its beginning. Names are found with a typing error or two. Only tickets that you can see are searched.
    </EmptyState>
  );
}
