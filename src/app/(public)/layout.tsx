import type { ReactNode } from 'react';
import { currentActor } from '@/server/auth/current-actor';
import { getPublicPage } from '@/server/queries/get-public-page';
import { Footer } from '@/ui/frame/footer';
import { Main } from '@/ui/frame/main';
import { OfficialBanner } from '@/ui/frame/official-banner';
import { PublicMasthead } from '@/ui/frame/public-masthead';
import { homeOf } from '../home-of';
import { SandboxBar } from '../sandbox/sandbox-bar';

const FOOTER_LINKS = [
  { href: '/#can-i-file', label: 'Can I file yet?' },
  { href: '/policy', label: 'Policy and deadlines' },
  { href: '/policy#calculator', label: 'Work out a deadline' },
];

/** The frame of the pages that anyone can read; who is signed in finds the way back. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [{ agency, now, isSandbox }, actor] = [await getPublicPage(), await currentActor()];
  const links = [
    { href: '/', label: 'Home', match: 'exact' as const },
    { href: '/#can-i-file', label: 'Can I file yet?' },
    { href: '/policy', label: 'Policy' },
    ...(actor === null ? [] : [{ href: homeOf(actor.role), label: 'Back to my work' }]),
  ];
  return (
    <>
      <SandboxBar isSandbox={isSandbox} now={now} />
      <OfficialBanner agency={agency} />
      <PublicMasthead agency={agency} links={links} signInHref={actor === null ? '/sign-in' : null} />
      <Main>{children}</Main>
      <Footer agency={agency} links={FOOTER_LINKS} />
    </>
  );
}
