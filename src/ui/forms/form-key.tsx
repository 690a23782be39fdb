'use client';

import { useFormScope } from './form-context';

/** The command's key, by which a form sent twice acts once, and the version of the ticket that the form was made from. */
export function FormKey({ commandKey, version }: { commandKey: string; version?: number }) {
  const { state } = useFormScope();
  const current = state.status === 'idle' ? version : (state.version ?? version);
  return (
    <>
      <input type="hidden" name="commandKey" value={commandKey} />
      {current !== undefined && <input type="hidden" name="version" value={current} />}
    </>
  );
}
