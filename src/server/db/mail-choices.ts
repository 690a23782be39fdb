import type { PersonActor } from '@/domain/access/actor';
import type { Scope } from './as-actor';
import type { Tx } from './database';

export const REMINDER_CHOICES = ['single', 'digest'] as const;
export type ReminderChoice = (typeof REMINDER_CHOICES)[number];

/** The Portal Team reads at one address and chooses for all of it. */
export const TEAM_READER = 'portal_team';

export function readerOf(actor: PersonActor): string {
  return actor.role === 'portal_team' ? TEAM_READER : actor.personId;
}

/** All readers who chose one mail a day. */
export async function findDigestReaders(tx: Tx): Promise<string[]> {
  const rows = await tx.mailChoice.findMany({ where: { reminders: 'digest' }, orderBy: { reader: 'asc' }, select: { reader: true } });
  return rows.map((r) => r.reader);
}

export async function findReminderChoice({ tx }: Scope, actor: PersonActor): Promise<ReminderChoice> {
  const row = await tx.mailChoice.findUnique({ where: { reader: readerOf(actor) }, select: { reminders: true } });
  return row?.reminders === 'digest' ? 'digest' : 'single';
}

export async function saveReminderChoice({ tx, now }: Scope, actor: PersonActor, choice: ReminderChoice): Promise<void> {
  const chosen = { reminders: choice, chosenById: actor.personId, chosenAt: now };
  const { count } = await tx.mailChoice.createMany({ data: [{ reader: readerOf(actor), ...chosen }], skipDuplicates: true });
  if (count === 0) await tx.mailChoice.updateMany({ where: { reader: readerOf(actor) }, data: chosen });
}
