import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FormContext } from '@/ui/forms/form-context';
import { FormOnceSent } from '@/ui/forms/form-once-sent';
import { IDLE, type FormState } from '@/ui/forms/form-state';

const values = { answer: 'Typed.' };

it.each<[string, FormState, string]>([
  ['says why where nothing was typed', IDLE, 'why'],
  ['says why beside what was kept', { status: 'saved', message: 'What you typed is still here.', values }, 'whytyped'],
  ['shows what was sent; its error says why', { status: 'error', title: 'Someone else acted', errors: [], values }, 'typed'],
])('a form that cannot be sent any more %s', (_, state, shown) => {
  expect(
    renderToStaticMarkup(
      <FormContext value={{ state, prefix: 'f' }}>
        <FormOnceSent closed="why">typed</FormOnceSent>
      </FormContext>,
    ),
  ).toBe(shown);
});
