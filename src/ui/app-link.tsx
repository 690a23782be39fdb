import Link from 'next/link';
import type { ComponentProps } from 'react';

type AppLinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string };

/** A link within the portal. NB: no prefetch, since loading a ticket records that it was viewed. */
export function AppLink({ href, ...rest }: AppLinkProps) {
  return href.startsWith('/') ? <Link href={href} prefetch={false} {...rest} /> : <a href={href} {...rest} />;
}
