import type { CalendarDate } from '@/shared/calendar-date';
import type { Cents } from '@/shared/cents';

export const FINE_STATUSES = ['proposed', 'issued', 'waived', 'void', 'rescinded'] as const;
export type FineStatus = (typeof FINE_STATUSES)[number];

/** A fine for one missed response date (R20), from proposal to its end (D11). */
export type Fine = {
  id: string;
  clockId: string;
  planCode: string;
  status: FineStatus;
  amountCents: Cents;
  /** The due date in force that was missed: the date that the R21 e-mail names. */
  dueOn: CalendarDate;
  ruleSetVersion: number;
  proposedOn: CalendarDate;
  decidedOn: CalendarDate | null;
  reason: string | null;
  issuedOn: CalendarDate | null;
  /** D12: the quarter of the day it was issued, such as `2026-Q4`. */
  quarter: string | null;
  /** The plan's objection to an issued fine; null when it made none. */
  objection: FineObjection | null;
};

/** D11: when the plan objected, and when and how HFS decided it. */
export type FineObjection = { on: CalendarDate; decidedOn: CalendarDate | null; outcome: 'upheld' | 'granted' | null };
