import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isStateRole, ROLE_NAMES } from '@/domain/access/actor';
import { requireActor } from '@/server/auth/require-actor';
import { getTicketViews, type TicketViews } from '@/server/queries/get-ticket-views';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { PORTAL_NAME } from '@/ui/frame/agency';
import { DataTable } from '@/ui/table/data-table';
import { Pagination } from '@/ui/table/pagination';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import type { TicketParams } from '../load-ticket';
import { TicketSubPage } from '../parts/ticket-sub-page';

type Props = TicketParams & { searchParams: Promise<{ after?: string | string[] }> };

const load = cache(async (ticketId: string, after: string | undefined) => {
  const actor = await requireActor();
  return { actor, found: (await getTicketViews(actor, ticketId, after)) ?? notFound() };
});

async function loaded({ params, searchParams }: Props) {
  const { after } = await searchParams;
  return load((await params).ticketId, typeof after === 'string' ? after : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { found } = await loaded(props);
  return { title: { absolute: `Who opened it: ${found.number} · ${PORTAL_NAME}` } };
}

function Views({ views }: Pick<TicketViews, 'views'>) {
  return (
    <DataTable label="Who opened this ticket, the latest first" stack>
      <TableHead columns={[{ label: 'Person' }, { label: 'Organization' }, { label: 'In the hour from' }]} />
      <TableBody>
        {views.map((view) => (
          <Row key={`${view.hour.getTime()} ${view.personId}`}>
            <RowHead sub={ROLE_NAMES[view.role]}>{view.personName}</RowHead>
            <Cell label="Organization">{view.organization}</Cell>
            <Cell label="In the hour from">
              <ChicagoInstant at={view.hour} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </DataTable>
  );
}

/** Who opened the ticket, once for each person and hour: the State sees everybody, a party its own people. */
export default async function ViewersRoute(props: Props) {
  const { actor, found } = await loaded(props);
  const base = `/tickets/${found.ticketId}/viewers`;
  return (
    <TicketSubPage ticket={found} actor={actor} title="Who opened it">
      <p className="mt-6 max-w-[44rem]">
        Each person stands here once for every hour in which they opened the ticket or took a file of it. {isStateRole(actor.role) ? 'You see everybody.' : `You see the people of ${actor.organizationName}.`}
      </p>
      <div className="mt-6">{found.views.length === 0 ? <p>Nobody opened it before.</p> : <Views views={found.views} />}</div>
      {(found.next !== null || !found.isFirst) && <Pagination label="Pages of who opened it" shown={found.isFirst ? 'The latest 50 are shown.' : 'Earlier ones.'} firstHref={found.isFirst ? null : base} nextHref={found.next === null ? null : `${base}?after=${found.next}`} />}
    </TicketSubPage>
  );
}
