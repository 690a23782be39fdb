import { AppLink } from '@/ui/app-link';
import { SubmitButton } from '@/ui/forms/submit-button';

/** What every page of the filing form ends with; the first button is what the Enter key presses. */
export function SaveButtons({ back }: { back: { href: string; label: string } }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 mt-10">
      <SubmitButton size="large" name="intent" value="continue" pendingText="Saving…">
        Save and continue
      </SubmitButton>
      <SubmitButton size="large" variant="secondary" name="intent" value="later" pendingText="Saving…">
        Save and finish later
      </SubmitButton>
      <AppLink className="inline-flex items-center min-h-11 px-2" href={back.href}>
        {back.label}
      </AppLink>
    </div>
  );
}
