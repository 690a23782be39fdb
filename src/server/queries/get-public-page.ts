import type { HolidayTable } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import { asPublic } from '../db/as-actor';
import { agencyOf, type AgencySettings } from './get-agency';

/** What pages that anyone can read are made from: published tables and the portal's day. */
export type PublicPage = { agency: AgencySettings; now: Date; today: CalendarDate; isSandbox: boolean; holidays: HolidayTable };

export function getPublicPage(): Promise<PublicPage> {
  return asPublic(async ({ settings, now, today, isSandbox, holidays }) => ({ agency: agencyOf(settings), now, today, isSandbox, holidays }));
}
