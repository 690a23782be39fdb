'use client';

import { Button, ButtonLink } from '@/ui/button';

/** What the server puts at the start of an error's digest when the database did not answer. */
export const DATABASE_DOWN_DIGEST = 'database-down';

type ErrorMessageProps = { error: unknown; retry: () => void; homeHref?: string };

function referenceOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null;
}

/** What failed, that nothing was lost, what to do, and the reference by which the log is found. */
export function ErrorMessage({ error, retry, homeHref = '/' }: ErrorMessageProps) {
  const reference = referenceOf(error);
  const isDatabaseDown = reference?.startsWith(DATABASE_DOWN_DIGEST) ?? false;
  return (
    <div className="py-12 max-w-[44rem]">
      <h1>{isDatabaseDown ? 'The portal cannot reach its database right now' : 'Something went wrong on our side'}</h1>
      <p className="text-lead mt-4">
        Nothing was lost: what was sent before is safe, and what you sent just now was either recorded as a whole or not at all.{' '}
        {isDatabaseDown ? 'The portal works again by itself as soon as the database is back.' : 'Your work in drafts is still there.'}
      </p>
      <p className="mt-4">Try again in a minute. Before you send something a second time, look whether it is there already.</p>
      <div className="flex flex-wrap gap-3 mt-6">
        <Button type="button" onClick={retry}>
          Try again
        </Button>
        <ButtonLink variant="secondary" href={homeHref}>
          Go to the start page
        </ButtonLink>
      </div>
      {reference && (
        <p className="mt-6 text-ink-soft">
          If it happens again, tell the Portal Team this reference: <b className="text-ink wrap-anywhere">{reference}</b>
        </p>
      )}
    </div>
  );
}
