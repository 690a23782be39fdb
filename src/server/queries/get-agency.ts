import { asPublic } from '../db/as-actor';
import type { Settings } from '../db/world';

/** The settings by which one State's agency runs the portal. */
export type AgencySettings = {
  agencyName: string;
  agencyShortName: string;
  bureauName: string;
  bannerText: string;
  officialDomain: string;
  portalTeamEmail: string;
  portalTeamPhone: string;
};

export function agencyOf(settings: Settings): AgencySettings {
  const of = (key: string) => settings.get(key) ?? '';
  return {
    agencyName: of('agency.name'),
    agencyShortName: of('agency.short_name'),
    bureauName: of('agency.bureau'),
    bannerText: of('agency.banner'),
    officialDomain: of('agency.domain'),
    portalTeamEmail: of('portal_team.email'),
    portalTeamPhone: of('portal_team.phone'),
  };
}

/** The agency's words for pages that anyone can read. */
export function getAgency(): Promise<AgencySettings> {
  return asPublic(async ({ settings }) => agencyOf(settings));
}
