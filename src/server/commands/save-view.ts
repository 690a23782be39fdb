import type { PersonActor } from '@/domain/access/actor';
import { line } from '@/domain/tickets/fields';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';
import type { ViewedList } from '../db/viewed-lists';
import { idOfKey } from './id-of-key';

/** More of one's own for one list would not fit beside it. */
export const MOST_VIEWS = 12;
const viewName = line('Give the view a name.', 60);

export type ViewToSave = { list: ViewedList; name: string; parts: Record<string, string>; isShared: boolean };

/** Keeps a view of a list for its person, or for everybody in the organization. The same form sent twice keeps it once. */
export async function saveView(actor: PersonActor, view: ViewToSave, key: string, arrivedAt: Date): Promise<Result<string>> {
  const refused = (message: string) => err({ kind: 'invalid' as const, issues: [{ field: 'name', message }] });
  const typed = viewName.safeParse(view.name);
  if (!typed.success) return refused(typed.error.issues[0]?.message ?? 'Give the view a name.');
  const name = typed.data;
  const id = idOfKey(actor, key);
  return asActor(
    actor,
    async ({ tx, now }): Promise<Result<string>> => {
      const mine = await tx.savedView.findMany({ where: { personId: actor.personId, organizationId: actor.organizationId, list: view.list }, select: { id: true, name: true } });
      if (mine.some((v) => v.id === id)) return ok(id);
      if (mine.some((v) => v.name.toLowerCase() === name.toLowerCase())) return refused('You have a view of this name already.');
      if (mine.length >= MOST_VIEWS) return refused(`You have ${MOST_VIEWS} views of this list already. Delete one first.`);
      const { list, parts, isShared } = view;
      await tx.savedView.createMany({ data: [{ id, personId: actor.personId, personName: actor.name, organizationId: actor.organizationId, list, name, parts, isShared, savedAt: now }], skipDuplicates: true });
      return ok(id);
    },
    arrivedAt,
  );
}

/** Deletes one of the actor's own views; one that is gone already is no failure. */
export async function deleteView(actor: PersonActor, viewId: string): Promise<void> {
  if (!isId(viewId)) return;
  await asActor(actor, ({ tx }) => tx.savedView.deleteMany({ where: { id: viewId, personId: actor.personId } }));
}
