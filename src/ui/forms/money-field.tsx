'use client';

import { joinClasses } from '@/ui/join-classes';
import type { FieldProps } from './form-field';
import { TextField } from './text-field';

type MoneyFieldProps = FieldProps & { /** As typed, such as "1,240.00". */ defaultValue?: string; inputClassName?: string };

/** Dollars as people type them: `1,240.00`, `$1,240`. */
export function MoneyField({ inputClassName, ...rest }: MoneyFieldProps) {
  return <TextField {...rest} inputMode="decimal" autoComplete="off" inputClassName={joinClasses('text-right num', inputClassName)} />;
}
