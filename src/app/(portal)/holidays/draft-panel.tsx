import type { HolidaysPage } from '@/server/queries/get-holidays-page';
import { ButtonLink } from '@/ui/button';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Panel, PanelBody, PanelFoot, PanelHead } from '@/ui/panel';
import { dropDayAction } from './actions';

/** What is gathered for the next version; it takes effect as a whole, after a look at what it moves. */
export function DraftPanel({ page, formKey }: { page: HolidaysPage; formKey: string }) {
  const { draft } = page;
  return (
    <Panel labelledBy="draft-title" id="draft">
      <PanelHead wash>
        <h2 id="draft-title" className="text-h3">
          Draft of version {page.version + 1}
        </h2>
      </PanelHead>
      <PanelBody>
        {draft.length === 0 ? (
          <p>Nothing is gathered. What you add, confirm or withdraw comes here first, and takes effect when you say so.</p>
        ) : (
          <ul className="grid gap-3">
            {draft.map(({ on, words, by }) => (
              <li key={on} className="flex items-start justify-between gap-3">
                <span className="min-w-0">
                  <b className="block wrap-anywhere first-letter:uppercase">{words}</b>
                  <span className="text-ink-soft">by {by}</span>
                </span>
                <ActionForm action={dropDayAction.bind(null, on, page.year)} prefix={`drop-${on}`} label={`Take out: ${words}`}>
                  <FormKey commandKey={formKey} />
                  <SubmitButton size="small" variant="secondary" className="whitespace-nowrap">
                    Take out<span className="sr-only">: {words}</span>
                  </SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ul>
        )}
      </PanelBody>
      {draft.length > 0 && (
        <PanelFoot>
          <ButtonLink href="/holidays/preview">See what would move</ButtonLink>
        </PanelFoot>
      )}
    </Panel>
  );
}
