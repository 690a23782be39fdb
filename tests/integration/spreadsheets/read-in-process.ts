import { readFileSync } from 'node:fs';
import { stageSheet } from '@/domain/tickets/claim-import';
import { readSpreadsheet } from '@/server/spreadsheets/read-spreadsheet';

/** Reads a file of claim lines in a process of its own, as the portal does, and tells what it took above the idle process. */
const file = process.argv[2] ?? '';
// Once for whatever a first reading loads.
await readSpreadsheet(Buffer.from('a,b\n1,2\n'));
const idle = process.memoryUsage().rss;
const start = performance.now();
const before = process.cpuUsage();
const read = await readSpreadsheet(readFileSync(file));
const staged = read.ok ? stageSheet(read.value) : read;
const cpu = process.cpuUsage(before);
// Beside other work the clock on the wall tells more of that than of this.
const ms = Math.min(performance.now() - start, (cpu.user + cpu.system) / 1000);
// The most that this process alone ever had; what the one that started it had is not in it.
const most = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
console.log(JSON.stringify({ ms, aboveIdle: most - idle, lines: staged.ok ? staged.value.rows.length : 0, refused: staged.ok ? null : staged.error }));
