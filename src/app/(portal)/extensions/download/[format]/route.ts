import { listFile, type DownloadContext } from '@/app/lists/list-file';
import { requireActor } from '@/server/auth/require-actor';
import { extensionsInChunks } from '@/server/queries/list-extensions';
import { EXTENSION_COLUMNS } from '../../list-columns';

/** The undecided extension requests as a file. */
export async function GET(_request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('account_manager', 'administration');
  return listFile((await params).format, 'extension-requests', EXTENSION_COLUMNS, extensionsInChunks(actor));
}
