'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Where a press on the page leads within the portal; null for all that the browser does better itself, such as files and new tabs. */
function softHref(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href^="/"]:not([href^="//"], [download], [target], [rel="external"])') : null;
  return link?.getAttribute('href') ?? null;
}

/**
 * Follows every link within the portal without loading the page anew. One for all of them: a component for each link of
 * a long list costs the server more than the link.
 */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = softHref(event);
      if (href === null) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}
