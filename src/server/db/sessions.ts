import type { PersonActor, PersonRole } from '@/domain/access/actor';
import { needsDatabase } from '../database-down';
import { database } from './database';

// Before anybody is signed in there is no actor, so these go through the database's named functions.

export type SignInPerson = { personId: string; membershipId: string; passwordHash: string };

type PersonRow = { person_id: string; membership_id: string; password_hash: string };

/** What is known of an e-mail address at sign-in; null for one that is unknown, disabled or without an organization. */
export async function findSignInPerson(email: string): Promise<SignInPerson | null> {
  // PostgreSQL's text holds no NUL, so nobody has such an address.
  if (email.includes('\0')) return null;
  const [row] = await needsDatabase(() => database('web').$queryRaw<PersonRow[]>`SELECT * FROM sign_in_person(${email})`);
  return row === undefined ? null : { personId: row.person_id, membershipId: row.membership_id, passwordHash: row.password_hash };
}

export async function insertSession(session: { id: string; person: SignInPerson; createdAt: Date; expiresAt: Date }): Promise<void> {
  const { id, person, createdAt, expiresAt } = session;
  await needsDatabase(() => database('web').$executeRaw`SELECT open_session(${id}::uuid, ${person.personId}::uuid, ${person.membershipId}::uuid, ${createdAt}::timestamptz, ${expiresAt}::timestamptz)`);
}

type ActorRow = {
  person_id: string;
  name: string;
  email: string;
  phone: string | null;
  role: string;
  is_org_admin: boolean;
  is_primary: boolean;
  organization_id: string;
  organization_name: string;
  plan_code: string | null;
  is_billing_agent: boolean;
};

/** Who holds the session now; null once it is revoked or over, or its person disabled or gone from the organization. */
export async function findSessionActor(sessionId: string, now: Date): Promise<PersonActor | null> {
  const [row] = await needsDatabase(() => database('web').$queryRaw<ActorRow[]>`SELECT * FROM session_actor(${sessionId}::uuid, ${now}::timestamptz)`);
  if (row === undefined) return null;
  return {
    role: row.role as PersonRole,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    planCode: row.plan_code,
    isOrgAdmin: row.is_org_admin,
    isPrimary: row.is_primary,
    isBillingAgent: row.is_billing_agent,
  };
}

export async function revokeSession(sessionId: string, now: Date): Promise<void> {
  await needsDatabase(() => database('web').$executeRaw`SELECT revoke_session(${sessionId}::uuid, ${now}::timestamptz)`);
}

/** Whose one-time link this is; null when it is unknown, used or over. */
export async function findPasswordLink(tokenHash: string, now: Date): Promise<{ name: string; email: string } | null> {
  const [row] = await needsDatabase(() => database('web').$queryRaw<{ name: string; email: string }[]>`SELECT * FROM password_link_person(${tokenHash}, ${now}::timestamptz)`);
  return row ?? null;
}

/** Sets the password once and ends every session of the person; false when the link is no longer good. */
export async function redeemPasswordLink(tokenHash: string, passwordHash: string, now: Date): Promise<boolean> {
  const [row] = await needsDatabase(() => database('web').$queryRaw<{ person: string | null }[]>`SELECT redeem_password_link(${tokenHash}, ${passwordHash}, ${now}::timestamptz) AS person`);
  return (row?.person ?? null) !== null;
}
