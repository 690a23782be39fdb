import type { PersonActor } from '@/domain/access/actor';
import { planHolder } from '@/domain/tickets/plan-succession';
import { asActor } from '../db/as-actor';

/** The plans that can be asked today: an ended one's successor answers for it (D20). */
export function listPlansToAsk(actor: PersonActor): Promise<{ code: string; name: string }[]> {
  return asActor(actor, ({ reference, today }) => Promise.resolve(reference.plans.filter((p) => planHolder(reference, p.code, today) === p.code).map(({ code, name }) => ({ code, name }))));
}
