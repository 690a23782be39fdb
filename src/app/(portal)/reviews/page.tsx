import type { Metadata } from 'next';
import { choiceOf, dayPositionOf, dayPositionText, type SearchParams } from '@/app/lists/list-address';
import type { PersonRole } from '@/domain/access/actor';
import { requireActor } from '@/server/auth/require-actor';
import { listReviews, type ReviewTab, type Reviews } from '@/server/queries/list-reviews';
import { countWords } from '@/shared/capped-count';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Pagination } from '@/ui/table/pagination';
import { Tabs } from '@/ui/tabs';
import { WrapWide } from '@/ui/wrap';
import { ReviewTable } from './review-table';
import { NOTHING_REFERRED, REVIEW_WORDS, REVIEWS_DONE, REVIEWS_DONE_KEYS, reviewsHref, tabsOf } from './review-tabs';

export const metadata: Metadata = { title: 'Reviews' };

function emptyWords(tab: ReviewTab, role: PersonRole) {
  return role === 'sme' && tab === 'open' ? NOTHING_REFERRED : REVIEW_WORDS[tab].empty;
}

function Rows({ reviews, tab, role, isFirst }: { reviews: Reviews; tab: ReviewTab; role: PersonRole; isFirst: boolean }) {
  if (reviews.items.length === 0) {
    const empty = isFirst ? emptyWords(tab, role) : { title: 'No more rows', text: 'The rows that stood here have moved on.' };
    return <EmptyState title={empty.title}>{empty.text}</EmptyState>;
  }
  return (
    <>
      <ReviewTable reviews={reviews} tab={tab} />
      <Pagination
        shown={`${reviews.items.length} of ${countWords(reviews.counts[tab])} shown`}
        firstHref={isFirst ? null : reviewsHref(tab)}
        nextHref={reviews.next === null ? null : reviewsHref(tab, dayPositionText(reviews.next))}
      />
      <Downloads what="this tab" hrefOf={(format) => reviewsHref(tab).replace('/reviews', `/reviews/download/${format}`)} />
    </>
  );
}

export default async function ReviewsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('account_manager', 'administration', 'sme');
  const params = await searchParams;
  const tabs = tabsOf(actor.role);
  const tab = choiceOf(params, 'tab', tabs) ?? 'open';
  const after = dayPositionOf(params);
  const done = choiceOf(params, 'done', REVIEWS_DONE_KEYS);
  const reviews = await listReviews(actor, tab, after);
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Reviews" aside={<p className="text-ink-soft">HFS decides within 30 days once both sides have delivered, or their date has passed (R17).</p>} />
      <Tabs className="mt-4" label="Reviews" tabs={tabs.map((t) => ({ href: reviewsHref(t), label: REVIEW_WORDS[t].label, count: reviews.counts[t] }))} currentHref={reviewsHref(tab)} />
      {done !== null && (
        <Notice tone="success" announce className="mt-5">
          {REVIEWS_DONE[done]}
        </Notice>
      )}
      <div className="mt-5">
        <Rows reviews={reviews} tab={tab} role={actor.role} isFirst={after === null} />
      </div>
    </WrapWide>
  );
}
