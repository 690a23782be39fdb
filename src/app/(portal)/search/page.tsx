import type { Metadata } from 'next';
import { partOf, type SearchParams } from '@/app/lists/list-address';
import { SEARCH_LEAST } from '@/domain/tickets/search-text';
import { requireActor } from '@/server/auth/require-actor';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Wrap, WrapWide } from '@/ui/wrap';
import { SearchForm } from './search-form';

export const metadata: Metadata = { title: 'Search' };

export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const isShort = partOf(await searchParams, 'why') === 'short';
  const Frame = actor.role === 'provider' ? Wrap : WrapWide;
  return (
    <Frame className="pt-6">
      <PageTitle title="Search tickets" />
      {isShort && (
        <Notice tone="warn" announce className="mt-5 max-w-[44rem]" title="Nothing was searched">
          Type at least {SEARCH_LEAST} letters or digits.
        </Notice>
      )}
      <SearchForm actor={actor} />
    </Frame>
  );
}
