import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const VITEST = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
const SUITE = ['tests/unit/shared', 'tests/unit/deadlines'];

// Inside a run that this file started, it only makes sure that the zone is really in force.
const ZONE_UNDER_TEST = process.env['DEADLINES_ZONE'];

function runSuiteIn(zone: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [VITEST, 'run', '--project', 'unit', '--no-isolate', '--reporter', 'default', ...SUITE], {
      cwd: ROOT,
      env: { ...process.env, TZ: zone, DEADLINES_ZONE: zone, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe.runIf(ZONE_UNDER_TEST === undefined)('the suite of the engine passes in other zones', () => {
  it.concurrent.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('TZ=%s', { timeout: 120_000 }, async (zone) => {
    const { code, output } = await runSuiteIn(zone);
    expect(code, output).toBe(0);
    // The oracle's vectors, the random walks and this file's own check of the zone must have been among them.
    for (const file of ['due-date-vectors', 'due-date-walk', 'days-left', 'chicago', 'time-zones']) expect(output).toContain(`${file}.test.ts`);
  });
});

describe.runIf(ZONE_UNDER_TEST !== undefined)('a run in another zone', () => {
  it('has that zone in force', () => {
    const hours = { 'Pacific/Auckland': 13, 'America/Los_Angeles': -8, UTC: 0 }[ZONE_UNDER_TEST ?? ''];
    expect(-new Date(2026, 11, 15, 12).getTimezoneOffset() / 60).toBeCloseTo(hours ?? NaN);
  });
});
