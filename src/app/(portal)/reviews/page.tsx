import type { Metadata } from 'next';
import { requireActor } from '@/server/auth/require-actor';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { WrapWide } from '@/ui/wrap';

export const metadata: Metadata = { title: 'Reviews' };

export default async function ReviewsPage() {
  await requireActor('sme');
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Reviews" />
      <div className="mt-6">
        <EmptyState title="No ticket is referred to you">
        <p>
          When the Portal Team refers a ticket in Administrative Review to you, it appears here, the oldest first, with the case of both sides on one page (R17). You are then told by e-mail. You need to do nothing now.
        </p>
      </EmptyState>
      </div>
    </WrapWide>
  );
}
