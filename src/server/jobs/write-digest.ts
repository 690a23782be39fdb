import { digestHorizon, DIGEST_LINES, digestMessage } from '@/domain/notifications/digest-mail';
import type { Message, Recipient } from '@/domain/notifications/message';
import type { DueItem } from '@/domain/notifications/reminder-mails';
import { plansHeldBy } from '@/domain/tickets/plan-succession';
import type { Scope } from '../db/as-actor';
import { findClocksOfReader, findRequestsOfPlans, type DigestScope } from '../db/find-due';
import { TEAM_READER } from '../db/mail-choices';
import { planStaffOf } from '../db/plan-staff-of';
import { portalTeamOf } from '../db/portal-team';
import { clockItem, requestItem } from './due-items';

type Reader = { to: Recipient; scope: DigestScope };
type PersonRow = { id: string; name: string; email: string; role: string; plan_code: string | null };

/** A reader who can still be reminded, and whose dates they are; null for whoever left or has no dates of their own. */
async function findReader(scope: Scope, reader: string): Promise<Reader | null> {
  if (reader === TEAM_READER) return { to: portalTeamOf(scope.settings), scope: { type: 'team' } };
  const [person] = await scope.tx.$queryRaw<PersonRow[]>`
    SELECT p.id, p.name, p.email, m.role, o.plan_code FROM people p JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL JOIN organizations o ON o.id = m.organization_id
    WHERE p.id = ${reader}::uuid AND p.disabled_at IS NULL`;
  if (person === undefined) return null;
  const to = { personId: person.id, name: person.name, email: person.email };
  if (person.role === 'provider') return { to, scope: { type: 'contact', personId: person.id } };
  if (person.role !== 'mco' || person.plan_code === null) return null;
  const { readers } = await planStaffOf(scope)(person.plan_code);
  const assignedTo = readers.some((r) => r.personId === person.id) ? null : person.id;
  return { to, scope: { type: 'plan', planCodes: plansHeldBy(scope.reference, person.plan_code, scope.today), assignedTo } };
}

/** A reader's digest as of now: null when nothing is due, or nobody is there to read it. */
export async function writeDigest(scope: Scope, reader: string, portalUrl: string): Promise<Message | null> {
  const found = await findReader(scope, reader);
  if (found === null) return null;
  const until = digestHorizon(scope.today);
  const clocks = await findClocksOfReader(scope.tx, found.scope, { today: scope.today, until }, DIGEST_LINES + 1);
  const requests = found.scope.type === 'plan' && found.scope.assignedTo === null ? await findRequestsOfPlans(scope.tx, found.scope.planCodes, until, DIGEST_LINES + 1) : [];
  const items: DueItem[] = [...clocks.flatMap((clock) => clockItem(scope, clock, portalUrl) ?? []), ...requests.map((request) => requestItem(scope, request, portalUrl))];
  const sorted = items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return digestMessage(sorted.slice(0, DIGEST_LINES), found.to, scope.today, { isCut: sorted.length > DIGEST_LINES, portalUrl });
}
