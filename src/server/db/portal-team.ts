import type { Recipient } from '@/domain/notifications/message';
import type { Settings } from './world';

/** The Portal Team as it reads mail: at one address, kept in the settings. */
export function portalTeamOf(settings: Settings): Recipient {
  return { personId: null, name: 'Portal Team', email: settings.get('portal_team.email') ?? '' };
}
