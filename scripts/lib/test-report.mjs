import { existsSync, readFileSync } from 'node:fs';

/** One line per test of vitest's JSON report: name, passed or not, milliseconds. */
export function readVitest(file) {
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.testResults.flatMap((f) =>
    f.assertionResults.length === 0 && f.status === 'failed'
      ? [{ name: f.name, state: 'failed', ms: 0 }]
      : f.assertionResults.map((t) => ({ name: t.fullName, state: t.status === 'passed' ? 'passed' : t.status === 'failed' ? 'failed' : 'skipped', ms: t.duration ?? 0 })),
  );
}

function* specsOf(suite, path = []) {
  const here = suite.title ? [...path, suite.title] : path;
  for (const spec of suite.specs ?? []) yield { spec, path: here };
  for (const inner of suite.suites ?? []) yield* specsOf(inner, here);
}

/** The same for Playwright's JSON report. */
export function readPlaywright(file) {
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.suites.flatMap((suite) =>
    [...specsOf(suite)].map(({ spec, path }) => {
      const result = spec.tests[0]?.results.at(-1);
      const state = result?.status === 'skipped' || result === undefined ? 'skipped' : spec.ok ? 'passed' : 'failed';
      return { name: [...path, spec.title].join(' › '), state, ms: result?.duration ?? 0 };
    }),
  );
}
