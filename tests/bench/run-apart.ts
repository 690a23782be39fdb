import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const taken = z.object({ time: z.number(), aboveIdle: z.number(), rows: z.number(), bytes: z.number(), atFirst: z.number() });
export type Taken = z.infer<typeof taken>;

/** Does some work in a process of its own, so that its memory is its own, and tells what it took; `atFirst`: its memory after a fifth. */
export async function runApart(work: 'import' | 'export' | 'case-file', ...given: readonly string[]): Promise<Taken> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'apart', `${work}.ts`), ...given]);
  return taken.parse(JSON.parse(stdout));
}
