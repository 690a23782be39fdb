'use client';

import { Button } from './button';
import { useHasScript } from './use-has-script';

/** Opens the browser's print dialog; it needs script, so without it there is nothing to press. */
export function PrintButton() {
  if (!useHasScript()) return null;
  return (
    <Button type="button" variant="secondary" size="small" onClick={() => window.print()}>
      Print
    </Button>
  );
}
