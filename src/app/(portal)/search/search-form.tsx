import type { PersonActor } from '@/domain/access/actor';
import { ActionForm } from '@/ui/forms/action-form';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextField } from '@/ui/forms/text-field';
import { searchAction } from './actions';

/** What a search looks at, as the reader's own records call it. */
function searchHint(actor: PersonActor): string {
  const rin = actor.role === 'provider' ? 'the whole RIN' : 'RIN';
  return `Portal number, plan’s tracking number, claim number, ${rin}, or the name of a provider, facility or member. The beginning is enough.`;
}

export function SearchForm({ actor, text }: { actor: PersonActor; text?: string }) {
  return (
    <ActionForm action={searchAction} label="Search tickets" prefix="search" className="mt-5 max-w-[44rem]">
      <div className="flex flex-wrap items-end gap-3">
        <TextField name="q" label="Search for" hint={searchHint(actor)} type="search" autoComplete="off" spellCheck={false} autoCapitalize="none" defaultValue={text} className="grow min-w-64" />
        <SubmitButton pendingText="Searching…">Search</SubmitButton>
      </div>
    </ActionForm>
  );
}
