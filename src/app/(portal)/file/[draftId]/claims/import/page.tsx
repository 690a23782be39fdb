import type { Metadata } from 'next';
import { CLAIM_COLUMNS } from '@/domain/tickets/claim-columns';
import { CLAIM_FIELDS } from '@/domain/tickets/complaint-draft';
import { issueFormKey } from '@/server/auth/form-key';
import { FILE_TOO_LARGE, LIMITS } from '@/server/spreadsheets/limits';
import { AppLink } from '@/ui/app-link';
import { Disclosure } from '@/ui/disclosure';
import { Downloads } from '@/ui/download-link';
import { ActionForm } from '@/ui/forms/action-form';
import { FileField } from '@/ui/forms/file-field';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { draftPurpose } from '../../../draft-form';
import { requireDraft } from '../../../require-draft';
import { stepHref } from '../../../steps';
import { WizardPage } from '../../../wizard-page';
import { WaitingImports } from '../waiting-imports';
import { importAction } from './actions';

export const metadata: Metadata = { title: 'File a complaint: import claim lines' };

type Props = { params: Promise<{ draftId: string }> };

export default async function ImportPage({ params }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  return (
    <WizardPage view={view} step="claims" title="Import claim lines">
      <ActionForm action={importAction.bind(null, view.id)} label="Import claim lines">
        <FormKey commandKey={issueFormKey(actor, draftPurpose(view.id))} version={view.version} />
        <p className="text-lead max-w-[42rem]">You see every line, and what is wrong in it, before anything is added to your complaint.</p>
        <Downloads className="mt-4" label="Template" what="template for claim lines" hrefOf={(format) => `/file/template/${format}`} />
        <FileField
          className="mt-6 max-w-[42rem]"
          name="file"
          label="Your file"
          hint="An Excel workbook (.xlsx) or a CSV file with at most 5,000 lines and 8 MB. Of a workbook the first sheet is read."
          most={{ bytes: LIMITS.fileBytes, words: FILE_TOO_LARGE }}
          accept=".xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 mt-6">
          <SubmitButton size="large" pendingText="Reading your file…">
            Check the lines
          </SubmitButton>
          <AppLink className="inline-flex items-center min-h-11 px-2" href={stepHref(view.id, 'claims')}>
            Back to the claims
          </AppLink>
        </div>
      </ActionForm>
      <WaitingImports view={view} className="mt-10" />
      <Disclosure summary="Which columns the file needs" className="mt-10">
        <ul className="grid gap-1.5">
          {CLAIM_FIELDS.map((field) => (
            <li key={field}>
              <b>{CLAIM_COLUMNS[field].heading}</b>
              {CLAIM_COLUMNS[field].required ? '' : ' (optional)'}: {CLAIM_COLUMNS[field].explains}
            </li>
          ))}
        </ul>
        <p className="mt-3">They may stand in any order, with others beside them.</p>
      </Disclosure>
    </WizardPage>
  );
}
