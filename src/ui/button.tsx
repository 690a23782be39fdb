import type { ComponentProps, ReactNode } from 'react';
import { AppLink } from './app-link';
import { joinClasses } from './join-classes';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'white';
export type ButtonSize = 'small' | 'normal' | 'large';

/** On paper nothing can be pressed, be it a button or a link that looks like one. */
const BASE = 'inline-flex items-center justify-center gap-2 rounded-field no-underline leading-tight text-center cursor-pointer print:hidden disabled:opacity-60 disabled:cursor-progress';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-action border-action text-white hover:bg-action-deep hover:border-action-deep hover:text-white',
  secondary: 'bg-white border-action text-action hover:bg-action-wash hover:border-action-deep hover:text-action-deep',
  quiet: 'border-transparent text-action font-semibold hover:bg-action-wash hover:text-action-deep',
  white: 'bg-white border-white text-navy hover:bg-navy-pale hover:border-navy-pale hover:text-navy',
};

/** 44 px; 52 for a provider's main button; 36 in staff rows, where a phone gets 44 too. */
const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-11 lg:min-h-9 px-3 py-1 border font-semibold',
  normal: 'min-h-11 px-[1.125rem] py-2 border-2 font-bold',
  large: 'min-h-[3.25rem] px-6 py-2 border-2 font-bold text-lead',
};

export function buttonClass(variant: ButtonVariant = 'primary', size: ButtonSize = 'normal', className?: string): string {
  return joinClasses(BASE, VARIANTS[variant], SIZES[size], className) ?? '';
}

type Look = { variant?: ButtonVariant; size?: ButtonSize; children: ReactNode };
type ButtonProps = Look & ComponentProps<'button'>;

export function Button({ variant, size, className, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, size, className)} {...rest} />;
}

type ButtonLinkProps = Look & Omit<ComponentProps<'a'>, 'href'> & { href: string };

export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <AppLink className={buttonClass(variant, size, className)} {...rest} />;
}
