import { describe, expect, it } from 'vitest';
import { verifyCaseFile } from '@/server/case-file/verify-case-file';

describe('checking a case file', () => {
  it('tells a file that is not there from one that is no ZIP', async () => {
    expect(await verifyCaseFile('no-such-folder/PRP-2026-00001-case-file.zip')).toMatchObject({ ok: false, broken: expect.stringContaining('cannot be opened: ENOENT') as string });
    expect(await verifyCaseFile('package.json')).toEqual({ ok: false, broken: 'This is no ZIP file, or it was cut off.' });
  });
});
