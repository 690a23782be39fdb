import { choiceOf } from '@/app/lists/list-address';
import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { reviewsInChunks } from '@/server/queries/list-reviews';
import { REVIEW_COLUMNS } from '../../list-columns';
import { tabsOf } from '../../review-tabs';

/** A tab of the reviews as a file; an expert gets those that were referred to them. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('account_manager', 'administration', 'sme');
  const tab = choiceOf(searchParamsOf(request), 'tab', tabsOf(actor.role)) ?? 'open';
  return listFile((await params).format, `reviews-${tab}`, REVIEW_COLUMNS, reviewsInChunks(actor, tab));
}
