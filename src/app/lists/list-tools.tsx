import type { ListChoices, SavedView, ViewedList } from '@/server/queries/list-saved-views';
import { AppLink } from '@/ui/app-link';
import { Count } from '@/ui/count';
import { Disclosure } from '@/ui/disclosure';
import { ActionForm } from '@/ui/forms/action-form';
import { CheckboxChoices } from '@/ui/forms/checkbox-choices';
import { CheckboxField } from '@/ui/forms/checkbox-field';
import { FormDisclosure } from '@/ui/forms/form-disclosure';
import { FormKey } from '@/ui/forms/form-key';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextField } from '@/ui/forms/text-field';
import { COLUMN_CHOICES } from './column-choices';
import { listAddress } from './list-address';
import { chooseColumnsAction, deleteViewAction, saveViewAction } from './view-actions';
import { givenParts, VIEWED } from './viewed-lists';

type ListToolsProps = {
  list: ViewedList;
  choices: ListChoices;
  /** How many tickets each view holds, in the order of the views. */
  counts: readonly number[];
  /** The parts of the address that the page stands at, without its position. */
  parts: Record<string, string | null>;
  organization: string;
  commandKey: string;
};

/** On a wide screen what is opened floats over the table, or the table would jump. */
const FLOAT = 'lg:relative';
/** One at a time: what floats would cover the other. */
const GROUP = 'list-tools';
const FLOAT_BODY = 'grid gap-3 lg:absolute lg:right-0 lg:z-20 lg:w-[24rem] lg:p-4 lg:ml-0 lg:bg-white lg:border lg:border-line-strong lg:rounded-panel lg:shadow-float';

/** The views that a reader keeps of a list, and a way to keep this one and to choose its columns. */
export function ListTools(props: ListToolsProps) {
  const { list, choices, counts, parts } = props;
  const { path } = VIEWED[list];
  const here = listAddress(path, parts);
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-1 pt-3 print:hidden">
      {choices.views.length > 0 && (
        <nav aria-label="Saved views" className="grow">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {choices.views.map((view, i) => {
              // NB: a kept view has its parts in no order.
              const href = listAddress(path, VIEWED[list].partsOf(view.parts));
              return (
                <li key={view.id}>
                  <AppLink href={href} aria-current={href === here ? 'page' : undefined} className="inline-flex items-center gap-2 min-h-11 lg:min-h-9 aria-[current]:font-bold">
                    {view.name}
                    {!view.isMine && <span className="font-normal text-ink-soft">by {view.savedBy}</span>}
                    <Count value={counts[i] ?? 0} tone={href === here ? 'now' : 'plain'} />
                  </AppLink>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1 ml-auto max-lg:ml-0">
        <SaveView {...props} />
        <OwnViews {...props} />
        <ChooseColumns {...props} />
      </div>
    </div>
  );
}

function Here({ commandKey, parts }: Pick<ListToolsProps, 'commandKey' | 'parts'>) {
  return (
    <>
      <FormKey commandKey={commandKey} />
      {Object.entries(givenParts(parts)).map(([name, value]) => (
        <input key={name} type="hidden" name={`part.${name}`} value={value} />
      ))}
    </>
  );
}

function SaveView(props: ListToolsProps) {
  const { list, organization } = props;
  return (
    <ActionForm action={saveViewAction.bind(null, list)} prefix="view" label="Save this view" placesOutcome>
      <FormDisclosure summary="Save this view" className={FLOAT} group={GROUP} bodyClassName={FLOAT_BODY}>
        <FormOutcome />
        <Here {...props} />
        <TextField name="name" label="Name" hint="The tab, the filters and the order are kept, not today’s tickets." small autoComplete="off" />
        <CheckboxField name="shared" label={`Share it with everybody at ${organization}`} />
        <div>
          <SubmitButton size="small" pendingText="Saving…">
            Save the view
          </SubmitButton>
        </div>
      </FormDisclosure>
    </ActionForm>
  );
}

function OwnViews(props: ListToolsProps) {
  const mine = props.choices.views.filter((view) => view.isMine);
  if (mine.length === 0) return null;
  return (
    <Disclosure summary="My views" className={FLOAT} group={GROUP} bodyClassName={FLOAT_BODY}>
      <ul className="grid gap-1">
        {mine.map((view) => (
          <OwnView key={view.id} view={view} {...props} />
        ))}
      </ul>
    </Disclosure>
  );
}

function OwnView({ view, list, ...here }: { view: SavedView } & ListToolsProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4">
      <span>
        {view.name}
        {view.isShared && <span className="text-ink-soft">, shared</span>}
      </span>
      <ActionForm action={deleteViewAction.bind(null, list, view.id)} prefix={`d-${view.id}`} label={`Delete the view ${view.name}`}>
        <Here {...here} />
        <SubmitButton variant="quiet" size="small">
          Delete<span className="sr-only"> the view {view.name}</span>
        </SubmitButton>
      </ActionForm>
    </li>
  );
}

function ChooseColumns(props: ListToolsProps) {
  const { list, choices } = props;
  return (
    <ActionForm action={chooseColumnsAction.bind(null, list)} prefix="columns" label="Choose columns">
      <FormDisclosure summary="Columns" className={FLOAT} group={GROUP} bodyClassName={FLOAT_BODY}>
        <Here {...props} />
        <CheckboxChoices
          name="column"
          legend="Beside the ticket and its date"
          choices={COLUMN_CHOICES[list].map((column) => ({ value: column.id, label: column.label }))}
          defaultValues={choices.columns ?? COLUMN_CHOICES[list].filter((column) => column.usual).map((column) => column.id)}
        />
        <div>
          <SubmitButton size="small">Show these columns</SubmitButton>
        </div>
      </FormDisclosure>
    </ActionForm>
  );
}
