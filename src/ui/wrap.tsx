import type { ReactNode } from 'react';
import { joinClasses } from './join-classes';

/** Page width: 1216 px for providers and the public, 1440 px (`wide`) for staff. */
export function wrapClass(wide = false): string {
  return `w-full mx-auto px-4 md:px-8 ${wide ? 'max-w-[90rem]' : 'max-w-[76rem]'}`;
}

type WrapProps = { children: ReactNode; className?: string };

export function Wrap({ children, className }: WrapProps) {
  return <div className={joinClasses(wrapClass(), className)}>{children}</div>;
}

export function WrapWide({ children, className }: WrapProps) {
  return <div className={joinClasses(wrapClass(true), className)}>{children}</div>;
}
