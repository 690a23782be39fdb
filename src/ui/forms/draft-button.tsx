'use client';

import { createContext, useContext } from 'react';
import { KEEP_INTENT } from './draft-frame';
import { SubmitButton } from './submit-button';

/** How keeping the draft went of late; empty before the first time. */
export const DraftNote = createContext('');

/** Keeps the form around it without sending it. With script it is kept while it is written, which stands beside. */
export function DraftButton() {
  const note = useContext(DraftNote);
  return (
    <>
      <SubmitButton {...KEEP_INTENT} variant="secondary" pendingText="Saving…">
        Save draft
      </SubmitButton>
      {note !== '' && <span className="text-ink-soft">{note}</span>}
    </>
  );
}
