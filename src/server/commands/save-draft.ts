import type { PersonActor } from '@/domain/access/actor';
import { receivedByMcoOn } from '@/domain/tickets/check-draft';
import { MAX_CLAIM_LINES } from '@/domain/tickets/commands';
import { unkeepableIssues, type ComplaintDraft } from '@/domain/tickets/complaint-draft';
import { editDraft, type DraftEdit } from '@/domain/tickets/edit-draft';
import { filingWindow, windowState } from '@/domain/tickets/filing-window';
import type { DomainError, FieldIssue } from '@/shared/domain-error';
import type { CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { asActor, type Scope } from '../db/as-actor';
import { dateOrNull } from '../db/dates';
import { draftToJson, lockDraft, type StoredDraft } from '../db/find-draft';

/** A save over a newer one: nothing was saved, `changed` names what differs, `version` is the draft's now. */
export type NewerDraft = { kind: 'newer'; changed: string[]; version: number; savedAt: Date };

export type SaveOptions = { seenVersion: number; arrivedAt?: Date };

function unkeepable(edit: DraftEdit): FieldIssue[] {
  if (edit.step !== 'claims') return unkeepableIssues(edit.fields);
  return edit.lines.flatMap(({ id, claim }) => unkeepableIssues(claim).map((issue) => ({ ...issue, field: `lines.${id ?? 'new'}.${issue.field}` })));
}

/** D2: the reminder moves with the date on which the window opens, and goes where there is nothing to wait for. */
function remindOn(wasOn: CalendarDate | null, draft: ComplaintDraft, today: CalendarDate): CalendarDate | null {
  const received = receivedByMcoOn(draft, today);
  if (wasOn === null || received === null) return null;
  const window = filingWindow(received);
  return windowState(window, today) === 'premature' ? window.opensOn : null;
}

async function save(scope: Scope, actor: PersonActor, draftId: string, edit: DraftEdit, seenVersion: number): Promise<Result<{ version: number }, DomainError | NewerDraft>> {
  const found = await lockDraft(scope.tx, actor, draftId);
  return found === null ? err({ kind: 'not_found' }) : keepEdit(scope, found, edit, seenVersion);
}

/** Puts one edit into a draft that is locked. */
export async function keepEdit(scope: Scope, found: StoredDraft, edit: DraftEdit, seenVersion: number): Promise<Result<{ version: number }, DomainError | NewerDraft>> {
  const version = found.version + 1;
  const edited = editDraft(found.draft, edit, { next: version, seen: seenVersion });
  if (edited.outcome === 'newer') return err({ kind: 'newer', changed: edited.changed, version: found.version, savedAt: found.savedAt });
  const { draft } = edited;
  if (draft === found.draft) return ok({ version: found.version });
  if (draft.claims.length > MAX_CLAIM_LINES)
    return err({ kind: 'invalid', issues: [{ field: 'claims', message: `One complaint holds at most ${MAX_CLAIM_LINES.toLocaleString('en-US')} claim lines.` }] });
  await scope.tx.complaintDraft.updateMany({
    where: { id: found.id },
    data: { data: draftToJson(draft), version, updatedAt: scope.now, remindOn: dateOrNull(remindOn(found.remindOn, draft, scope.today)) },
  });
  return ok({ version });
}

/**
 * `saveDraft`: keeps what one page of the filing form sent, right or wrong, and makes the draft's next version. A save
 * over a newer one is not done; what cannot be kept at all (NUL, texts beyond measure) is `invalid`.
 */
export function saveDraft(actor: PersonActor, draftId: string, edit: DraftEdit, { seenVersion, arrivedAt }: SaveOptions): Promise<Result<{ version: number }, DomainError | NewerDraft>> {
  if (actor.role !== 'provider') return Promise.resolve(err({ kind: 'not_found' }));
  const issues = unkeepable(edit);
  if (issues.length > 0) return Promise.resolve(err({ kind: 'invalid', issues }));
  return asActor(actor, (scope) => save(scope, actor, draftId, edit, seenVersion), arrivedAt);
}
