import { redirect } from 'next/navigation';
import { stepIssues } from '@/domain/tickets/check-draft';
import { DRAFT_STEPS } from '@/domain/tickets/complaint-draft';
import { requireDraft } from '../require-draft';
import { stepHref } from '../steps';

/** Where a draft goes on: at the first page that still needs something, else where the answers are checked. */
export default async function DraftPage({ params }: { params: Promise<{ draftId: string }> }) {
  const { view } = await requireDraft((await params).draftId);
  const step = DRAFT_STEPS.find((s) => stepIssues(s, view.draft, view.facts).length > 0);
  // Where filing is not possible today, that is said first.
  const isOutside = view.outlook !== null && view.outlook.state !== 'open';
  redirect(stepHref(view.id, isOutside ? 'eligibility' : (step ?? 'check')));
}
