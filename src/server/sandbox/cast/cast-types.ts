import type { PersonRole } from '@/domain/access/actor';

/** A made-up organization; `npi` is completed to a right check digit, so only its first nine digits stand here. */
export type CastOrganization = {
  kind: 'provider' | 'mco' | 'portal_team' | 'hfs';
  name: string;
  planCode?: string;
  isBillingAgent?: true;
  npiStart?: string;
  medicaidId?: string;
  facilities?: Readonly<Record<string, { name: string; npiStart: string; medicaidId: string }>>;
};

export type CastPerson<Organization extends string = string> = {
  organization: Organization;
  role: PersonRole;
  name: string;
  email: string;
  phone: string;
  isOrgAdmin?: true;
  isPrimary?: true;
};
