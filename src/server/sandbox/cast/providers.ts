import type { CastOrganization, CastPerson } from './cast-types';

/** Providers of several kinds, all made up; NPIs that begin with 9 are given to nobody. */
export const PROVIDERS = {
  kestrel: { kind: 'provider', name: 'Kestrel Park Family Health Center', npiStart: '901000101', medicaidId: '900000101' },
  calumet: { kind: 'provider', name: 'Calumet Ridge Home Health', npiStart: '901000102', medicaidId: '900000102' },
  threeOaks: { kind: 'provider', name: 'Three Oaks Pediatrics', npiStart: '901000103', medicaidId: '900000103' },
  northpier: { kind: 'provider', name: 'Northpier Anesthesia Group', npiStart: '901000104', medicaidId: '900000104' },
  tallgrass: { kind: 'provider', name: 'Tallgrass Behavioral Health', npiStart: '901000105', medicaidId: '900000105' },
  wildPlum: { kind: 'provider', name: 'Wild Plum Women’s Health', npiStart: '901000106', medicaidId: '900000106' },
  kaskaskia: { kind: 'provider', name: 'Kaskaskia Bend Surgical Center', npiStart: '901000107', medicaidId: '900000107' },
  sangamon: { kind: 'provider', name: 'Sangamon Valley Imaging', npiStart: '901000108', medicaidId: '900000108' },
  millRace: { kind: 'provider', name: 'Mill Race Physical Therapy', npiStart: '901000109', medicaidId: '900000109' },
  blackhawk: {
    kind: 'provider',
    name: 'Blackhawk River Hospital',
    npiStart: '901000110',
    medicaidId: '900000110',
    facilities: {
      main: { name: 'Blackhawk River Hospital, Main Campus', npiStart: '901000111', medicaidId: '900000111' },
      surgery: { name: 'Blackhawk River Outpatient Surgery', npiStart: '901000112', medicaidId: '900000112' },
      northside: { name: 'Blackhawk River Northside Clinic', npiStart: '901000113', medicaidId: '900000113' },
    },
  },
  galena: { kind: 'provider', name: 'Galena Hollow Rehabilitation', npiStart: '901000114', medicaidId: '900000114' },
  ohioStreet: { kind: 'provider', name: 'Ohio Street Infusion Center', npiStart: '901000115', medicaidId: '900000115' },
  juniper: { kind: 'provider', name: 'Juniper Lane Dialysis', npiStart: '901000116', medicaidId: '900000116' },
  harbor: { kind: 'provider', name: 'Harbor Light Hospice', npiStart: '901000117', medicaidId: '900000117' },
  otterBend: { kind: 'provider', name: 'Otter Bend Radiology', npiStart: '901000118', medicaidId: '900000118' },
  lincolnGrove: { kind: 'provider', name: 'Lincoln Grove Pharmacy', npiStart: '901000119', medicaidId: '900000119' },
  foxHollow: { kind: 'provider', name: 'Fox Hollow Dental', npiStart: '901000120', medicaidId: '900000120' },
  cattail: { kind: 'provider', name: 'Cattail Creek Medical Equipment', npiStart: '901000121', medicaidId: '900000121' },
  longest: {
    kind: 'provider',
    name: 'Saints Bartholomew and Wilhelmina Memorial Hospital and Regional Rehabilitation Center of Greater Southern Illinois and the Shawnee Hills',
    npiStart: '901000122',
    medicaidId: '900000122',
  },
  prairieState: { kind: 'provider', name: 'Prairie State Billing Partners', isBillingAgent: true },
} as const satisfies Record<string, CastOrganization>;

/** For whom a billing agent may file: two clients granted it, a third has ended its grant. */
export const BILLING_GRANTS = [
  { agent: 'prairieState', client: 'juniper', endedOn: null },
  { agent: 'prairieState', client: 'millRace', endedOn: null },
  { agent: 'prairieState', client: 'otterBend', endedOn: '2026-06-30' },
] as const;

const provider = <O extends keyof typeof PROVIDERS>(organization: O, name: string, email: string, line: string, admin?: 'admin'): CastPerson<O> => ({
  organization,
  role: 'provider',
  name,
  email,
  phone: `(217) 555-${line}`,
  ...(admin && { isOrgAdmin: true }),
});

export const PROVIDER_PEOPLE = {
  renata: provider('kestrel', 'Renata Oyelaran', 'r.oyelaran@kestrelpark.example', '0131'),
  marcus: provider('kestrel', 'Marcus Webb', 'm.webb@kestrelpark.example', '0132', 'admin'),
  ike: provider('calumet', 'Ike Mbeki', 'i.mbeki@calumetridge.example', '0133', 'admin'),
  mara: provider('threeOaks', 'Mara Quill', 'm.quill@threeoaks.example', '0134', 'admin'),
  rob: provider('northpier', 'Rob Stancliff', 'r.stancliff@northpier.example', '0135', 'admin'),
  dee: provider('tallgrass', 'Dee Okafor', 'd.okafor@tallgrass.example', '0136', 'admin'),
  jo: provider('wildPlum', 'Jo Bettencourt', 'j.bettencourt@wildplum.example', '0137', 'admin'),
  pat: provider('kaskaskia', 'Pat Villanueva', 'p.villanueva@kaskaskiabend.example', '0138', 'admin'),
  noor: provider('sangamon', 'Noor Haddad', 'n.haddad@svimaging.example', '0188', 'admin'),
  gus: provider('millRace', 'Gus Ferrante', 'g.ferrante@millrace.example', '0139', 'admin'),
  lena: provider('blackhawk', 'Lena Aguirre', 'l.aguirre@blackhawkriver.example', '0140', 'admin'),
  theo: provider('blackhawk', 'Théo Marchand', 't.marchand@blackhawkriver.example', '0141 ext. 12'),
  owen: provider('galena', 'Owen Prideaux', 'o.prideaux@galenahollow.example', '0142', 'admin'),
  bea: provider('ohioStreet', 'Bea Lindholm', 'b.lindholm@ohiostreet.example', '0143', 'admin'),
  sol: provider('juniper', 'Sol Whitford', 's.whitford@juniperlane.example', '0144', 'admin'),
  tess: provider('harbor', 'Tess Almeida', 't.almeida@harborlight.example', '0145', 'admin'),
  // A second point was mistyped when she was registered: no mail server takes it (D18).
  rosamund: provider('harbor', 'Rosamund Fyfe', 'r..fyfe@harborlight.example', '0146'),
  finn: provider('otterBend', 'Finn Halloran', 'f.halloran@otterbend.example', '0147', 'admin'),
  anouk: provider('lincolnGrove', 'Anouk Desai', 'a.desai@lincolngrove.example', '0148', 'admin'),
  teddy: provider('foxHollow', 'Teddy Marsh', 't.marsh@foxhollow.example', '0149', 'admin'),
  vera: provider('cattail', 'Vera Kowalczyk', 'v.kowalczyk@cattailcreek.example', '0150', 'admin'),
  maximiliana: provider('longest', 'Maximiliana Featherstonehaugh-Ravensbourne van der Westhuizen', 'maximiliana.featherstonehaugh-ravensbourne.vanderwesthuizen@saintsbartholomewandwilhelmina.example', '0151 ext. 40417', 'admin'),
  cleo: provider('prairieState', 'Cleo Brandt', 'c.brandt@prairiestate.example', '0152', 'admin'),
  amos: provider('prairieState', 'Amos Kittredge', 'a.kittredge@prairiestate.example', '0153'),
} as const satisfies Record<string, CastPerson<keyof typeof PROVIDERS>>;
