'use client';

import { BareFrame } from '@/ui/frame/bare-frame';
import { ErrorMessage } from '@/ui/frame/error-message';
import './globals.css';

/** Stands in when even the outermost layout failed, so it brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Provider Resolution Portal</title>
        <BareFrame>
          <ErrorMessage error={error} retry={retry} />
        </BareFrame>
      </body>
    </html>
  );
}
