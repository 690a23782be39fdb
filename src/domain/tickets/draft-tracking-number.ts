import type { ComplaintDraft } from './complaint-draft';
import { trackingNumberIssue } from './decide-filing';
import { trackingNumber } from './fields';

/**
 * R3: the plan's tracking number of a draft where it may stand in a mail: only what could be filed, so that nothing
 * that looks like a Social Security number or is the RIN of a member leaves the portal. Null otherwise.
 */
export function draftTrackingNumber(draft: ComplaintDraft): string | null {
  const parsed = trackingNumber.safeParse(draft.trackingNumber);
  if (!parsed.success) return null;
  const claims = draft.claims.map((claim) => ({ rin: claim.rin.replace(/\D/g, '') }));
  return trackingNumberIssue({ trackingNumber: parsed.data, trackingNumberConfirmed: draft.trackingNumberConfirmed !== '' }, claims) === null ? parsed.data : null;
}
