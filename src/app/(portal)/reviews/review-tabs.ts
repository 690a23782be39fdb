import type { PersonRole } from '@/domain/access/actor';
import { listAddress } from '@/app/lists/list-address';
import type { ReviewTab } from '@/server/queries/list-reviews';

export const REVIEW_TABS = ['open', 'requested', 'decided'] as const satisfies readonly ReviewTab[];

/** An expert sees a ticket only once it is referred, so none that is merely asked for. */
export function tabsOf(role: PersonRole): readonly ReviewTab[] {
  return role === 'sme' ? ['open', 'decided'] : REVIEW_TABS;
}

type TabWords = { label: string; table: string; empty: { title: string; text: string } };

export const REVIEW_WORDS: Record<ReviewTab, TabWords> = {
  open: {
    label: 'To decide',
    table: 'Reviews to decide, the oldest first',
    empty: { title: 'No review waits', text: 'A ticket appears here when the Portal Team places it in Administrative Review (R17). You are then told by e-mail.' },
  },
  requested: {
    label: 'Asked for',
    table: 'Reviews that were asked for, earliest date first',
    empty: { title: 'No review was asked for', text: 'A ticket appears here when its provider asks HFS to review. Both sides then have 30 days to deliver (R16).' },
  },
  decided: {
    label: 'Decided',
    table: 'Decisions, the last one first',
    empty: { title: 'Nothing was decided yet', text: 'Decisions stay here, also once the Portal Team has shared them (R18).' },
  },
};

/** An expert's list begins when the Portal Team refers a ticket. */
export const NOTHING_REFERRED = { title: 'No ticket is referred to you', text: 'When the Portal Team refers a ticket in Administrative Review to you, it appears here, the oldest first, with the case of both sides on one page (R17). You are then told by e-mail. You need to do nothing now.' };

export const REVIEWS_DONE = {
  decided: 'Your decision is with the Portal Team, which is told by e-mail and shares it with both sides.',
  returned: 'The review is returned. The Account Manager is told by e-mail.',
} as const;
export type ReviewsDone = keyof typeof REVIEWS_DONE;
export const REVIEWS_DONE_KEYS = ['decided', 'returned'] as const satisfies readonly ReviewsDone[];

export function reviewsHref(tab: ReviewTab, after: string | null = null): string {
  return listAddress('/reviews', { tab: tab === 'open' ? null : tab, after });
}
