import { compareDays, type CalendarDate } from '@/shared/calendar-date';

export type Plan = { code: string; name: string; shortName: string; validFrom: CalendarDate; validTo: CalendarDate | null; succeededBy: string | null };
export type Program = { code: string; name: string };
export type PlanProgram = { planCode: string; programCode: string; validFrom: CalendarDate; validTo: CalendarDate | null };
export type IssueType = { code: string; name: string; needsClaimLines: boolean; position: number };

/** Plans, programs and issue types as the State keeps them, with their dates of validity. */
export type ReferenceData = { plans: Plan[]; programs: Program[]; planPrograms: PlanProgram[]; issueTypes: IssueType[] };

function covers(period: { validFrom: CalendarDate; validTo: CalendarDate | null }, from: CalendarDate, to: CalendarDate): boolean {
  return compareDays(period.validFrom, to) <= 0 && (period.validTo === null || compareDays(period.validTo, from) >= 0);
}

/** Had the plan this program on some day from `from` to `to`, both included? */
export function planHadProgram(data: ReferenceData, planCode: string, programCode: string, from: CalendarDate, to: CalendarDate): boolean {
  return data.planPrograms.some((p) => p.planCode === planCode && p.programCode === programCode && covers(p, from, to));
}

export function planName(data: ReferenceData, code: string): string {
  return data.plans.find((p) => p.code === code)?.name ?? code;
}

export function planShortName(data: ReferenceData, code: string): string {
  return data.plans.find((p) => p.code === code)?.shortName ?? code;
}

export function programName(data: ReferenceData, code: string): string {
  return data.programs.find((p) => p.code === code)?.name ?? code;
}

export function issueTypeName(data: ReferenceData, code: string): string {
  return data.issueTypes.find((t) => t.code === code)?.name ?? code;
}
