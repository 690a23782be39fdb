import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FormContext } from '@/ui/forms/form-context';
import { IDLE, type FormState } from '@/ui/forms/form-state';
import { NineDigitsCheck } from '@/ui/forms/nine-digits-check';

const cameBack = (trackingNumber: string, message: string): FormState => ({ status: 'error', title: 'One thing needs a fix', errors: [{ field: 'trackingNumber', message }], values: { trackingNumber } });

it.each([
  ['a number with letters', 'CC-1', IDLE, false],
  ['nine digits', '770041884', IDLE, true],
  ['nine digits that were typed over it', 'CC-1', cameBack('770041884', 'Nine digits alone look like a RIN.'), true],
  ['a number that has another fault', 'CC-1', cameBack('7'.repeat(41), 'At most 40 characters.'), false],
  ['letters that were typed over nine digits', '770041884', cameBack('CC 1', 'Only letters, digits and signs.'), false],
])('asks whether nine digits are the tracking number, and of nothing else: %s', (_, stored, state, isAsked) => {
  const html = renderToStaticMarkup(
    <FormContext value={{ state, prefix: 'f' }}>
      <NineDigitsCheck stored={stored} />
    </FormContext>,
  );
  expect(html.includes('These nine digits are the plan’s tracking number')).toBe(isAsked);
});
