'use client';

import { ErrorMessage } from '@/ui/frame/error-message';
import { Wrap } from '@/ui/wrap';

export default function PortalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Wrap>
      <title>Something went wrong · Provider Resolution Portal</title>
      <ErrorMessage error={error} retry={retry} />
    </Wrap>
  );
}
