'use client';

import { joinClasses } from '@/ui/join-classes';
import type { FieldProps } from './form-field';
import { TextField } from './text-field';

type DateTextFieldProps = FieldProps & { /** "11/30/2026" */ defaultValue?: string; inputClassName?: string };

/** A date in one box, for rows and staff: `MM/DD/YYYY`. */
export function DateTextField({ hint = 'Month, day, year: MM/DD/YYYY', inputClassName, ...rest }: DateTextFieldProps) {
  return <TextField {...rest} hint={hint} inputMode="numeric" autoComplete="off" inputClassName={joinClasses('max-w-40', inputClassName)} />;
}
