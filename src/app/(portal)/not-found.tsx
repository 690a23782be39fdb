import type { Metadata } from 'next';
import { currentActor } from '@/server/auth/current-actor';
import { NotFoundMessage } from '@/ui/frame/not-found-message';
import { Wrap, WrapWide } from '@/ui/wrap';
import { homeOf } from '../home-of';

export const metadata: Metadata = {
  title: 'Page not found',
  icons: { icon: '/icon.svg', other: [{ rel: 'stylesheet', url: '/no-script-not-found.css', media: '(scripting: none)' }] },
};

/** The same words for what does not exist and for what is somebody else's. */
export default async function PortalNotFound() {
  const actor = await currentActor();
  const Width = actor === null || actor.role === 'provider' ? Wrap : WrapWide;
  return (
    <Width>
      <NotFoundMessage homeHref={actor === null ? '/' : homeOf(actor.role)} />
    </Width>
  );
}
