import { listFile, searchParamsOf, type DownloadContext } from '@/app/lists/list-file';
import { PROVIDER_GROUPS } from '@/domain/tickets/provider-turn';
import type { PersonActor } from '@/domain/access/actor';
import { requireActor } from '@/server/auth/require-actor';
import { myTicketsInChunks, type MyTicket } from '@/server/queries/list-my-tickets';
import { askedOf } from '../../address';
import { MY_TICKET_COLUMNS } from '../../list-columns';

async function* allGroups(actor: PersonActor, clientId: string | null): AsyncGenerator<MyTicket[]> {
  for (const group of PROVIDER_GROUPS) yield* myTicketsInChunks(actor, group, clientId);
}

/** A provider's tickets as a file: what needs its act first, then what waits for others, then what is closed. */
export async function GET(request: Request, { params }: DownloadContext): Promise<Response> {
  const actor = await requireActor('provider');
  return listFile((await params).format, 'my-tickets', MY_TICKET_COLUMNS, allGroups(actor, askedOf(searchParamsOf(request)).clientId));
}
