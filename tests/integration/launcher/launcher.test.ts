import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../../scripts/lib/lock.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { identityOf, isAlive } from '../../../scripts/lib/process-identity.mjs';
import { readJson } from '../../../scripts/lib/record.mjs';

const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-launcher-'));
const lockFile = path.join(dir, 'launcher.json');
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(lockFile, { force: true });
});

/** Another Node that runs a piece of code, with the launcher's modules at hand. */
function another(code: string): ChildProcess {
  const lib = new URL('../../../scripts/lib/', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code.replaceAll('LIB/', lib)], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  return child;
}

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const firstLine = async (child: ChildProcess) => String(((await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer])[0]).trim();

async function eventually(holds: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

describe('the lock of the sandbox', () => {
  it('is one living process’s; the second learns who and what it said', async () => {
    const other = another(`import { takeLock } from 'LIB/lock.mjs'; takeLock(${JSON.stringify(lockFile)}).lock.say({ portalUrl: 'http://localhost:3000' }); console.log('has it'); setInterval(() => {}, 1000);`);
    expect(await firstLine(other)).toBe('has it');
    expect(takeLock(lockFile)).toEqual({ lock: null, holder: { ...identityOf(other.pid), portalUrl: 'http://localhost:3000' } });
  });

  it('of a killed process counts for nothing', async () => {
    const other = another(`import { takeLock } from 'LIB/lock.mjs'; takeLock(${JSON.stringify(lockFile)}); console.log('has it'); setInterval(() => {}, 1000);`);
    await firstLine(other);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(takeLock(lockFile).holder).toBeNull();
  });

  it.each(['{"pid": 12', '', '{}', `{"pid": ${process.pid}, "started": "another boot/1"}`])('that says %j counts for nothing', (text) => {
    writeFileSync(lockFile, text);
    expect(takeLock(lockFile).holder).toBeNull();
    expect(readJson(lockFile)).toEqual(identityOf(process.pid));
  });

  it('goes to one of many that ask at once', async () => {
    const code = `import { takeLock } from 'LIB/lock.mjs'; console.log(takeLock(${JSON.stringify(lockFile)}).lock === null ? 'no' : 'yes'); setInterval(() => {}, 1000);`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => firstLine(another(code))));
    expect(answers.filter((answer) => answer === 'yes')).toHaveLength(1);
  });
});

describe('a port that is taken', () => {
  it.each(['127.0.0.1', '::1'])('at %s: the next free one', async (host) => {
    const server = net.createServer();
    server.listen(0, host);
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const given = await freePort(port);
    server.close();
    expect(given).toBeGreaterThan(port);
  });

  it('by this start itself: the next one', async () => {
    const taken = new Set<number>();
    const first = await freePort(6300, taken);
    expect(await freePort(first, taken)).toBeGreaterThan(first);
  });
});

describe('what a launcher has running', () => {
  it('ends, and its folder goes, when the launcher is killed', async () => {
    const launcher = another(`
      import { throwawayFolder } from 'LIB/throwaway.mjs';
      import { startChild } from 'LIB/processes.mjs';
      const { dir } = throwawayFolder('launcher-test');
      const { pid } = startChild('a sleeper', process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: {}, logFile: dir + '/logs/a.log' });
      console.log(JSON.stringify({ dir, pid }));
      setInterval(() => {}, 1000);`);
    const said = JSON.parse(await firstLine(launcher)) as { dir: string; pid: number };
    const sleeper = identityOf(said.pid);
    expect([isAlive(sleeper), existsSync(said.dir)]).toEqual([true, true]);
    launcher.kill('SIGKILL');
    expect(await eventually(() => !isAlive(sleeper) && !existsSync(said.dir))).toBe(true);
  });

  it('ends in reverse order when it is asked to stop, and nothing new begins', async () => {
    const launcher = another(`
      import { isStopping, onStopRequest, startChild, stopEverything } from 'LIB/processes.mjs';
      const order = [];
      const ends = [];
      const sleeper = (name) => {
        const proc = startChild(name, process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: {}, logFile: '/dev/null' });
        ends.push(proc.done.then(() => order.push(name)));
      };
      ['database', 'worker', 'web'].forEach(sleeper);
      onStopRequest(async () => {
        await stopEverything();
        // That a process is gone is known a moment before its end is told.
        await Promise.all(ends);
        try { sleeper('late'); } catch (error) { order.push(error.message); }
        console.log(order.join());
        process.exit(0);
      });
      console.log('ready');`);
    expect(await firstLine(launcher)).toBe('ready');
    launcher.kill('SIGTERM');
    expect(await firstLine(launcher)).toBe('web,worker,database,Stopped while starting.');
  });
});

describe('what ends by itself while the sandbox runs', () => {
  /** A launcher that keeps one child running, and says what it says and the number of each child. */
  const keeper = (child: string) => another(`
    import { keepRunning } from 'LIB/keep-running.mjs';
    import { onStopRequest, startChild, stopEverything } from 'LIB/processes.mjs';
    const started = startChild('The worker', process.execPath, ['-e', ${JSON.stringify(child)}], { env: {}, logFile: ${JSON.stringify(path.join(dir, 'child.log'))} });
    const tell = (proc) => Object.assign(proc, { again: ((again) => () => tell(again()))(proc.again) }) && (console.log('pid ' + proc.pid), proc);
    onStopRequest(async () => { await stopEverything(); console.log('stopped'); process.exit(0); });
    await keepRunning(tell(started), { say: (words) => console.log(words.split('. ')[0].split('\\n')[0]), pauseMs: 50 });
    console.log('given up');
    setInterval(() => {}, 1000);`);
  const linesOf = (launcher: ChildProcess): string[] => {
    const lines: string[] = [];
    launcher.stdout?.on('data', (part: Buffer) => lines.push(...String(part).trimEnd().split('\n')));
    return lines;
  };
  const pidsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('pid ')).map((line) => Number(line.slice(4)));

  it('is started again, said so, and ends with everything else', async () => {
    const launcher = keeper('setInterval(() => {}, 1000)');
    const lines = linesOf(launcher);
    expect(await eventually(() => pidsOf(lines).length === 1)).toBe(true);
    process.kill(pidsOf(lines)[0] ?? 0, 'SIGKILL');
    expect(await eventually(() => pidsOf(lines).length === 2)).toBe(true);
    expect(lines).toContain('The worker ended (SIGKILL) and is started again');
    const second = identityOf(pidsOf(lines)[1]);
    launcher.kill('SIGTERM');
    expect(await eventually(() => lines.includes('stopped'))).toBe(true);
    expect([isAlive(second), pidsOf(lines)]).toEqual([false, expect.objectContaining({ length: 2 })]);
  });

  it('is left down when it ends again and again', async () => {
    const launcher = keeper('process.exit(7)');
    const lines = linesOf(launcher);
    expect(await eventually(() => lines.includes('given up'))).toBe(true);
    expect(pidsOf(lines)).toHaveLength(4);
    expect(lines.at(-2)).toBe('The worker ended (code 7), once too often to be started again');
  });
});
