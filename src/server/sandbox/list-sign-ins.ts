import { PERSON_ROLES, type PersonRole } from '@/domain/access/actor';
import { asPublic } from '../db/as-actor';
import { SANDBOX_PASSWORD } from './cast/cast';

export type SandboxSignIn = { name: string; email: string; role: PersonRole; organization: string; isOrgAdmin: boolean; isPrimary: boolean; isBillingAgent: boolean };
export type SandboxSignIns = { password: string; people: SandboxSignIn[] };

type Row = { name: string; email: string; role: PersonRole; organization: string; is_org_admin: boolean; is_primary: boolean; is_billing_agent: boolean };

/** Who can sign in to the sandbox, by role, with the password that all of them have; null on every other database. */
export function listSandboxSignIns(): Promise<SandboxSignIns | null> {
  return asPublic(async ({ tx, isSandbox }) => {
    if (!isSandbox) return null;
    const rows = await tx.$queryRaw<Row[]>`SELECT * FROM sandbox_sign_ins() ORDER BY organization, name`;
    const people = rows
      .map((r) => ({ name: r.name, email: r.email, role: r.role, organization: r.organization, isOrgAdmin: r.is_org_admin, isPrimary: r.is_primary, isBillingAgent: r.is_billing_agent }))
      .sort((a, b) => PERSON_ROLES.indexOf(a.role) - PERSON_ROLES.indexOf(b.role));
    return { password: SANDBOX_PASSWORD, people };
  });
}
