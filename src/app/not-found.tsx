import type { Metadata } from 'next';
import { BareFrame } from '@/ui/frame/bare-frame';
import { NotFoundMessage } from '@/ui/frame/not-found-message';

export const metadata: Metadata = {
  title: 'Page not found',
  icons: { icon: '/icon.svg', other: [{ rel: 'stylesheet', url: '/no-script-not-found.css', media: '(scripting: none)' }] },
};

export default function NotFound() {
  return (
    <BareFrame>
      <NotFoundMessage />
    </BareFrame>
  );
}
