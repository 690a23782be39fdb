import { describe, expect, it } from 'vitest';
import { facts, part, plainText, text } from '@/server/case-file/blocks';
import { pathOfFile } from '@/server/case-file/case-parts';
import { chainLine, readChainLine } from '@/server/case-file/chain-lines';
import { checkPage } from '@/server/case-file/check-page';
import { writePdf } from '@/server/case-file/write-pdf';
import { eventHash, FIRST_HASH, type HashedEvent } from '@/server/db/event-hash';

const EVENT: HashedEvent = {
  ticketId: '00000000-0000-4000-8000-0000000000f1', seq: 2, type: 'HfsAlerted', audience: 'state', actorId: null, actorName: 'Żaneta\u2028O’Neil', actorRole: 'portal_team', actorOrganization: 'Portal Team', fromStatus: 'presented', toStatus: 'presented',
  data: { what: 'No\nanswer.' }, clocks: { started: [], ended: [], marked: [] }, effectiveOn: new Date('2026-11-24T00:00:00Z'), recordedAt: new Date('2026-11-24T15:00:00Z'), prevHash: FIRST_HASH,
};

describe('a line of the chain', () => {
  it('is the very text that was hashed, on one line', () => {
    const line = chainLine(EVENT);
    expect(line).not.toContain('\n');
    expect(readChainLine(line)).toMatchObject({ seq: 2, prevHash: FIRST_HASH, hash: eventHash(EVENT), isHidden: false });
  });

  it('of a hidden event holds its place and hashes and nothing else', () => {
    const line = chainLine({ hidden: true, seq: 2, prevHash: FIRST_HASH, hash: eventHash(EVENT) });
    expect(Object.keys(JSON.parse(line) as object)).toEqual(['hash', 'hidden', 'prevHash', 'seq']);
    expect(readChainLine(line)).toMatchObject({ hash: eventHash(EVENT), isHidden: true });
  });

  it.each(['', 'x', '[]', 'null', '{"seq":1}', `{"seq":"1","prevHash":"${FIRST_HASH}"}`, `{"hidden":true,"seq":1,"prevHash":"${FIRST_HASH}","hash":"x"}`])('is not %s', (line) => {
    expect(readChainLine(line)).toBeNull();
  });
});

describe('a path in a case file', () => {
  it.each([
    ['letter.pdf', 'files/001 letter.pdf'],
    ['a:b*c?"d".pdf', 'files/001 a_b_c__d_.pdf'],
    ['no ending', 'files/001 no ending.pdf'],
    ['line\nbreak.pdf', 'files/001 line_break.pdf'],
    ['..', 'files/001 .pdf'],
    ['dots...', 'files/001 dots.pdf'],
  ])('of %j is %j', (name, path) => {
    expect(pathOfFile(1, name, 'pdf')).toBe(path);
  });
});

describe('a document', () => {
  it('leaves out what is empty', () => {
    expect(part('Nothing', [])).toEqual([]);
    expect(plainText([text('A'), facts(['B', null], ['C', ''], ['D', 'E'])])).toBe('A\nD: E');
  });

  it('as a PDF is tagged, keeps a long row whole, and goes on over pages', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [String(i), 'Żółć Ключ '.repeat(9)]);
    const bytes = await writePdf('A title', 'foot', [{ kind: 'heading', level: 1, text: 'A title' }, text('One.\nTwo.'), { kind: 'list', items: ['a', 'b'] }, { kind: 'table', columns: [{ heading: 'No.', share: 1 }, { heading: 'Words', share: 4 }], rows }]);
    const written = bytes.toString('latin1');
    expect(written.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
    const count = (mark: string) => written.split(mark).length - 1;
    expect([count('/S /TR\n'), count('/S /TH\n'), count('/S /TD\n'), count('/S /LI\n'), count('/S /P\n')]).toEqual([91, 2, 180, 2, 2]);
  });

  it('and the page that says how to check it run nothing', () => {
    const page = checkPage({ format: 'provider-resolution-portal case file 1', ticket: 'PRP-1', ticketId: 'x', trackingNumber: 't', madeAt: 'now', madeFor: { name: '<script>', organization: '&', role: 'mco' }, eventCount: 3, lastHash: FIRST_HASH, files: [] }, false);
    expect(page).not.toMatch(/<script|https?:/);
    expect(page).toContain('&lt;script&gt;, &amp;');
  });
});
