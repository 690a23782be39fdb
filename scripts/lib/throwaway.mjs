import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startGuard } from './guard.mjs';
import { stopInReverse } from './processes.mjs';
import { forgetRecord, recorded, recordIn } from './record.mjs';

/**
 * A folder for what lasts only as long as this process: whatever it starts is ended and the folder removed, by
 * `dispose`, or by the guard when this process is killed.
 */
export function throwawayFolder(name) {
  const dir = mkdtempSync(path.join(os.tmpdir(), `portal-${name}-`));
  // The database server's user has to enter it; what is inside belongs to that user alone.
  chmodSync(dir, 0o755);
  mkdirSync(path.join(dir, 'logs'));
  const record = path.join(dir, 'run.json');
  recordIn(record);
  const guard = startGuard(record, dir);
  const dispose = async () => {
    await stopInReverse(recorded());
    forgetRecord();
    await guard.dismiss();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, dispose };
}
