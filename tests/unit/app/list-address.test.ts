import { describe, expect, it } from 'vitest';
import { positionOf } from '@/app/(portal)/all-tickets/address';
import { choiceOf, dayPositionOf, dayPositionText, instantPositionOf, instantPositionText, listAddress, partOf } from '@/app/lists/list-address';
import { filterParts, hasFilters, ticketFiltersOf } from '@/app/lists/ticket-filters';

const ID = '5de72033-1254-4634-84c2-90609f118c7d';

describe('the address of a list', () => {
  it('holds only what is given', () => {
    expect(listAddress('/queue', { tab: null, program: null })).toBe('/queue');
    expect(listAddress('/queue', { tab: 'overdue', program: 'MLTSS', after: null })).toBe('/queue?tab=overdue&program=MLTSS');
  });

  it('leads back to the position that it was made from', () => {
    const position = dayPositionOf({ after: `2026-11-30~${ID}` });
    expect(position).toEqual({ on: '2026-11-30', id: ID });
    expect(dayPositionText(position)).toBe(`2026-11-30~${ID}`);
    expect(dayPositionText(null)).toBeNull();
  });

  it('leads back to an instant with all its digits', () => {
    const position = { key: '2026-11-20T15:00:00.123456Z', id: ID };
    expect(instantPositionOf({ after: instantPositionText(position) })).toEqual(position);
    for (const after of [`2026-11-20~${ID}`, `2026-11-20T15:00:00.123Z~${ID}`, `2026-99-20T15:00:00.123456Z~${ID}`, '2026-11-20T15:00:00.123456Z~1']) expect(instantPositionOf({ after })).toBeNull();
  });

  it.each([`2026-02-30~${ID}`, '2026-11-30', `~${ID}`, '2026-11-30~1; drop', `2026-11-30~${ID.toUpperCase()}`, ''])('begins at the first page for the position %j', (after) => {
    expect(dayPositionOf({ after })).toBeNull();
  });

  it.each(['2026-02-30', '2026-02-29', '0000-01-01'])('begins at the first page for an instant of the day %s, which never was', (day) => {
    expect(instantPositionOf({ after: `${day}T10:00:00.000000Z~${ID}` })).toBeNull();
    expect(positionOf({ after: `${day}T10:00:00.000000Z~${ID}` }, 'newest')).toBeNull();
    expect(positionOf({ after: `${day}~${ID}` }, 'due')).toBeNull();
    expect(positionOf({ after: `2026-02-28~${ID}` }, 'due')).toEqual({ key: '2026-02-28', id: ID });
  });

  it('takes a part once, and only a known choice', () => {
    expect(partOf({ program: ['MLTSS', 'MMAI'] }, 'program')).toBeNull();
    expect(partOf({ program: '' }, 'program')).toBeNull();
    expect(partOf({ plan: 'MOLINA\0' }, 'plan')).toBeNull();
    expect(choiceOf({ tab: 'overdue' }, 'tab', ['new', 'overdue'])).toBe('overdue');
    expect(choiceOf({ tab: '__proto__' }, 'tab', ['new', 'overdue'])).toBeNull();
  });
});

describe('filters in an address', () => {
  it('read a person, nobody, or anyone', () => {
    expect(ticketFiltersOf({ assignee: ID }).assignee).toEqual({ type: 'person', personId: ID });
    expect(ticketFiltersOf({ assignee: 'nobody' }).assignee).toEqual({ type: 'nobody' });
    expect(ticketFiltersOf({ assignee: 'somebody' }).assignee).toEqual({ type: 'anyone' });
  });

  it('stand in the address as they were read', () => {
    const params = { program: 'MLTSS', issue: 'PCF', assignee: 'nobody', urgent: 'yes' };
    expect(filterParts(ticketFiltersOf(params))).toEqual(params);
    expect(hasFilters(ticketFiltersOf({}))).toBe(false);
    expect(hasFilters(ticketFiltersOf(params))).toBe(true);
  });
});
