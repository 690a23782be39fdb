import { describe, expect, it } from 'vitest';
import { COUNTING_KINDS, dueByKind } from '@/domain/deadlines';
import { calendarDate } from '@/shared/calendar-date';
import { STATE_HOLIDAYS, dataFile } from './holidays';
import { VECTOR_REASONS } from './vector-reasons';

const [, ...lines] = dataFile('deadline-vectors.csv').trim().split('\n');
const vectors = lines.map((line) => {
  const [kindText = '', start = '', days = '', expected = ''] = line.split(',');
  const kind = COUNTING_KINDS.find((k) => k === kindText);
  if (kind === undefined) throw new Error(`Unknown kind in ${line}`);
  return { kind, start, days: Number(days), expected, why: VECTOR_REASONS[`${kind},${start},${days}`] };
});

describe('the 100 dates of an independent oracle', () => {
  it('are all here, each with its reason', () => {
    expect(vectors).toHaveLength(100);
    expect(vectors.filter((v) => v.why === undefined)).toEqual([]);
    expect(Object.keys(VECTOR_REASONS)).toHaveLength(100);
  });

  it.each(vectors)('$kind $start + $days = $expected: $why', ({ kind, start, days, expected }) => {
    const due = dueByKind(kind, calendarDate(start), days, STATE_HOLIDAYS);
    expect(due.ok && due.value.due).toBe(expected);
  });
});
