import { describe, expect, it } from 'vitest';
import { EMPTY_CLAIM, readComplaintDraft } from '@/domain/tickets/complaint-draft';
import { draftTrackingNumber } from '@/domain/tickets/draft-tracking-number';

describe('the tracking number of a draft in a mail (R3)', () => {
  it.each([
    [' CC-2026-118402 ', '', 'CC-2026-118402', 'spaces around are tidied'],
    ['', '', null, 'none yet'],
    ['123-45-6789', '', null, 'written like a Social Security number'],
    ['123456789', '', null, 'nine digits that nobody confirmed'],
    ['123456789', 'on', '123456789', 'nine digits that were confirmed'],
    ['000118420', 'on', null, 'the RIN of a member in the draft'],
    ['Ada Lindqvist', '', null, 'something else that was typed'],
  ])('%j confirmed %j: %j (%s)', (trackingNumber, trackingNumberConfirmed, expected, _why) => {
    const draft = readComplaintDraft({ trackingNumber, trackingNumberConfirmed, claims: [{ ...EMPTY_CLAIM, id: 1, savedIn: 1, rin: '000 118 420' }] });
    expect(draftTrackingNumber(draft)).toBe(expected);
  });
});
