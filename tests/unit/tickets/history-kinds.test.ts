import { describe, expect, it } from 'vitest';
import { EVENT_DATA } from '@/domain/tickets/events';
import { eventTypesOf, HISTORY_KINDS, historyKindsFor, parseHistoryKind } from '@/domain/tickets/history-kinds';

describe('the kinds of a history', () => {
  it('hold every event once', () => {
    const all = HISTORY_KINDS.flatMap(eventTypesOf);
    expect(all.toSorted()).toEqual(Object.keys(EVENT_DATA).toSorted());
    for (const kind of HISTORY_KINDS) expect(eventTypesOf(kind).length, kind).toBeGreaterThan(0);
  });

  it('offer a provider no fines', () => {
    expect(historyKindsFor('provider')).toEqual(['acts', 'messages', 'dates', 'mails']);
    expect(historyKindsFor('mco')).toContain('fines');
    expect(eventTypesOf('fines').every((type) => type.startsWith('Fine'))).toBe(true);
  });

  it('are taken from an address as they are written, and nothing else is', () => {
    expect(['dates', 'Dates', '', undefined, ['dates']].map(parseHistoryKind)).toEqual(['dates', null, null, null, null]);
  });
});
