'use client';

import { BareFrame } from '@/ui/frame/bare-frame';
import { ErrorMessage } from '@/ui/frame/error-message';

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <BareFrame>
      <title>Something went wrong · Provider Resolution Portal</title>
      <ErrorMessage error={error} retry={retry} />
    </BareFrame>
  );
}
