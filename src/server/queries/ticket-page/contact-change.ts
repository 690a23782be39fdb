import { findContactPeople } from '../../db/find-contact-people';
import type { Scope } from '../../db/as-actor';
import { canDo, type PageContext } from './page-context';
import { isContact } from './ticket-facts';

/** R7: how somebody else becomes the contact of a ticket: by the reader's own form, or by asking who can. */
export type ContactChangeView = {
  /** Whom the reader may name; null where the reader cannot change it. */
  people: { personId: string; name: string; email: string }[] | null;
  /** Administrators of the filing organization, where the reader may know them. */
  admins: string[];
  portalTeamPhone: string;
};

/** Offered to whoever can change the contact, and to the provider's people who are not the contact; null for all others. */
export async function contactChange({ tx, settings }: Scope, ctx: PageContext): Promise<ContactChangeView | null> {
  const may = canDo(ctx, 'changeProviderContact');
  const isColleague = ctx.actor.role === 'provider' && !isContact(ctx) && ctx.actions.some((a) => a.action === 'changeProviderContact');
  if (!may && !isColleague) return null;
  const people = await findContactPeople(tx, ctx.ticket.filedByOrganizationId);
  return {
    people: may ? people.map(({ personId, name, email }) => ({ personId, name, email })) : null,
    admins: people.filter((p) => p.isOrgAdmin).map((p) => p.name),
    portalTeamPhone: settings.get('portal_team.phone') ?? '',
  };
}
