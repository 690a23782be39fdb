'use client';

import { looksLikeNineDigits } from '@/domain/tickets/nine-digits';
import { CheckboxField } from './checkbox-field';
import { firstText, useField } from './form-context';

type NineDigitsCheckProps = { /** The tracking number that the page was loaded with. */ stored: string; defaultChecked?: boolean };

/** R3: a tracking number that could be a member's is confirmed; asked of the one that stands in the form, and of no other. */
export function NineDigitsCheck({ stored, defaultChecked }: NineDigitsCheckProps) {
  const { typed } = useField('trackingNumber');
  if (!looksLikeNineDigits(firstText(typed) ?? stored)) return null;
  return (
    <CheckboxField
      card
      name="trackingNumberConfirmed"
      label={<b>These nine digits are the plan’s tracking number</b>}
      hint="They are not a member’s RIN and not a Social Security number."
      defaultChecked={defaultChecked}
    />
  );
}
