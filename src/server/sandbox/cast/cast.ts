import type { PersonActor } from '@/domain/access/actor';
import { isNpi } from '@/domain/tickets/fields';
import { seededId } from '../seeded';
import type { CastOrganization, CastPerson } from './cast-types';
import { PLAN_AND_STATE_PEOPLE, PLANS_AND_STATE } from './plans-and-state';
import { PROVIDER_PEOPLE, PROVIDERS } from './providers';

export const ORGANIZATIONS = { ...PROVIDERS, ...PLANS_AND_STATE };
export type OrganizationKey = keyof typeof ORGANIZATIONS;
export type ProviderKey = keyof typeof PROVIDERS;

export const PEOPLE = { ...PROVIDER_PEOPLE, ...PLAN_AND_STATE_PEOPLE };
export type PersonKey = keyof typeof PEOPLE;
export type ProviderPersonKey = keyof typeof PROVIDER_PEOPLE;

/** The one password of everybody in a sandbox. It is no secret: nobody there is real, and nowhere else does it exist. */
export const SANDBOX_PASSWORD = 'prairie-sandbox-2026';

export function organizationOf(key: OrganizationKey): CastOrganization {
  return ORGANIZATIONS[key];
}

export function personOf(key: PersonKey): CastPerson<OrganizationKey> {
  return PEOPLE[key];
}

export const organizationId = (key: OrganizationKey): string => seededId(`organization:${key}`);
export const personId = (key: PersonKey): string => seededId(`person:${key}`);
export const facilityId = (organization: OrganizationKey, facility: string): string => seededId(`facility:${organization}:${facility}`);

/** The NPI that begins with these nine digits: the tenth is its check digit. */
export function npiFrom(start: string): string {
  const npi = [...'0123456789'].map((digit) => start + digit).find(isNpi);
  if (npi === undefined) throw new RangeError(`${start} are not the first nine digits of an NPI`);
  return npi;
}

/** The person as the one who acts. */
export function actorOf(key: PersonKey): PersonActor {
  const person = personOf(key);
  const organization = organizationOf(person.organization);
  return {
    role: person.role,
    personId: personId(key),
    name: person.name,
    email: person.email,
    phone: person.phone,
    organizationId: organizationId(person.organization),
    organizationName: organization.name,
    planCode: organization.planCode ?? null,
    isOrgAdmin: person.isOrgAdmin ?? false,
    isPrimary: person.isPrimary ?? false,
    isBillingAgent: organization.isBillingAgent ?? false,
  };
}
