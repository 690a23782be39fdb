import { buildHolidayTable, type HolidayTable } from '@/domain/deadlines';
import type { ReferenceData } from '@/domain/tickets/reference';
import { dayOf, dayOrNull } from './dates';
import type { Tx } from './database';

export type Settings = ReadonlyMap<string, string>;

type Held = { holidays: Map<number, HolidayTable>; reference: { version: string; data: ReferenceData } | null };
const held = globalThis as typeof globalThis & { portalWorld?: Held };

function cache(): Held {
  return (held.portalWorld ??= { holidays: new Map(), reference: null });
}

/** The holiday table of a version (D15). A version never changes, so it is read once per process. */
export async function findHolidayTable(tx: Tx, version: number): Promise<HolidayTable> {
  const known = cache().holidays.get(version);
  if (known !== undefined) return known;
  const row = await tx.holidayVersion.findUniqueOrThrow({ where: { version }, include: { holidays: { orderBy: { on: 'asc' } } } });
  const table = buildHolidayTable({
    version,
    firstYear: row.firstYear,
    lastYear: row.lastYear,
    rows: row.holidays.map((h) => ({ on: dayOf(h.on), name: h.name, confirmed: h.confirmed })),
  });
  cache().holidays.set(version, table);
  return table;
}

/** Plans, programs and issue types; read again only when their version in the settings has changed. */
export async function findReferenceData(tx: Tx, version: string): Promise<ReferenceData> {
  const known = cache().reference;
  if (known?.version === version) return known.data;
  const [plans, programs, planPrograms, issueTypes] = [
    await tx.plan.findMany({ orderBy: { name: 'asc' } }),
    await tx.program.findMany({ orderBy: { name: 'asc' } }),
    await tx.planProgram.findMany(),
    await tx.issueType.findMany({ orderBy: { position: 'asc' } }),
  ];
  const data: ReferenceData = {
    plans: plans.map((p) => ({ code: p.code, name: p.name, shortName: p.shortName, validFrom: dayOf(p.validFrom), validTo: dayOrNull(p.validTo), succeededBy: p.succeededBy })),
    programs,
    planPrograms: planPrograms.map((p) => ({ planCode: p.planCode, programCode: p.programCode, validFrom: dayOf(p.validFrom), validTo: dayOrNull(p.validTo) })),
    issueTypes,
  };
  cache().reference = { version, data };
  return data;
}
