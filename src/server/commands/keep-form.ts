import { z } from 'zod';
import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { newId } from '../new-id';

const keptForm = z.strictObject({
  /** The place of its files: which form of a page it is. */
  place: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  message: z.string(),
  issues: z.array(z.strictObject({ field: z.string(), message: z.string() })),
});

/** What was typed in a form, what became of the files that came with it, and what was wrong with them. */
export type KeptForm = z.infer<typeof keptForm>;

/** Keeps a form that has to be shown once more on another page load; its person alone finds it again, for a day. */
export async function keepForm(actor: PersonActor, form: KeptForm): Promise<string> {
  const id = newId();
  await asActor(actor, ({ tx, now }) => tx.keptForm.createMany({ data: [{ id, personId: actor.personId, typed: form, keptAt: now }] }));
  return id;
}

/** The form of that id, if the actor kept it. */
export async function findKeptForm(actor: PersonActor, id: string): Promise<KeptForm | null> {
  if (!isId(id)) return null;
  const row = await asActor(actor, ({ tx }) => tx.keptForm.findFirst({ where: { id, personId: actor.personId }, select: { typed: true } }));
  return row === null ? null : keptForm.parse(row.typed);
}
