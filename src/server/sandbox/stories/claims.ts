import type { ClaimLineInput } from '@/domain/tickets/commands';
import { addDays, compareDays, type CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import { Picks } from '../seeded';

/** How many claims, and what they dispute in all; or the lines themselves. */
export type ClaimsWanted = { count: number; totalCents?: number; from?: CalendarDate; to?: CalendarDate } | { lines: readonly ClaimLineInput[] };

const GIVEN = ['Ada', 'Jerome', 'Luz', 'Hollis', 'Pilar', 'Dorian', 'Mirela', 'Otis', 'Wanda', 'Tomás', 'Ingrid', 'Percy', 'Zofia', 'Malik', 'Rosie', 'Emmett', 'Noreen', 'Çağla', 'Ulises', 'Bettina', 'Siobhán', 'Darnell', 'Yusra', 'Clement'] as const;
const FAMILY = ['Lindqvist', 'Tibbs', 'Marín', 'Everhart', 'Esquivel', 'Achebe', 'O’Dowd', 'Kostka', 'Featherly', 'Nakai', 'Brandywine', 'Quillfeather', 'Ostrander', 'Vasquez-Doe', 'Pemberly', 'Tanglewood', 'Moonvale', 'Hartigan', 'Applebough', 'Dzierżak', 'Winterbourne', 'Sample'] as const;
/** Names in other scripts and directions come in real claims too. */
const OTHER_SCRIPTS = ['李 小样', 'ليلى نموذج', 'Ольга Образцова'] as const;
const DENIALS = ['CO-197', 'CO-97', 'CO-29', 'CO-16', 'CO-50', 'CO-18', 'CO-45', 'N130'] as const;

function memberName(picks: Picks): string {
  if (picks.chance(0.02)) return picks.one(OTHER_SCRIPTS);
  const middle = picks.chance(0.3) ? ` ${picks.one(['A', 'B', 'J', 'M', 'R', 'T'])}.` : '';
  return `${picks.one(GIVEN)}${middle} ${picks.one(FAMILY)}`;
}

/** Amounts that add up to the total: each at least $25, none like another. */
function split(totalCents: number, count: number, picks: Picks): number[] {
  const weights = Array.from({ length: count }, () => 0.4 + picks.fraction());
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((w) => Math.max(25, Math.floor((totalCents * w) / sum)));
  const last = parts.length - 1;
  parts[last] = (parts[last] ?? 0) + totalCents - parts.reduce((a, b) => a + b, 0);
  return parts;
}

function money(value: number): Cents {
  return cents(value);
}

function claim(disputed: number, serviceFrom: CalendarDate, picks: Picks): ClaimLineInput {
  const paid = picks.chance(0.35) ? Math.round(disputed * picks.fraction() * 0.6) : 0;
  const days = picks.chance(0.2) ? picks.number(1, 4) : 0;
  return {
    memberName: memberName(picks),
    // No real RIN begins with three zeros.
    rin: `000${picks.number(100_000, 999_999)}`,
    serviceFrom,
    serviceTo: addDays(serviceFrom, days),
    claimNumber: `${serviceFrom.slice(2, 4)}-${String(picks.number(100_000, 999_999)).padStart(7, '0')}`,
    billedCents: money(disputed + paid),
    paidCents: picks.chance(0.8) ? money(paid) : null,
    disputedCents: money(disputed),
    denialCode: picks.chance(0.85) ? picks.one(DENIALS) : null,
  };
}

/** Claims of made-up members for a dispute that the plan received on a day: the services lie one to five months before. */
export function makeClaims(key: string, wanted: ClaimsWanted, receivedByPlanOn: CalendarDate): ClaimLineInput[] {
  if ('lines' in wanted) return [...wanted.lines];
  const picks = new Picks(`claims:${key}`);
  const from = wanted.from ?? addDays(receivedByPlanOn, -150);
  const to = wanted.to ?? addDays(receivedByPlanOn, -34);
  const span = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
  const total = wanted.totalCents ?? wanted.count * picks.number(18_000, 240_000);
  return split(total, wanted.count, picks)
    .map((disputed) => claim(disputed, addDays(from, picks.number(0, span)), picks))
    .sort((a, b) => compareDays(a.serviceFrom, b.serviceFrom));
}
