import { describe, expect, it } from 'vitest';
import { attachedFiles } from '@/domain/tickets/attached-files';
import { displayName, extensionOf, fileLimits, sizeWords } from '@/domain/tickets/files';
import { refusalWords, type FileRefusal } from '@/domain/tickets/file-refusal';
import { parseForm } from '../../factories/build-command';

const ID = '00000000-0000-4000-8000-0000000000d1';

describe('a file’s name is for display only', () => {
  it.each([
    ['letter.pdf', 'letter.pdf'],
    ['C:\\Users\\me\\letter.pdf', 'letter.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['', 'file'],
    ['..', 'file'],
    ['a/', 'file'],
    ['tab\tand\u0000null.pdf', 'tabandnull.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['bill\u200b\u{e0041}.pdf', 'bill.pdf'],
    ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
    ['Ñandú 数.pdf', 'Ñandú 数.pdf'],
  ])('%j is shown as %s', (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it('keeps its ending when it is cut', () => {
    const name = displayName(`${'a'.repeat(400)}.docx`);
    expect([name.length, extensionOf(name)]).toEqual([150, 'docx']);
  });
});

it.each([[1, '1 byte'], [840, '840 bytes'], [12_300, '12 KB'], [3_565_158, '3.4 MB'], [52_428_800, '50 MB'], [1_048_576_000, '1,000 MB']])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

it('limits are settings, and 50 and 500 MB where these say nothing', () => {
  expect(fileLimits(new Map())).toEqual({ fileBytes: 52_428_800, ticketBytes: 524_288_000, waitingBytes: 5_242_880_000 });
  expect(fileLimits(new Map([['files.max_file_mb', '2'], ['files.max_ticket_mb', 'many']]))).toEqual({ fileBytes: 2_097_152, ticketBytes: 524_288_000, waitingBytes: 5_242_880_000 });
});

it('a form names no file, one or several, each once', () => {
  const files = (value: unknown) => {
    const parsed = parseForm('contest', { files: value });
    return parsed.success ? (parsed.data as unknown as { files: string[] }).files : 'refused';
  };
  expect([files(undefined), files(''), files(ID), files([ID, ID]), files('x'), files(Array.from({ length: 51 }, (_, i) => ID.slice(0, -2) + String(i + 10)))]).toEqual([[], [], [ID], [ID], 'refused', 'refused']);
});

it('an event without files has no such field', () => {
  expect([attachedFiles.safeParse(undefined).success, attachedFiles.safeParse([]).success]).toEqual([true, false]);
});

it('every refusal says what to do', () => {
  const all: FileRefusal[] = [...(['empty', 'unknown', 'archive', 'password', 'macros', 'old_office', 'name'] as const).map((reason) => ({ reason })), { reason: 'not_kept' }, { reason: 'too_many' }, { reason: 'file_too_large', limitBytes: 52_428_800 }, { reason: 'ticket_too_large', limitBytes: 524_288_000 }];
  for (const refusal of all) expect(refusalWords(refusal)).toMatch(/^[A-Z].*\.$/);
  expect(refusalWords({ reason: 'name', found: 'Excel workbook' })).toContain('its content is an Excel workbook.');
  expect(refusalWords({ reason: 'file_too_large', limitBytes: 52_428_800 })).toContain('50 MB');
});
