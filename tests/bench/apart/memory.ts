import { readFileSync, writeFileSync } from 'node:fs';

/** The most memory that this process had since it was last asked to begin anew; Linux tells. */
export class Memory {
  private readonly idle: number;

  constructor() {
    // Linux forgets the peak that starting up was.
    writeFileSync('/proc/self/clear_refs', '5');
    this.idle = process.memoryUsage.rss();
  }

  aboveIdle(): number {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Number(peak) * 1024 - this.idle;
  }
}
