import type { Metadata } from 'next';
import { partOf, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { fingerprint } from '@/server/commands/change-holidays';
import { previewHolidays, type HolidayPreview } from '@/server/queries/preview-holidays';
import { AppLink } from '@/ui/app-link';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { WrapWide } from '@/ui/wrap';
import { takeEffectAction } from '../actions';
import { HOLIDAYS_PURPOSE } from '../holiday-addresses';
import { MovesTable, MovesByRule } from './moves-table';

export const metadata: Metadata = { title: 'What would move' };

function pageNumber(params: SearchParams): number {
  const asked = partOf(params, 'page');
  return asked !== null && /^\d{1,4}$/.test(asked) ? Number(asked) : 1;
}

const counted = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** D16: which dates would move, which fines it would undo and who will be told, before one act does it all. */
export default async function HolidayPreviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('administration');
  const preview = await previewHolidays(actor, pageNumber(await searchParams));
  return (
    <WrapWide className="pt-6">
      <Breadcrumb trail={[{ href: '/holidays', label: 'State calendar' }]} current="What would move" />
      <PageTitle className="mt-3" title="What would move" lead={leadOf(preview)} />
      <Section id="changes" title={`Version ${preview.version + 1}`} className="mt-6">
        {preview.changes.length === 0 ? (
          <p className="mt-2">
            Nothing is gathered. <AppLink href="/holidays">Back to the State calendar</AppLink>
          </p>
        ) : (
          <ul className="list-disc pl-6 mt-2 grid gap-1">
            {preview.changes.map((words) => (
              <li key={words} className="wrap-anywhere first-letter:uppercase">
                {words}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {preview.refused !== null && (
        <Notice tone="late" title="This cannot take effect yet" className="mt-6">
          {preview.refused}
        </Notice>
      )}
      {preview.refused === null && preview.changes.length > 0 && <TakeEffect preview={preview} formKey={issueFormKey(actor, HOLIDAYS_PURPOSE)} />}
      {preview.clocks > 0 && (
        <>
          {preview.fines.length > 0 && <MovesTable id="fines" title="Fines that it undoes or proposes anew" moves={preview.fines} />}
          <MovesByRule preview={preview} />
          <MovesTable id="moves" title="Each date that moves" moves={preview.moves} paged={preview} />
        </>
      )}
    </WrapWide>
  );
}

function leadOf({ clocks, tickets, changes }: HolidayPreview): string {
  if (changes.length === 0) return 'There is no change to look at.';
  if (clocks === 0) return 'No date of an open ticket moves. Dates that are counted from now on follow the new version.';
  return `${counted(clocks, 'date', 'dates')} of ${counted(tickets, 'open ticket', 'open tickets')} move later. Dates never move earlier, and closed tickets are not touched (D16).`;
}

function TakeEffect({ preview, formKey }: { preview: HolidayPreview; formKey: string }) {
  const { told } = preview;
  return (
    <ActionForm action={takeEffectAction} label="Put into effect" className="mt-6 border border-line rounded-panel p-5 max-w-[60rem] grid gap-4">
      <FormKey commandKey={formKey} />
      <input type="hidden" name="seenVersion" value={preview.version} />
      <input type="hidden" name="seenChanges" value={fingerprint(preview.changes)} />
      <p>
        {preview.clocks === 0
          ? 'Nobody is told, since no date moves.'
          : `${counted(told.contacts, 'provider contact', 'provider contacts')} and the staff of ${counted(told.plans, 'plan', 'plans')} are told by e-mail. The change is recorded on each ticket.`}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SubmitButton>Put version {preview.version + 1} into effect</SubmitButton>
        <AppLink className="inline-flex items-center min-h-11" href="/holidays">
          Back without doing it
        </AppLink>
      </div>
    </ActionForm>
  );
}
