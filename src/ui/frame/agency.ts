/** The words by which one State's agency runs the portal; all of them are settings. */
export type Agency = {
  /** "Provider Resolution Portal" */
  portalName: string;
  /** "Illinois Department of Healthcare and Family Services" */
  agencyName: string;
  /** "Illinois HFS", where the long name does not fit */
  agencyShortName: string;
  /** "Bureau of Managed Care" */
  bureauName: string;
  /** "the State of Illinois" */
  stateName: string;
  /** "Illinois", as in "Official Illinois websites end in …" */
  stateShortName: string;
  /** ".illinois.gov" */
  officialDomain: string;
  portalTeamEmail: string;
  portalTeamPhone: string;
};
