import { ensureInstalled } from './lib/install.mjs';
import { nodeBinary } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** `npm run bench`: see tests/bench. */
await ensureInstalled();
await run(nodeBinary(), ['--import', 'tsx', 'tests/bench/main.ts']);
process.exit(0);
