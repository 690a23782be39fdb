import { choiceOf } from '@/app/lists/list-address';
import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import type { PersonActor } from '@/domain/access/actor';
import { requireActor } from '@/server/auth/require-actor';
import { finesInChunks, heldInChunks, type FineItem, type FineTab, type HeldTicket } from '@/server/queries/list-fines';
import { FINE_TABS } from '../../fine-addresses';
import { FINE_COLUMNS } from '../../list-columns';

async function* rowsOf(actor: PersonActor, tab: FineTab): AsyncGenerator<(FineItem | HeldTicket)[]> {
  yield* finesInChunks(actor, tab);
  if (tab === 'proposed') yield* heldInChunks(actor);
}

/** A tab of the fine desk as a file; held tickets stand after the proposed fines, as on the page. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('account_manager', 'administration');
  const tab = choiceOf(searchParamsOf(request), 'tab', FINE_TABS) ?? 'proposed';
  return listFile((await params).format, `fines-${tab}`, FINE_COLUMNS, rowsOf(actor, tab));
}
