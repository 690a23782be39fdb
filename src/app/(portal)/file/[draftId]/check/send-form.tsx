import { ActionForm } from '@/ui/forms/action-form';
import { ConfirmCheck } from '@/ui/forms/checkbox-field';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { AppLink } from '@/ui/app-link';
import { stepHref } from '../../steps';
import { sendAction } from './actions';

type SendFormProps = { /** The files that were shown: what is sent is what was seen. */ fileIds: readonly string[]; draftId: string; version: number; commandKey: string; isOutside: boolean; planName: string };

/** The attestation (R2), outside the window one more confirmation (D2), and the one button that sends. */
export function SendForm({ fileIds, draftId, version, commandKey, isOutside, planName }: SendFormProps) {
  return (
    <ActionForm action={sendAction.bind(null, draftId)} labelledBy="send">
      <FormKey commandKey={commandKey} version={version} />
      {fileIds.map((fileId) => (
        <input key={fileId} type="hidden" name="files" value={fileId} />
      ))}
      <h2 id="send">Send the complaint</h2>
      <p className="mt-2 max-w-[42rem]">The Portal Team checks it and presents it to {planName}. From then on the plan can read all of it.</p>
      <div className="grid gap-3 mt-5 max-w-[44rem]">
        <ConfirmCheck
          name="usedInternalProcess"
          label={<b>We used the plan’s own dispute process first</b>}
          hint="The plan decided our dispute, or did not answer it in time (R2). What this complaint says is true as far as we know."
        />
        {isOutside && (
          <ConfirmCheck
            name="outsideWindowConfirmed"
            label={<b>Send it all the same, outside the filing window</b>}
            hint="We know that the ticket is closed at once and that the plan does not get it (R4)."
          />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 mt-6">
        <SubmitButton size="large">Send the complaint</SubmitButton>
        <AppLink className="inline-flex items-center min-h-11 px-2" href="/my-tickets">
          Finish later
        </AppLink>
        <AppLink className="inline-flex items-center min-h-11 px-2" href={stepHref(draftId, 'contact')}>
          Back to the contact
        </AppLink>
      </div>
    </ActionForm>
  );
}
