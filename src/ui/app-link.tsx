import type { ComponentProps } from 'react';

type AppLinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string };

/**
 * A link within the portal: a plain one, which `SoftLinks` follows without loading the page anew. NB: never prefetched,
 * since loading a ticket records that it was viewed.
 */
export function AppLink(props: AppLinkProps) {
  return <a {...props} />;
}
