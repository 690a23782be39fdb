import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { choiceOf, dayPositionOf, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listFines } from '@/server/queries/list-fines';
import { doneOf, FINE_TAB_NAMES, FINE_TABS } from './fine-addresses';
import { FineDeskView } from './fine-desk';

type FinesPageProps = { searchParams: Promise<SearchParams> };

const tabOf = (params: SearchParams) => choiceOf(params, 'tab', FINE_TABS) ?? 'proposed';

export async function generateMetadata({ searchParams }: FinesPageProps): Promise<Metadata> {
  return { title: `Fine desk: ${FINE_TAB_NAMES[tabOf(await searchParams)]}` };
}

export default async function FinesPage({ searchParams }: FinesPageProps) {
  const actor = await requireActor('account_manager', 'administration');
  const params = await searchParams;
  const after = dayPositionOf(params);
  const desk = await listFines(actor, { tab: tabOf(params), after });
  if (desk === null) notFound();
  return <FineDeskView desk={desk} done={doneOf(params)} isFirstPage={after === null} keyOf={(purpose) => issueFormKey(actor, purpose)} />;
}
