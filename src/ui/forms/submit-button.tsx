'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonSize, type ButtonVariant } from '@/ui/button';
import { KEEP_INTENT } from './draft-frame';

type SubmitButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Which of several acts was chosen, such as `intent`. */
  name?: string;
  value?: string;
  pendingText?: string;
  className?: string;
};

/** Says "Sending…" and cannot be pressed again while the form is on its way. Without script it is an ordinary button. */
export function SubmitButton({ children, name, value, pendingText = 'Sending…', ...look }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const isMine = pending && (name === undefined ? data.get(KEEP_INTENT.name) !== KEEP_INTENT.value : data.get(name) === value);
  return (
    <Button {...look} type="submit" name={name} value={value} disabled={pending}>
      {isMine ? pendingText : children}
    </Button>
  );
}
