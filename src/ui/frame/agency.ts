/** The name of this service; it is not a setting, since the policy and the fine's e-mail (R21) use it. */
export const PORTAL_NAME = 'Provider Resolution Portal';

/** The words by which one State's agency runs the portal; all of them are settings. */
export type Agency = {
  /** "Illinois Department of Healthcare and Family Services" */
  agencyName: string;
  /** "Illinois HFS", where the long name does not fit */
  agencyShortName: string;
  /** "Bureau of Managed Care" */
  bureauName: string;
  /** "An official website of the State of Illinois" */
  bannerText: string;
  /** ".illinois.gov" */
  officialDomain: string;
  portalTeamEmail: string;
  portalTeamPhone: string;
};
