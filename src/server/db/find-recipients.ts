import type { Recipient, TicketRecipients } from '@/domain/notifications/message';
import type { Scope } from './as-actor';

type Row = { audience: 'mco_primary' | 'mco_staff' | 'account_manager' | 'administration'; person_id: string; name: string; email: string };

/** Whom the messages of the locked ticket may go to; the Portal Team reads at one address, kept in the settings. */
export async function findRecipients(scope: Scope, ticketId: string): Promise<TicketRecipients> {
  const rows = await scope.tx.$queryRaw<Row[]>`SELECT * FROM ticket_recipients(${ticketId}::uuid) ORDER BY name`;
  const of = (audience: Row['audience']): Recipient[] =>
    rows.filter((r) => r.audience === audience).map((r) => ({ personId: r.person_id, name: r.name, email: r.email }));
  return {
    mcoPrimary: of('mco_primary'),
    mcoStaff: of('mco_staff'),
    accountManagers: of('account_manager'),
    administration: of('administration'),
    portalTeam: { personId: null, name: 'Portal Team', email: scope.settings.get('portal_team.email') ?? '' },
  };
}
