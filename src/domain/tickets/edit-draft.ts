import { CLAIM_FIELDS, isBlankClaim, STEP_FIELDS, type ClaimText, type ComplaintDraft, type DraftClaim, type DraftField, type DraftText, type FieldStep } from './complaint-draft';

/** A line that the form sent: with its id when it was there before. */
export type LineEdit = { id: number | null; claim: ClaimText };

/** One save of one page of the filing form. A field that the page did not show is left out and stays as it was. */
export type DraftEdit =
  | { step: FieldStep; fields: Partial<DraftText> }
  | { step: 'claims'; lines: readonly LineEdit[]; removed: readonly number[] };

/** `next` is the version that this save makes, `seen` the one that the page had shown. */
export type EditVersions = { next: number; seen: number };

export type DraftEdited =
  /** The same draft again when there was nothing to change. */
  | { outcome: 'edited'; draft: ComplaintDraft }
  /** Somewhere else the same answers were saved since; `changed` names them, and nothing is saved. */
  | { outcome: 'newer'; changed: string[] };

const FIELD_NAMES: Record<DraftField, string> = {
  receivedByMcoOn: 'the day on which the plan received the dispute',
  hasNumber: 'whether the plan gave a tracking number',
  planCode: 'the health plan',
  programCode: 'the program',
  issueTypeCode: 'what the complaint is about',
  trackingNumber: 'the plan’s tracking number',
  trackingNumberConfirmed: 'the check of the tracking number',
  grounds: 'why you are filing',
  organizationId: 'for whom you file',
  facilityId: 'the facility',
  npi: 'the NPI',
  whatHappened: 'what happened',
  desiredOutcome: 'what you ask for',
  isUrgent: 'the urgent mark',
  contactId: 'the contact person',
  contactPhone: 'the contact’s phone',
};

function editFields(draft: ComplaintDraft, step: FieldStep, fields: Partial<DraftText>, versions: EditVersions): DraftEdited {
  const sent = STEP_FIELDS[step].flatMap((name: DraftField) => {
    const value = fields[name];
    return value === undefined ? [] : [{ name, value }];
  });
  const different = sent.filter(({ name, value }) => draft[name] !== value);
  if (draft.savedIn[step] > versions.seen && different.length > 0)
    return { outcome: 'newer', changed: different.map(({ name }) => FIELD_NAMES[name]) };
  const changes = Object.fromEntries(sent.map(({ name, value }) => [name, value]));
  return { outcome: 'edited', draft: { ...draft, ...changes, savedIn: { ...draft.savedIn, [step]: versions.next } } };
}

const sameClaim = (a: ClaimText, b: ClaimText) => CLAIM_FIELDS.every((field) => a[field] === b[field]);

/** Lines in conflict: saved elsewhere since the page was made, with other words than were sent; or removed there. */
function newerLines(draft: ComplaintDraft, lines: readonly LineEdit[], removed: readonly number[], { next, seen }: EditVersions): string[] {
  const place = (id: number) => `line ${draft.claims.findIndex((c) => c.id === id) + 1}`;
  const edited = lines.flatMap(({ id, claim }) => {
    if (id === null || removed.includes(id)) return [];
    const now = draft.claims.find((c) => c.id === id);
    // Whoever has seen that it is gone and saves it again wants it back.
    if (now === undefined) return seen >= next - 1 ? [] : [`a line that was removed there (claim ${claim.claimNumber || 'without a number'})`];
    return now.savedIn > seen && !sameClaim(now, claim) ? [place(id)] : [];
  });
  const gone = removed.filter((id) => (draft.claims.find((c) => c.id === id)?.savedIn ?? 0) > seen).map(place);
  return [...edited, ...gone];
}

function editLines(draft: ComplaintDraft, lines: readonly LineEdit[], removed: readonly number[], versions: EditVersions): DraftEdited {
  const changed = newerLines(draft, lines, removed, versions);
  if (changed.length > 0) return { outcome: 'newer', changed };
  const sent = new Map(lines.flatMap(({ id, claim }) => (id === null ? [] : [[id, claim] as const])));
  const kept = draft.claims
    .filter((c) => !removed.includes(c.id))
    .map((c): DraftClaim => {
      const claim = sent.get(c.id);
      return claim === undefined || sameClaim(c, claim) ? c : { ...claim, id: c.id, savedIn: versions.next };
    });
  const last = draft.claims.reduce((most, c) => Math.max(most, c.id), 0);
  const added = lines
    .filter(({ id, claim }) => !isBlankClaim(claim) && (id === null || (!removed.includes(id) && draft.claims.every((c) => c.id !== id))))
    .map(({ claim }, i): DraftClaim => ({ ...claim, id: last + i + 1, savedIn: versions.next }));
  const isSame = added.length === 0 && kept.length === draft.claims.length && kept.every((c, i) => c === draft.claims[i]);
  return { outcome: 'edited', draft: isSame ? draft : { ...draft, claims: [...kept, ...added] } };
}

/**
 * `saveDraft`: puts what one page sent into the draft. Answers to different pages, and different lines, never stand in
 * each other's way; a save over a newer one is not done but shown.
 */
export function editDraft(draft: ComplaintDraft, edit: DraftEdit, versions: EditVersions): DraftEdited {
  return edit.step === 'claims' ? editLines(draft, edit.lines, edit.removed, versions) : editFields(draft, edit.step, edit.fields, versions);
}
