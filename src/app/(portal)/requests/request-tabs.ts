import { listAddress } from '@/app/lists/list-address';
import type { RequestTab } from '@/server/queries/list-requests';

export const REQUEST_TABS = ['open', 'overdue', 'ended'] as const satisfies readonly RequestTab[];

export const requestsHref = (tab: RequestTab, after: string | null = null) => listAddress('/requests', { tab: tab === 'open' ? null : tab, after });
