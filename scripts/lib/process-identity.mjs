import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const HAS_PROC = existsSync('/proc/self/stat');

/** Fields of /proc/PID/stat from the third on; the second may hold spaces and brackets of its own. */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function linuxStart(pid) {
  try {
    const fields = statOf(pid);
    if (fields[0] === 'Z') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

function otherStart(pid) {
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** When a process started; null when it is gone. A pid alone may belong to somebody else by now. */
export const startTimeOf = (pid) => (HAS_PROC ? linuxStart(pid) : otherStart(pid));

/** Who a process is, for as long as it lives and ever after: its pid with its start. */
export const identityOf = (pid) => ({ pid, started: startTimeOf(pid) });

/** Is exactly this process still there? */
export const isAlive = ({ pid, started }) => typeof pid === 'number' && started !== null && started !== undefined && startTimeOf(pid) === started;
