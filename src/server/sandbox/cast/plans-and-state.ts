import type { CastOrganization, CastPerson } from './cast-types';

/** One organization for each plan of the data file, the two that ended included, and the State's two. */
export const PLANS_AND_STATE = {
  aetna: { kind: 'mco', name: 'Aetna Better Health of Illinois', planCode: 'AETNA' },
  illiniCare: { kind: 'mco', name: 'IlliniCare Health', planCode: 'ILLINICARE' },
  blueCross: { kind: 'mco', name: 'Blue Cross Community Health Plans', planCode: 'BCCHP' },
  countyCare: { kind: 'mco', name: 'CountyCare Health Plan', planCode: 'COUNTYCARE' },
  humana: { kind: 'mco', name: 'Humana Gold Plus Integrated', planCode: 'HUMANA' },
  meridian: { kind: 'mco', name: 'Meridian Health Plan of Illinois', planCode: 'MERIDIAN' },
  molina: { kind: 'mco', name: 'Molina Healthcare of Illinois', planCode: 'MOLINA' },
  nextLevel: { kind: 'mco', name: 'NextLevel Health', planCode: 'NEXTLEVEL' },
  youthCare: { kind: 'mco', name: 'YouthCare HealthChoice Illinois', planCode: 'YOUTHCARE' },
  portalTeam: { kind: 'portal_team', name: 'Portal Team' },
  hfs: { kind: 'hfs', name: 'Illinois HFS' },
} as const satisfies Record<string, CastOrganization>;

type Key = keyof typeof PLANS_AND_STATE;
type Extra = Pick<CastPerson, 'isOrgAdmin' | 'isPrimary'>;

const plan = <O extends Key>(organization: O, name: string, email: string, line: string, extra: Extra = {}): CastPerson<O> => ({
  organization,
  role: 'mco',
  name,
  email,
  phone: `(312) 555-${line}`,
  ...extra,
});
const state = (organization: 'portalTeam' | 'hfs', role: CastPerson['role'], name: string, email: string, line: string): CastPerson<Key> => ({
  organization,
  role,
  name,
  email: `${email}@hfs.example`,
  phone: `(217) 555-${line}`,
});

const BOTH: Extra = { isOrgAdmin: true, isPrimary: true };
const PRIMARY: Extra = { isPrimary: true };

export const PLAN_AND_STATE_PEOPLE = {
  simone: plan('countyCare', 'Simone Tran', 's.tran@countycare.example', '0140', BOTH),
  cal: plan('countyCare', 'Cal Brandvold', 'c.brandvold@countycare.example', '0141', PRIMARY),
  delia: plan('countyCare', 'Delia Fuentes', 'd.fuentes@countycare.example', '0142'),
  gwen: plan('aetna', 'Gwen Tillotson', 'g.tillotson@aetnabetter.example', '0143', BOTH),
  femi: plan('aetna', 'Femi Adebayo', 'f.adebayo@aetnabetter.example', '0144', PRIMARY),
  noel: plan('illiniCare', 'Noel Abernathy', 'n.abernathy@illinicare.example', '0145', BOTH),
  arlo: plan('blueCross', 'Arlo Benavides', 'a.benavides@bcchp.example', '0146', BOTH),
  hattie: plan('blueCross', 'Hattie Nakagawa', 'h.nakagawa@bcchp.example', '0147'),
  petra: plan('humana', 'Petra Solheim', 'p.solheim@humanagold.example', '0148', { isOrgAdmin: true }),
  hugo: plan('humana', 'Hugo Lindqvist', 'h.lindqvist@humanagold.example', '0149', PRIMARY),
  rosalind: plan('meridian', 'Rosalind Achterberg', 'r.achterberg@meridianil.example', '0150', BOTH),
  bashir: plan('meridian', 'Bashir Quansah', 'b.quansah@meridianil.example', '0151', PRIMARY),
  ingrid: plan('meridian', 'Ingrid Pell', 'i.pell@meridianil.example', '0152', PRIMARY),
  dov: plan('molina', 'Dov Kessler', 'd.kessler@molinail.example', '0153', BOTH),
  lupe: plan('molina', 'Lupe Arce', 'l.arce@molinail.example', '0154'),
  iris: plan('nextLevel', 'Iris Calloway', 'i.calloway@nextlevel.example', '0155', BOTH),
  mina: plan('youthCare', 'Mina Castellanos', 'm.castellanos@youthcare.example', '0156', BOTH),
  ines: state('portalTeam', 'portal_team', 'Ines Abara', 'i.abara', '0101'),
  tomas: state('portalTeam', 'portal_team', 'Tomas Whitlock', 't.whitlock', '0102'),
  gloria: state('hfs', 'account_manager', 'Gloria Ekdahl', 'g.ekdahl', '0111'),
  warren: state('hfs', 'account_manager', 'Warren Tsosie', 'w.tsosie', '0112'),
  priya: state('hfs', 'sme', 'Priya Raman', 'p.raman', '0113'),
  yolanda: state('hfs', 'administration', 'Yolanda Pruitt', 'y.pruitt', '0114'),
} as const satisfies Record<string, CastPerson<Key>>;

/** Humana's only primary left the plan on this day; since then it has staff, but nobody is primary. */
export const FORMER_EMPLOYEE = { person: 'hugo', leftAt: '2026-11-19 17:00' } as const;

/** The two Account Managers share the plans. */
export const ACCOUNT_MANAGERS = {
  gloria: ['COUNTYCARE', 'BCCHP', 'HUMANA', 'YOUTHCARE', 'NEXTLEVEL'],
  warren: ['AETNA', 'MERIDIAN', 'MOLINA'],
} as const;
