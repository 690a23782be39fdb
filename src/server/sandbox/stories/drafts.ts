import { EMPTY_CLAIM, type ClaimText, type DraftText } from '@/domain/tickets/complaint-draft';
import type { DraftEdit } from '@/domain/tickets/edit-draft';
import type { Result } from '@/shared/result';
import { reportNoNumber } from '../../commands/report-no-number';
import { saveDraft } from '../../commands/save-draft';
import { setDraftReminder } from '../../commands/set-draft-reminder';
import { startDraft } from '../../commands/start-draft';
import { actorOf, type ProviderPersonKey } from '../cast/cast';
import { seededId } from '../seeded';
import { instantOf, type Moment } from './story';

/** A complaint that nobody has sent yet. */
export type DraftStory = {
  key: string;
  by: ProviderPersonKey;
  at: Moment;
  receivedByPlanOn: string;
  dispute?: Partial<DraftText>;
  claims?: readonly Partial<ClaimText>[];
  /** D2: asked to be told on the day on which the window opens. */
  remind?: true;
  /** D19: the plan gave no number; the Portal Team is told. */
  noNumber?: { planCode: string; askedOn: string };
};

/** Two that were begun, one that waits for its window, and three numbers that plans did not give. */
export const DRAFTS: readonly DraftStory[] = [
  {
    key: 'draft-half-done',
    by: 'marcus',
    at: '2026-11-20 16:20',
    receivedByPlanOn: '2026-10-12',
    dispute: {
      planCode: 'MOLINA',
      programCode: 'HEALTHCHOICE',
      issueTypeCode: 'CLAIMS',
      trackingNumber: 'MOL-D-5518844',
      grounds: 'disagrees',
      whatHappened: 'Two well-child visits were denied as not covered. Both are in the fee schedule.',
      desiredOutcome: 'Pay both visits.',
    },
    claims: [
      { claimNumber: '26-0240117', memberName: 'Rosie Applebough', rin: '000611204', serviceFrom: '2026-08-18', serviceTo: '2026-08-18', billedCents: '186.00', disputedCents: '186.00', denialCode: 'CO-96' },
      { claimNumber: '26-0240133', memberName: 'Percy Nakai', rin: '000611377', serviceFrom: '2026-08-20' },
    ],
  },
  { key: 'draft-just-begun', by: 'lena', at: '2026-11-23 17:05', receivedByPlanOn: '2026-10-19', dispute: { planCode: 'BCCHP', programCode: 'HEALTHCHOICE', issueTypeCode: 'COVERAGE', trackingNumber: 'BC-9920990' } },
  {
    key: 'draft-waits-for-window',
    by: 'renata',
    at: '2026-11-18 11:15',
    receivedByPlanOn: '2026-11-02',
    remind: true,
    dispute: { planCode: 'AETNA', programCode: 'HEALTHCHOICE', issueTypeCode: 'PRIOR_AUTH', trackingNumber: 'ABH-78-1120', grounds: 'disagrees', whatHappened: 'The authorization was cut from 12 visits to 4 without a reason.', desiredOutcome: 'Approve the 12 visits.' },
  },
  { key: 'no-number-humana-1', by: 'jo', at: '2026-11-12 10:22', receivedByPlanOn: '2026-10-06', noNumber: { planCode: 'HUMANA', askedOn: '2026-10-06' } },
  { key: 'no-number-humana-2', by: 'dee', at: '2026-11-19 13:48', receivedByPlanOn: '2026-10-15', noNumber: { planCode: 'HUMANA', askedOn: '2026-10-15' } },
  { key: 'no-number-molina', by: 'rob', at: '2026-11-23 09:06', receivedByPlanOn: '2026-10-20', noNumber: { planCode: 'MOLINA', askedOn: '2026-10-20' } },
];

function sure<T>(key: string, result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(`${key}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Saves the draft page by page, as its form would. */
export async function playDraft(story: DraftStory): Promise<void> {
  const actor = actorOf(story.by);
  const arrivedAt = instantOf(story.at);
  const id = sure(story.key, await startDraft(actor, { key: seededId(story.key), eligibility: { receivedByMcoOn: story.receivedByPlanOn, hasNumber: story.noNumber === undefined ? 'yes' : 'no' } }, arrivedAt));
  let seenVersion = 1;
  const save = async (edit: DraftEdit) => {
    ({ version: seenVersion } = sure(story.key, await saveDraft(actor, id, edit, { seenVersion, arrivedAt })));
  };
  if (story.dispute !== undefined) await save({ step: 'dispute', fields: story.dispute });
  if (story.claims !== undefined) await save({ step: 'claims', lines: story.claims.map((claim) => ({ id: null, claim: { ...EMPTY_CLAIM, ...claim } })), removed: [] });
  if (story.remind) sure(story.key, await setDraftReminder(actor, id, true, arrivedAt));
  if (story.noNumber !== undefined) sure(story.key, await reportNoNumber(actor, id, story.noNumber, arrivedAt));
}
