import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isUuid, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listFines } from '@/server/queries/list-fines';
import { doneOf } from '../fine-addresses';
import { FineDeskView } from '../fine-desk';

type FinePageProps = { params: Promise<{ ticketId: string }>; searchParams: Promise<SearchParams> };

// Once per request: the page and its title ask for the same.
const load = cache(async (ticketId: string) => {
  const actor = await requireActor('account_manager', 'administration');
  const desk = isUuid(ticketId) ? await listFines(actor, { ticketId }) : null;
  return desk === null ? null : { actor, desk };
});

export async function generateMetadata({ params }: FinePageProps): Promise<Metadata> {
  const number = (await load((await params).ticketId))?.desk.selected?.number;
  return { title: number === undefined ? 'Fine desk' : `Fine desk: ${number}` };
}

/** One fine beside the list of its tab. */
export default async function FinePage({ params, searchParams }: FinePageProps) {
  const { actor, desk } = (await load((await params).ticketId)) ?? notFound();
  return <FineDeskView desk={desk} done={doneOf(await searchParams)} isFirstPage isOne keyOf={(purpose) => issueFormKey(actor, purpose)} />;
}
