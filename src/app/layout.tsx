import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { PORTAL_NAME } from '@/ui/frame/agency';
import { SkipLink } from '@/ui/frame/skip-link';
import { SoftLinks } from '@/ui/soft-links';
import './globals.css';

export const metadata: Metadata = {
  title: { default: PORTAL_NAME, template: `%s · ${PORTAL_NAME}` },
  // Dates, claim numbers and phones are marked up by the pages; guesses of a phone's browser would turn them into links.
  formatDetection: { telephone: false, date: false, address: false, email: false },
  robots: { index: false },
  // A page that fails has an empty body without script; a stylesheet is all that its head can bring.
  icons: { icon: '/icon.svg', other: [{ rel: 'stylesheet', url: '/no-script-error.css', media: '(scripting: none)' }] },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#13294b' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made per request: a page made at build time has no nonce, so the browser would refuse its scripts.
  await connection();
  return (
    <html lang="en">
      <body>
        <SkipLink />
        {children}
        <SoftLinks />
      </body>
    </html>
  );
}
