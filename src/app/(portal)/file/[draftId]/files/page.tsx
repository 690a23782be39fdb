import type { Metadata } from 'next';
import { sizeWords } from '@/domain/tickets/files';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { FilesField } from '@/ui/forms/files-field';
import { UploadForm } from '@/ui/forms/upload-form';
import { formFiles } from '../../../../forms/form-files';
import { requireDraft } from '../../require-draft';
import { nextHref, stepHref } from '../../steps';
import { WizardPage } from '../../wizard-page';

export const metadata: Metadata = { title: 'File a complaint: files' };

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<{ kept?: string | string[] }> };

export default async function FilesPage({ params, searchParams }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  const files = await formFiles(actor, 'submit', view.id, stepHref(view.id, 'files'), await searchParams);
  return (
    <WizardPage view={view} step="files" title="What shows that you are right?">
      <UploadForm initial={files.initial} label="Add files">
        <p className="text-lead max-w-[42rem]">Add what the plan needs to see, such as the remittance advice, medical records or letters. You can go on without any.</p>
        <p className="mt-3 max-w-[42rem]">
          The plan reads them once the complaint is presented. Each file is kept with your draft as soon as it was added; all together can have up to {sizeWords(files.field.limits.ticketBytes)}.
          {files.field.isScanned && ' A virus scanner looks at each before anybody can open it.'}
        </p>
        <FilesField label="Files" optional files={files.field} sendsIds={false} className="mt-6 max-w-[44rem]" />
      </UploadForm>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 mt-10">
        <ButtonLink size="large" href={nextHref(view.id, 'files')}>
          Continue
        </ButtonLink>
        <ButtonLink size="large" variant="secondary" href="/my-tickets">
          Finish later
        </ButtonLink>
        <AppLink className="inline-flex items-center min-h-11 px-2" href={stepHref(view.id, 'claims')}>
          Back to the claims
        </AppLink>
      </div>
    </WizardPage>
  );
}
