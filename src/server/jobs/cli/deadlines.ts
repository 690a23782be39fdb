import { readFileSync } from 'node:fs';
import process, { argv, stderr, stdin, stdout } from 'node:process';
import path from 'node:path';
import { buildHolidayTable, parseHolidayCsv, type HolidayTable } from '@/domain/deadlines';
import { answerKindLine, answerRuleLine, isHeaderLine, type Answer } from './deadline-lines';

const USAGE = `Usage: deadlines [--kind] [--explain] < lines

Reads rule,start lines and prints rule,start,due for each, such as mco-response,2026-10-27.
  --kind     reads kind,start,days lines (calendar, calendar_roll, business; 0 to 3650 days) and prints kind,start,days,due
  --explain  follows each line with its steps in words, indented
A bad line is reported on standard error with its line number; the others are answered, and the exit code is 1.
`;

function loadHolidays(): HolidayTable {
  const file = path.join(import.meta.dirname, '../../../../data/il-state-holidays.csv');
  const parsed = parseHolidayCsv(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`data/il-state-holidays.csv: ${parsed.error.message}`);
  return buildHolidayTable({ version: 1, ...parsed.value });
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Lines without their ends (LF or CRLF), without a byte order mark and without empty lines at the end. */
function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

async function main(flags: ReadonlySet<string>): Promise<number> {
  const answer: (line: string, table: HolidayTable) => Answer = flags.has('--kind') ? answerKindLine : answerRuleLine;
  const table = loadHolidays();
  const [out, bad]: [string[], string[]] = [[], []];
  for (const [i, line] of linesOf(await readAll()).entries()) {
    if (i === 0 && isHeaderLine(line)) continue;
    const answered = answer(line, table);
    if (!answered.ok) {
      bad.push(`line ${i + 1}: ${answered.error}\n`);
      continue;
    }
    out.push(`${answered.value.line}\n`);
    if (flags.has('--explain')) out.push(`  ${answered.value.explanation}\n`);
  }
  stdout.write(out.join(''));
  stderr.write(bad.join(''));
  return bad.length > 0 ? 1 : 0;
}

// A reader that has seen enough, such as `head`, ends the run quietly.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const flags = new Set(argv.slice(2));
const unknown = [...flags].filter((flag) => !['--kind', '--explain', '--help'].includes(flag));
if (flags.has('--help')) {
  stdout.write(USAGE);
} else if (unknown.length > 0) {
  stderr.write(`Unknown option ${unknown.join(' ')}.\n${USAGE}`);
  process.exitCode = 1;
} else {
  process.exitCode = await main(flags);
}
