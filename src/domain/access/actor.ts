/** The roles of people (lifecycle, "Roles"); `system` is the portal's jobs, a named actor in the history. */
export const PERSON_ROLES = ['provider', 'mco', 'portal_team', 'account_manager', 'sme', 'administration'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];
export const STATE_ROLES = ['portal_team', 'account_manager', 'sme', 'administration'] as const satisfies readonly PersonRole[];
export const ROLES = [...PERSON_ROLES, 'system'] as const;
export type Role = (typeof ROLES)[number];

export type PersonActor = {
  role: PersonRole;
  personId: string;
  name: string;
  email: string;
  phone: string | null;
  organizationId: string;
  organizationName: string;
  /** The plan that an `mco` actor works for; null for every other role. */
  planCode: string | null;
  isOrgAdmin: boolean;
  isPrimary: boolean;
  isBillingAgent: boolean;
};

export type SystemActor = { role: 'system'; personId: null; name: 'The portal'; organizationId: null; organizationName: 'Provider Resolution Portal' };

export type Actor = PersonActor | SystemActor;

export const SYSTEM: SystemActor = {
  role: 'system',
  personId: null,
  name: 'The portal',
  organizationId: null,
  organizationName: 'Provider Resolution Portal',
};

export const ROLE_NAMES: Record<Role, string> = {
  provider: 'Provider',
  mco: 'Health plan',
  portal_team: 'Portal Team',
  account_manager: 'HFS Account Manager',
  sme: 'HFS subject matter expert',
  administration: 'HFS Administration',
  system: 'The portal',
};

/** Portal Team and HFS: the side of the State. */
export function isStateRole(role: Role): boolean {
  return STATE_ROLES.some((r) => r === role);
}
