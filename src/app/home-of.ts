import type { PersonRole } from '@/domain/access/actor';

/** Where each role's day begins. */
const HOMES: Record<PersonRole, string> = {
  provider: '/my-tickets',
  mco: '/queue',
  portal_team: '/work',
  account_manager: '/fines',
  administration: '/fines',
  sme: '/reviews',
};

export function homeOf(role: PersonRole): string {
  return HOMES[role];
}
