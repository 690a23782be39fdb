import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readKind } from '@/server/files/read-kind';
import { compoundFile, docm, docx, EICAR, heic, jpeg, MAIL, pdf, png, tiff, xlsm, xlsx, zipOf } from '../../fixtures/files';
import { LOCKED_PDFS, OPEN_PDFS } from '../../fixtures/pdfs';

const dir = mkdtempSync(path.join(os.tmpdir(), 'kinds-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** What a file of these bytes and this name is taken for, or why it is refused. */
async function kindOf(name: string, bytes: Buffer | string): Promise<string> {
  const file = path.join(dir, 'bytes');
  writeFileSync(file, bytes);
  const kind = await readKind(file, name);
  return kind.ok ? kind.value : `refused: ${kind.error.reason}`;
}

const CSV = 'Claim number,Billed\r\n26-0188417,"$1,240.00"\r\n';

describe('the kind of a file is told by its content', () => {
  it.each<[string, string, Buffer | string]>([
    ['pdf', 'remittance.pdf', pdf()],
    ['png', 'screen print.PNG', png()],
    ['jpeg', 'card.jpg', jpeg()],
    ['jpeg', 'card.jpeg', jpeg()],
    ['tiff', 'fax.tif', tiff()],
    ['heic', 'IMG_0001.HEIC', heic()],
    ['docx', 'letter.docx', docx()],
    ['xlsx', 'claims.xlsx', xlsx()],
    ['csv', 'claims.csv', CSV],
    ['csv', 'BMI values.csv', `BM${CSV}`],
    ['csv', 'semicolons and umlauts.csv', Buffer.from('Name;Betrag\nM\xfcller;1,00\n', 'latin1')],
    ['csv', 'utf16.csv', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ['csv', 'with a mark.csv', `\ufeff${CSV}`],
    ['txt', 'notes.txt', 'The plan said no.\n'],
    ['txt', 'README', 'A text without an ending.\n'],
    ['pdf', 'a PDF without an ending', pdf()],
    ['eml', 'Re: denial.eml', MAIL],
    ['txt', 'a text that says %PDF-1.4 later.txt', `See\n${pdf().toString()}`],
  ])('%s: %s', async (kind, name, bytes) => {
    expect(await kindOf(name, bytes)).toBe(kind);
  });
});

describe('a file is refused with its reason', () => {
  it.each<[string, string, Buffer | string]>([
    ['empty', 'nothing.pdf', ''],
    ['name', 'really a picture.pdf', png()],
    ['name', 'really a PDF.png', pdf()],
    ['name', 'really a PDF.txt', pdf()],
    ['name', 'really a text.pdf', 'Just words.\n'],
    ['name', 'really a workbook.docx', xlsx()],
    ['name', 'words.eml', 'Just words, and no head of a mail.\n'],
    ['name', 'report.pdf.exe', pdf()],
    ['archive', 'all.zip', zipOf({ 'a.txt': 'a' })],
    ['archive', 'all.docx', zipOf({ 'a.txt': 'a' })],
    ['archive', 'all.txt', gzipSync('a')],
    ['macros', 'letter.docm', docm()],
    ['macros', 'letter.docx', docm()],
    ['macros', 'claims.xlsx', xlsm()],
    ['password', 'locked.docx', compoundFile('EncryptedPackage')],
    ['old_office', 'letter.doc', compoundFile('WordDocument')],
    ['unknown', 'page.html', '<!doctype html><script>alert(1)</script>'],
    ['unknown', 'page.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['unknown', 'program.txt', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['unknown', 'zeros.csv', Buffer.from('a,b\0c\n')],
    ['unknown', 'animation.gif', Buffer.from('47494638396101000100800000', 'hex')],
    ['unknown', 'virus test.com', EICAR],
  ])('%s: %s', async (reason, name, bytes) => {
    expect(await kindOf(name, bytes)).toBe(`refused: ${reason}`);
  });
});

describe('a PDF that needs a password to open', () => {
  it.each(Object.keys(LOCKED_PDFS))('is refused: %s', async (how) => {
    expect(await kindOf('a.pdf', Buffer.from(LOCKED_PDFS[how] ?? '', 'base64'))).toBe('refused: password');
  });

  it.each(Object.keys(OPEN_PDFS))('is none when it opens without: %s', async (how) => {
    expect(await kindOf('a.pdf', Buffer.from(OPEN_PDFS[how] ?? '', 'base64'))).toBe('pdf');
  });

  it('is found in a large file too, wherever its dictionary lies', async () => {
    const locked = Buffer.from(LOCKED_PDFS['AES 256'] ?? '', 'base64');
    const padding = Buffer.alloc(600_000, '% comment \n');
    expect(await kindOf('a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), padding, locked]))).toBe('refused: password');
    expect(await kindOf('a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), padding, Buffer.from(OPEN_PDFS['printing forbidden, AES 256'] ?? '', 'base64')]))).toBe('pdf');
  });

  it.each([['/ID[('], ['/ID['], ['/Encrypt 1'], ['/Encrypt 1 0 R/ID[<00']])('is looked for in little time, however often a file says %s', async (mark) => {
    const began = performance.now();
    await kindOf('filled.pdf', Buffer.concat([pdf(), Buffer.alloc(1_000_000, mark)]));
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('counts as one when its encryption cannot be read', async () => {
    expect(await kindOf('a.pdf', '%PDF-1.4\n4 0 obj\n<</Filter/Acme.Vault/V 1>>\nendobj\ntrailer\n<</Encrypt 4 0 R>>\n')).toBe('refused: password');
    expect(await kindOf('a.pdf', '%PDF-1.4\ntrailer\n<</Encrypt 9 0 R>>\n')).toBe('refused: password');
  });
});
