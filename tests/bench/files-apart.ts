import type { Client } from 'pg';
import { FILE_BYTES, giveFiles } from './case-shape';
import { goalLine, mb, ms } from './goal-line';
import { runApart } from './run-apart';

const MEMORY = { most: 250_000_000, words: '250 MB above idle' };
/** A file that grows with its rows would take several times as much at the end as after a fifth. */
const STEADY = { most: 1.5, words: 'steady (1.5 × its first fifth)' };

/** 5,000 claim lines from a CSV and from a workbook: read, looked at, kept, and added to a complaint. */
export async function benchImport(): Promise<void> {
  for (const format of ['csv', 'xlsx'] as const) {
    const { time, aboveIdle } = await runApart('import', format);
    console.log(goalLine(`import of 5,000 lines, ${format}`, ms(time), time, { most: 5000, words: '5 s' }));
    console.log(goalLine('', `${mb(aboveIdle)} above idle`, aboveIdle, MEMORY));
  }
}

/** All tickets that the Portal Team sees, as a file. */
export async function benchExport(): Promise<void> {
  for (const format of ['csv', 'xlsx'] as const) {
    const { time, rows, bytes, aboveIdle, atFirst } = await runApart('export', format);
    console.log(goalLine(`export of ${rows.toLocaleString('en-US')} rows, ${format}`, `${ms(time)}, ${mb(bytes)}`, time, null));
    console.log(goalLine('', `${mb(aboveIdle)} above idle, ${mb(atFirst)} after a fifth`, aboveIdle / atFirst, STEADY));
  }
}

/** A ticket's case file with files of the largest size, for the Portal Team, to its last byte. */
export async function benchCaseFile(owner: Client, files: number): Promise<void> {
  const ticketId = await giveFiles(owner, files);
  const { rows } = await owner.query<{ id: string }>(`SELECT id FROM tickets WHERE status = 'closed' AND id <> $1 ORDER BY id LIMIT 1`, [ticketId]);
  const { time, bytes, aboveIdle, atFirst } = await runApart('case-file', ticketId, rows[0]?.id ?? '');
  console.log(goalLine(`case file of ${mb(files * FILE_BYTES)} in ${files} files`, `${ms(time)}, ${mb(bytes)}`, time, null));
  console.log(goalLine('', `${mb(aboveIdle)} above idle, ${mb(atFirst)} after 100 MB`, aboveIdle - atFirst, { most: FILE_BYTES, words: 'steady (grows by less than one file)' }));
}
