import type { DraftStep } from '@/domain/tickets/complaint-draft';
import type { StepperStep } from '@/ui/stepper';

/** The pages of the filing form; files are kept as they come, `check` asks nothing that is kept. */
export type WizardStep = DraftStep | 'files' | 'check';

const STEPS: readonly { step: WizardStep; label: string }[] = [
  { step: 'eligibility', label: 'Can you file?' },
  { step: 'dispute', label: 'The dispute' },
  { step: 'claims', label: 'Claims' },
  { step: 'files', label: 'Files' },
  { step: 'contact', label: 'Contact' },
  { step: 'check', label: 'Check answers' },
];

export function stepHref(draftId: string, step: WizardStep): string {
  return `/file/${draftId}/${step}`;
}

export function stepperSteps(draftId: string | null): StepperStep[] {
  return STEPS.map(({ step, label }) => ({ label, href: draftId === null ? undefined : stepHref(draftId, step) }));
}

/** From 1, as the stepper counts. */
export function stepNumber(step: WizardStep): number {
  return STEPS.findIndex((s) => s.step === step) + 1;
}

/** The page after this one. */
export function nextHref(draftId: string, step: WizardStep): string {
  return stepHref(draftId, STEPS[stepNumber(step)]?.step ?? 'check');
}

/** The page of the form that asks for a field of `submit`; a claim is named by its place among the lines. */
export function stepOfField(field: string): WizardStep {
  if (field === 'receivedByMcoOn' || field === 'hasNumber') return 'eligibility';
  if (field === 'claims' || field.startsWith('claims.') || field.startsWith('lines.')) return 'claims';
  if (field === 'files') return 'files';
  if (field === 'contactId' || field === 'contactPhone') return 'contact';
  return field === 'usedInternalProcess' || field === 'outsideWindowConfirmed' ? 'check' : 'dispute';
}
