import type { Metadata } from 'next';
import { BareFrame } from '@/ui/frame/bare-frame';
import { NotFoundMessage } from '@/ui/frame/not-found-message';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <BareFrame>
      <NotFoundMessage />
    </BareFrame>
  );
}
