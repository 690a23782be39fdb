import type { Client } from 'pg';
import type { PersonActor } from '@/domain/access/actor';
import { npiFrom } from '../cast/cast';
import { Picks, seededId } from '../seeded';

const PLACES = ['Cedar Bluff', 'Prairie du Long', 'Stony Ford', 'Quarry Hill', 'Willow Bottom', 'Sugar Creek', 'Marsh Lantern', 'Copper Ridge', 'Heron Lake', 'Bluestem', 'Old Ferry', 'Goose Landing', 'Limestone', 'Apple Canyon', 'Redbud'] as const;
const KINDS = ['Clinic', 'Family Practice', 'Hospital', 'Dental', 'Home Health', 'Medical Equipment', 'Therapy', 'Imaging', 'Pharmacy', 'Surgery Center'] as const;
const GIVEN = ['Alma', 'Boyd', 'Cora', 'Dale', 'Edna', 'Floyd', 'Greta', 'Hal', 'Ivy', 'Joss', 'Kit', 'Lyle', 'Mae', 'Ned', 'Opal'] as const;
const FAMILY = ['Bulkley', 'Loadman', 'Sampleton', 'Muchmore', 'Manyfold', 'Countwell', 'Tallyman', 'Piles', 'Heapson', 'Stackpole'] as const;

/** How many providers file the bulk data, beside those who can sign in. */
export const BULK_PROVIDERS = 300;

/** The n-th provider of the bulk data as the one who acts; nobody of them can sign in. */
export function bulkProvider(n: number): PersonActor {
  const picks = new Picks(`bulk-provider:${n}`);
  const number = String(n).padStart(3, '0');
  return {
    role: 'provider',
    personId: seededId(`bulk-person:${n}`),
    name: `${picks.one(GIVEN)} ${picks.one(FAMILY)}`,
    email: `billing@bulk-${number}.example`,
    phone: `(217) 555-0${100 + (n % 100)} ext. ${n}`,
    organizationId: seededId(`bulk-organization:${n}`),
    organizationName: `${picks.one(PLACES)} ${picks.one(KINDS)} ${number}`,
    planCode: null,
    isOrgAdmin: true,
    isPrimary: false,
    isBillingAgent: false,
  };
}

/** Adds the bulk data's providers where they are missing; without a password nobody signs in as one of them. */
export async function ensureBulkProviders(owner: Client): Promise<void> {
  for (let n = 0; n < BULK_PROVIDERS; n += 1) {
    const p = bulkProvider(n);
    await owner.query(`INSERT INTO organizations (id, kind, name, npi) VALUES ($1, 'provider', $2, $3) ON CONFLICT (id) DO NOTHING`, [p.organizationId, p.organizationName, npiFrom(`902${String(n).padStart(6, '0')}`)]);
    await owner.query('INSERT INTO people (id, email, name, phone) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING', [p.personId, p.email, p.name, p.phone]);
    await owner.query(`INSERT INTO memberships (id, person_id, organization_id, role, is_org_admin) VALUES ($1, $2, $3, 'provider', true) ON CONFLICT (id) DO NOTHING`, [seededId(`bulk-membership:${n}`), p.personId, p.organizationId]);
  }
}
