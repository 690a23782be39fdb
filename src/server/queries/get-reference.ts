import type { PersonActor } from '@/domain/access/actor';
import type { ReferenceData } from '@/domain/tickets/reference';
import { asActor } from '../db/as-actor';

/** Plans, programs and issue types, for forms that offer them. */
export function getReference(actor: PersonActor): Promise<ReferenceData> {
  return asActor(actor, ({ reference }) => Promise.resolve(reference));
}
