import type { ReactNode } from 'react';
import { isReminded } from '@/domain/notifications/is-reminded';
import { requireActor } from '@/server/auth/require-actor';
import { getPortalFrame } from '@/server/queries/get-portal-frame';
import { Footer } from '@/ui/frame/footer';
import { Main } from '@/ui/frame/main';
import { Masthead } from '@/ui/frame/masthead';
import { MastheadSearch } from '@/ui/frame/masthead-search';
import { MastheadButton } from '@/ui/frame/masthead-button';
import { MastheadOwn } from '@/ui/frame/masthead-own';
import { OfficialBanner } from '@/ui/frame/official-banner';
import { PrintHeader } from '@/ui/frame/print-header';
import { KeyboardShortcuts } from '@/ui/keyboard/keyboard-shortcuts';
import { homeOf } from '../home-of';
import { signOutAction } from '../(public)/sign-in/actions';
import { SandboxBar } from '../sandbox/sandbox-bar';
import { portalLinks } from './portal-links';
import { searchFromTopAction } from './search/actions';

/** The frame of every page behind the sign-in; providers read at the public width, staff at the wide one. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const { agency, now, isSandbox, myTurn, unseen, shortcuts } = await getPortalFrame(actor);
  const wide = actor.role !== 'provider';
  const signOut = (
    <form action={signOutAction}>
      <MastheadButton>Sign out</MastheadButton>
    </form>
  );
  return (
    <>
      <SandboxBar isSandbox={isSandbox} now={now} wide={wide} />
      <OfficialBanner agency={agency} wide={wide} />
      <Masthead
        agency={agency}
        person={{ name: actor.name, organization: actor.organizationName }}
        links={portalLinks(actor.role, myTurn)}
        own={<MastheadOwn unseen={unseen} asOf={now.toISOString()} choosesMail={isReminded(actor)} />}
        signOut={signOut}
        search={(prefix) => <MastheadSearch action={searchFromTopAction} prefix={prefix} />}
        homeHref={homeOf(actor.role)}
        wide={wide}
      />
      <Main>
        <PrintHeader agency={agency} />
        {children}
      </Main>
      <Footer agency={agency} links={[{ href: '/policy', label: 'Policy and deadlines' }, ...(wide ? [{ href: '/keyboard', label: 'Keyboard shortcuts' }] : [])]} wide={wide} />
      {shortcuts && <KeyboardShortcuts />}
    </>
  );
}
