import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { choiceOf, isUuid, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listFines } from '@/server/queries/list-fines';
import { OUTCOMES } from '../fine-addresses';
import { FineDeskView } from '../fine-desk';

type FinePageProps = { params: Promise<{ ticketId: string }>; searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: 'Fine desk' };

/** One fine beside the list of its tab. */
export default async function FinePage({ params, searchParams }: FinePageProps) {
  const actor = await requireActor('account_manager', 'administration');
  const { ticketId } = await params;
  const desk = isUuid(ticketId) ? await listFines(actor, { ticketId }) : null;
  if (desk === null) notFound();
  return <FineDeskView desk={desk} done={choiceOf(await searchParams, 'done', OUTCOMES)} isFirstPage keyOf={(purpose) => issueFormKey(actor, purpose)} />;
}
