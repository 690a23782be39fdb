import type { PersonActor } from '@/domain/access/actor';
import { asReader, type Scope } from '../../db/as-actor';
import { findContactPeople } from '../../db/find-contact-people';
import { canDo, type PageContext } from './page-context';
import { isContact } from './ticket-facts';

export type ContactChoice = { personId: string; name: string };

/** R7: how somebody else becomes the contact of a ticket: by the reader's own form, or by asking who can. */
export type ContactChangeView = {
  /** Whom the reader may name; null where the reader cannot change it. */
  people: ContactChoice[] | null;
  /** Administrators of the filing organization, where the reader may know them. */
  admins: string[];
  portalTeamPhone: string;
};

/** For the provider's people: its administrators, who can change the contact, and those who are not the contact; null for all others. */
export async function contactChange({ tx, settings }: Scope, ctx: PageContext): Promise<ContactChangeView | null> {
  if (ctx.actor.role !== 'provider' || !ctx.actions.some((a) => a.action === 'changeProviderContact')) return null;
  const may = canDo(ctx, 'changeProviderContact');
  if (!may && isContact(ctx)) return null;
  const people = await findContactPeople(tx, ctx.ticket.id);
  return {
    people: may ? people.map(({ personId, name }) => ({ personId, name })) : null,
    admins: people.filter((p) => p.isOrgAdmin).map((p) => p.name),
    portalTeamPhone: settings.get('portal_team.phone') ?? '',
  };
}

/** Whom the Portal Team may name as the contact of a ticket: the people of the organization that filed it. */
export function getContactChoices(actor: PersonActor, ticketId: string): Promise<ContactChoice[]> {
  return asReader(actor, async ({ tx }) => (await findContactPeople(tx, ticketId)).map(({ personId, name }) => ({ personId, name })));
}
