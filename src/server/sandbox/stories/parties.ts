import type { PersonKey, ProviderKey, ProviderPersonKey } from '../cast/cast';
import type { Picks } from '../seeded';

export type PlanCode = 'AETNA' | 'ILLINICARE' | 'BCCHP' | 'COUNTYCARE' | 'HUMANA' | 'MERIDIAN' | 'MOLINA' | 'NEXTLEVEL' | 'YOUTHCARE';

/** Who answers at each plan, the first one most often; who at HFS is in charge of it. */
export const PLAN_STAFF: Record<PlanCode, { staff: readonly PersonKey[]; manager: 'gloria' | 'warren' }> = {
  AETNA: { staff: ['gwen', 'femi'], manager: 'warren' },
  // Aetna's staff have what was IlliniCare's (D20).
  ILLINICARE: { staff: ['gwen', 'femi'], manager: 'warren' },
  BCCHP: { staff: ['arlo', 'hattie'], manager: 'gloria' },
  COUNTYCARE: { staff: ['simone', 'cal', 'delia'], manager: 'gloria' },
  HUMANA: { staff: ['petra'], manager: 'gloria' },
  MERIDIAN: { staff: ['rosalind', 'bashir', 'ingrid'], manager: 'warren' },
  MOLINA: { staff: ['dov', 'lupe'], manager: 'warren' },
  NEXTLEVEL: { staff: ['iris'], manager: 'gloria' },
  YOUTHCARE: { staff: ['mina'], manager: 'gloria' },
};

type Digits = (least: number, most: number) => string;

/** Each plan numbers its disputes in a way of its own. */
const TRACKING: Record<PlanCode, (digits: Digits, year: string) => string> = {
  AETNA: (digits) => `ABH-${digits(60, 79)}-${digits(1000, 9999)}`,
  ILLINICARE: (digits) => `IHC/20/${digits(10_000, 99_999)}`,
  BCCHP: (digits) => `BC-99${digits(10_000, 99_999)}`,
  COUNTYCARE: (digits, year) => `CC-${year}-${digits(100_000, 129_999)}`,
  HUMANA: (digits) => `HGP-00${digits(100_000, 999_999)}`,
  MERIDIAN: (digits) => `MHP-${digits(190_000, 209_999)}`,
  MOLINA: (digits) => `MOL-D-55${digits(10_000, 99_999)}`,
  NEXTLEVEL: (digits) => `NLH.${digits(10_000, 99_999)}`,
  YOUTHCARE: (digits) => `YC-11${digits(1000, 9999)}`,
};

export function trackingNumberOf(plan: PlanCode, year: string, picks: Picks): string {
  return TRACKING[plan]((least, most) => String(picks.number(least, most)), year);
}

/** Who files in the ordinary course of things; a billing agent files for its clients. */
export const FILERS: readonly { person: ProviderPersonKey; client?: ProviderKey; facility?: string }[] = [
  { person: 'renata' },
  { person: 'ike' },
  { person: 'mara' },
  { person: 'rob' },
  { person: 'dee' },
  { person: 'jo' },
  { person: 'pat' },
  { person: 'noor' },
  { person: 'gus' },
  { person: 'lena', facility: 'main' },
  { person: 'lena', facility: 'surgery' },
  { person: 'theo', facility: 'northside' },
  { person: 'owen' },
  { person: 'bea' },
  { person: 'sol' },
  { person: 'tess' },
  { person: 'finn' },
  { person: 'anouk' },
  { person: 'teddy' },
  { person: 'vera' },
  { person: 'cleo', client: 'juniper' },
  { person: 'amos', client: 'millRace' },
];
