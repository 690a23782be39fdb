import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataFile } from './holidays';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SCRIPT = 'src/server/jobs/cli/deadlines.ts';

function run(input: string, ...flags: string[]) {
  const done = spawnSync(process.execPath, ['--import', 'tsx', SCRIPT, ...flags], { cwd: ROOT, input, encoding: 'utf8' });
  return { out: done.stdout, bad: done.stderr, code: done.status };
}

describe('npm run -s deadlines', () => {
  it('answers rule,start lines in order and prints nothing else', () => {
    const done = spawnSync('npm', ['run', '-s', 'deadlines'], { cwd: ROOT, input: 'mco-response,2026-10-27\ncontest,2026-11-20\nmco-response,2026-10-04\n', encoding: 'utf8' });
    expect(done.stdout).toBe('mco-response,2026-10-27,2026-11-30\ncontest,2026-11-20,2026-12-01\nmco-response,2026-10-04,2026-11-04\n');
    expect(done.status).toBe(0);
  });

  it('says what is wrong with a bad line, by its number, and answers the others', () => {
    const lines = [
      'mco-response,2026-10-27',
      'mco-respons,2026-10-27',
      'mco-response,2026-02-30',
      'mco-response,',
      'mco-response,2026-10-27T10:00:00Z',
      'mco-response',
      'mco-response,2026-10-27,30',
      '',
      'hfs-question,2026-10-27',
      'portal-team-request,2026-10-27',
      'sanction-notice,2026-11-24',
      'contest,2030-12-31',
      'toString,2026-10-27',
      'filing-closes,2026-10-27',
    ];
    const { out, bad, code } = run(lines.join('\n'));
    expect(out).toBe('mco-response,2026-10-27,2026-11-30\nfiling-closes,2026-10-27,2026-12-26\n');
    expect(code).toBe(1);
    const messages = bad.trimEnd().split('\n');
    expect(messages).toHaveLength(12);
    const expected: [number, RegExp][] = [
      [2, /unknown rule "mco-respons"/],
      [3, /"2026-02-30" is not a date: February 2026 has 28 days/],
      [4, /No date was given/],
      [5, /has a time in it/],
      [6, /expected rule,start, got "mco-response"/],
      [7, /expected rule,start/],
      [8, /an empty line/],
      [9, /set by the asker/],
      [10, /set by the asker/],
      [11, /last day of a quarter/],
      [12, /2031/],
      [13, /unknown rule/],
    ];
    expected.forEach(([number, message], i) => {
      expect(messages[i]).toMatch(new RegExp(`^line ${number}: `));
      expect(messages[i]).toMatch(message);
    });
  });

  it('tolerates the line ends, byte order mark, heading and empty last lines of other systems', () => {
    expect(run('\uFEFFrule,start\r\nmco-response,2026-10-27\r\n contest , 2026-11-20 \r\n\r\n\r\n')).toEqual({
      out: 'mco-response,2026-10-27,2026-11-30\ncontest,2026-11-20,2026-12-01\n',
      bad: '',
      code: 0,
    });
  });

  it('counts a heading as a line when it names the line of an error', () => {
    expect(run('rule,start\nx,2026-10-27\n').bad).toMatch(/^line 2: /);
  });

  it('answers nothing for nothing', () => {
    expect(run('')).toEqual({ out: '', bad: '', code: 0 });
  });

  it('with --explain follows each line with its steps, indented', () => {
    expect(run('mco-response,2026-10-27\nnope,2026-10-27\nfiling-opens,2026-09-03\n', '--explain').out).toBe(
      [
        'mco-response,2026-10-27,2026-11-30',
        '  Presented Tue Oct 27, 2026 (day 0). Day 30 is Thu Nov 26: Thanksgiving Day. Fri Nov 27: Day after Thanksgiving. Sat, Sun. Due Mon Nov 30, 2026 (R8).',
        'filing-opens,2026-09-03,2026-10-03',
        '  Dispute received by the plan Thu Sep 3, 2026 (day 0). Day 30 is Sat Oct 3. Opens Sat Oct 3, 2026 (R4).',
        '',
      ].join('\n'),
    );
  });

  it('with --kind answers the 100 public vectors', () => {
    const [, ...vectors] = dataFile('deadline-vectors.csv').trim().split('\n');
    const { out, bad, code } = run(vectors.map((line) => line.split(',').slice(0, 3).join(',')).join('\n'), '--kind');
    expect(out.trimEnd().split('\n')).toEqual(vectors);
    expect([bad, code]).toEqual(['', 0]);
  });

  it('with --kind takes 0 to 3650 days and nothing else', () => {
    const lines = ['business,2021-01-04,0', 'calendar,2021-01-04,3650', 'calendar,2021-01-04,3651', 'calendar,2021-01-04,-1', 'calendar,2021-01-04,1.5', 'calendar,2021-01-04,', 'calendar,2021-01-04,1e2', 'weekly,2021-01-04,5', 'business,2021-01-04,3650', 'calendar,9999-12-31,1'];
    const { out, bad, code } = run(`${lines.join('\n')}\n`, '--kind');
    expect(out).toBe('business,2021-01-04,0,2021-01-04\ncalendar,2021-01-04,3650,2031-01-02\n');
    const starts = bad.trimEnd().split('\n').map((line) => line.split(':')[0]);
    expect(starts).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((n) => `line ${n}`));
    expect(bad).toContain('line 9: business: This date needs the State holidays of 2031');
    expect(bad).toContain('from 0 to 3650, got "3651"');
    expect(code).toBe(1);
  });

  it('explains counts too', () => {
    expect(run('business,2026-11-25,1\n', '--kind', '--explain').out).toBe(
      'business,2026-11-25,1,2026-11-30\n  Start Wed Nov 25, 2026 (day 0). Thu Nov 26: Thanksgiving Day. Fri Nov 27: Day after Thanksgiving. Sat, Sun. Mon Nov 30 is day 1. Due Mon Nov 30, 2026.\n',
    );
  });

  it('refuses an option that it does not know', () => {
    const { out, bad, code } = run('mco-response,2026-10-27\n', '--kinds');
    expect([out, code]).toEqual(['', 1]);
    expect(bad).toContain('Unknown option --kinds');
  });

  it('needs less than 2 s of processor time for 100 lines', () => {
    const report = 'import { writeSync } from "node:fs"; process.on("exit", () => { const used = process.cpuUsage(); writeSync(3, String(used.user + used.system)); });';
    const input = 'mco-response,2026-10-27\ncontest,2026-11-20\n'.repeat(50);
    const done = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(report)}`, '--import', 'tsx', SCRIPT], {
      cwd: ROOT,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
    expect(done.stdout.trimEnd().split('\n')).toHaveLength(100);
    const microseconds = Number(done.output[3]);
    expect(microseconds).toBeGreaterThan(0);
    expect(microseconds).toBeLessThan(2_000_000);
  });
});
