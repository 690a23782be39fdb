import type { Metadata } from 'next';
import { choiceOf, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { getKeyboardChoice } from '@/server/queries/get-keyboard-choice';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { PageTitle } from '@/ui/frame/page-title';
import { ShortcutList } from '@/ui/keyboard/shortcut-list';
import { Notice } from '@/ui/notice';
import { WrapWide } from '@/ui/wrap';
import { chooseKeyboardAction } from './actions';
import { KEYBOARD_PURPOSE } from './purposes';

export const metadata: Metadata = { title: 'Keyboard shortcuts' };

const CHOICES = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off', hint: 'Such as for speech input, or where a screen reader uses the same keys.' },
];

/** What each key does for staff, and how to turn the keys off (WCAG 2.1.4). */
export default async function KeyboardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('mco', 'portal_team', 'account_manager', 'sme', 'administration');
  const isOn = await getKeyboardChoice(actor);
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Keyboard shortcuts" />
      {choiceOf(await searchParams, 'done', ['saved']) !== null && (
        <Notice tone="success" announce className="mt-5 max-w-[44rem]">
          {isOn ? 'The shortcuts are on.' : 'The shortcuts are off.'}
        </Notice>
      )}
      <ShortcutList className="mt-5 max-w-[44rem]" />
      <p className="mt-4 max-w-[44rem]">They work on lists and on tickets, and need script. In a field, keys write letters; no key is used together with Ctrl, Alt or ⌘.</p>
      <ActionForm action={chooseKeyboardAction} className="mt-6 max-w-[44rem]" label="Turn the shortcuts on or off">
        <FormKey commandKey={issueFormKey(actor, KEYBOARD_PURPOSE)} />
        <RadioChoices name="shortcuts" legend="For me, the shortcuts are" choices={CHOICES} defaultValue={isOn ? 'on' : 'off'} columns={2} />
        <SubmitButton className="mt-4">Save</SubmitButton>
      </ActionForm>
    </WrapWide>
  );
}
