import type { Metadata } from 'next';
import type { PersonActor } from '@/domain/access/actor';
import { isOfRealDay, isUuid, listAddress, partOf, type SearchParams } from '@/app/lists/list-address';
import { requireActor } from '@/server/auth/require-actor';
import { lookAtBell, type Bell, type BellItem } from '@/server/queries/look-at-bell';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { Section } from '@/ui/section';
import { Pagination } from '@/ui/table/pagination';
import { Wrap, WrapWide } from '@/ui/wrap';

export const metadata: Metadata = { title: 'Updates' };

type Position = Bell['next'];

/** As this page writes it; other spellings of a date reach years that the database does not know. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function positionOf(params: SearchParams): Position {
  const [at = '', id = ''] = (partOf(params, 'before') ?? '').split('~');
  return INSTANT.test(at) && isOfRealDay(at) && isUuid(id) ? { at: new Date(at), id } : null;
}

const addressOf = (position: Position): string => listAddress('/bell', { before: position === null ? null : `${position.at.toISOString()}~${position.id}` });

/** What concerns the person since the last look, then what came before. */
export default async function BellPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const before = positionOf(await searchParams);
  const { items, next } = await lookAtBell(actor, before);
  const fresh = items.filter((i) => i.isNew);
  const earlier = items.filter((i) => !i.isNew);
  const Frame = actor.role === 'provider' ? Wrap : WrapWide;
  return (
    <Frame className="pt-6">
      <PageTitle title="Updates" />
      <p className="mt-3 max-w-[44rem]">{leadOf(actor)}</p>
      {items.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={before === null ? 'Nothing yet' : 'No more updates'}>{before === null ? 'What the portal tells you by e-mail appears here, too.' : 'These were all.'}</EmptyState>
        </div>
      ) : (
        <>
          {before === null && (
            <Section id="new" title="Since you last looked" className="mt-6">
              {fresh.length === 0 ? <p className="mt-2">Nothing new.</p> : <Updates items={fresh} />}
            </Section>
          )}
          {(earlier.length > 0 || before !== null) && (
            <Section id="earlier" title="Earlier" className="mt-8">
              <Updates items={before === null ? earlier : items} />
            </Section>
          )}
          <Pagination shown={`${items.length} shown`} firstHref={before === null ? null : '/bell'} nextHref={next === null ? null : addressOf(next)} />
        </>
      )}
    </Frame>
  );
}

function leadOf({ role, email }: PersonActor): string {
  const also = role === 'portal_team' ? ', and to the Portal Team’s address' : '';
  return `The same as in the e-mails to ${email}${also}, and nothing else. Once you have seen them here, the count in the page’s head is empty again.`;
}

function Updates({ items }: { items: readonly BellItem[] }) {
  return (
    <ul className="mt-3 border-t border-line">
      {items.map((item) => (
        <li key={item.messageId} className="border-b border-line py-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="min-w-0 grow wrap-anywhere">{item.href === null ? item.subject : <AppLink href={item.href}>{item.subject}</AppLink>}</span>
          <span className="text-ink-soft">
            <ChicagoInstant at={item.at} short />
          </span>
        </li>
      ))}
    </ul>
  );
}
