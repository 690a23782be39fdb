import type { PersonActor } from '@/domain/access/actor';
import { receivedByMcoOn } from '@/domain/tickets/check-draft';
import { filingWindow, windowState } from '@/domain/tickets/filing-window';
import { formatDay } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { asActor, type Scope } from '../db/as-actor';
import { dateOf } from '../db/dates';
import { lockDraft } from '../db/find-draft';

async function set({ tx, today }: Scope, actor: PersonActor, draftId: string, isWanted: boolean): Promise<Result<null>> {
  const found = await lockDraft(tx, actor, draftId);
  if (found === null) return err({ kind: 'not_found' });
  const received = receivedByMcoOn(found.draft, today);
  const window = received === null ? null : filingWindow(received);
  if (isWanted && window === null) return err({ kind: 'not_allowed', reason: 'Enter the day on which the plan received the dispute first.' });
  if (isWanted && window !== null && windowState(window, today) !== 'premature')
    return err({ kind: 'not_allowed', reason: `There is nothing to wait for: the window opened on ${formatDay(window.opensOn)}.` });
  // No new version: the answers stay as they are, so no open page becomes a stale one.
  await tx.complaintDraft.updateMany({ where: { id: draftId }, data: { remindOn: isWanted && window !== null ? dateOf(window.opensOn) : null } });
  return ok(null);
}

/** D2: one e-mail on the day on which the draft's filing window opens, or none after all. */
export function setDraftReminder(actor: PersonActor, draftId: string, isWanted: boolean, arrivedAt?: Date): Promise<Result<null>> {
  if (actor.role !== 'provider') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, (scope) => set(scope, actor, draftId, isWanted), arrivedAt);
}
