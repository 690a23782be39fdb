import type { Recipient, TicketRecipients } from '@/domain/notifications/message';
import type { Scope } from './as-actor';
import { portalTeamOf } from './portal-team';

type Row = { audience: 'mco_primary' | 'mco_staff' | 'account_manager' | 'administration'; person_id: string; name: string; email: string };

async function findAssignee(scope: Scope, personId: string | null): Promise<Recipient | null> {
  if (personId === null) return null;
  const person = await scope.tx.person.findFirst({ where: { id: personId, disabledAt: null }, select: { id: true, name: true, email: true } });
  return person === null ? null : { personId: person.id, name: person.name, email: person.email };
}

async function findStatePeople(scope: Scope, ticketId: string): Promise<Recipient[]> {
  const rows = await scope.tx.$queryRaw<Omit<Row, 'audience'>[]>`SELECT * FROM ticket_state_people(${ticketId}::uuid)`;
  return rows.map((r) => ({ personId: r.person_id, name: r.name, email: r.email }));
}

/**
 * Whom the messages of the locked ticket may go to; the Portal Team reads at one address, kept in the settings.
 * `assigneeId` names the person to whom the command assigns the ticket; the State's people are asked for by the events
 * that concern a review alone.
 */
export async function findRecipients(scope: Scope, ticketId: string, assigneeId: string | null = null, withStatePeople = false): Promise<TicketRecipients> {
  const rows = await scope.tx.$queryRaw<Row[]>`SELECT * FROM ticket_recipients(${ticketId}::uuid) ORDER BY name`;
  const of = (audience: Row['audience']): Recipient[] =>
    rows.filter((r) => r.audience === audience).map((r) => ({ personId: r.person_id, name: r.name, email: r.email }));
  return {
    mcoPrimary: of('mco_primary'),
    mcoStaff: of('mco_staff'),
    accountManagers: of('account_manager'),
    administration: of('administration'),
    portalTeam: portalTeamOf(scope.settings),
    assignee: await findAssignee(scope, assigneeId),
    statePeople: withStatePeople ? await findStatePeople(scope, ticketId) : [],
  };
}
