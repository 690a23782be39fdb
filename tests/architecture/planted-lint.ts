import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Report = { diagnostics: { code: string; filename: string }[] };

/** Runs the repository's lint over planted files, all at once; answers with the rules that each file broke. */
export function lintPlanted(files: Record<string, string>, { withTypes }: { withTypes: boolean }): Map<string, string[]> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-lint-'));
  try {
    copyFileSync('.oxlintrc.json', path.join(dir, '.oxlintrc.json'));
    writeFileSync(path.join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, target: 'ES2023', module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', types: [] }, include: ['src', 'tests'] }));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
      writeFileSync(path.join(dir, file), text);
    }
    const oxlint = path.join(process.cwd(), 'node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, ...(withTypes ? ['--type-aware'] : []), '--format=json'], { cwd: dir, encoding: 'utf8', env: { ...process.env, OXLINT_TSGOLINT_PATH: path.join(process.cwd(), 'node_modules', '.bin', 'tsgolint') } });
    const { diagnostics } = JSON.parse(stdout) as Report;
    const broken = new Map(Object.keys(files).map((file) => [file, [] as string[]]));
    for (const { code, filename } of diagnostics) broken.get(path.relative(dir, path.resolve(dir, filename)))?.push(code);
    return broken;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
