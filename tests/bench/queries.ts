import { readFileSync, statSync } from 'node:fs';
import type { Client } from 'pg';
import { readPage } from './forms';
import type { MeasuredPage } from './pages';

export const GOAL_QUERIES = 8;

/** What every transaction brings along: begin and end, who acts, who holds the session. */
const ASIDE = [/^(BEGIN|COMMIT|ROLLBACK|DEALLOCATE|SET )/i, /set_config\('app\.user_id'/, /FROM session_actor\(/, /set_config\('enable_sort'/];

/** Has the server write every statement into its log, or none any more. */
export async function logStatements(owner: Client, statements: 'all' | 'none'): Promise<void> {
  await owner.query(`ALTER SYSTEM SET log_statement = '${statements}'`);
  await owner.query(`ALTER SYSTEM SET log_line_prefix = 'user=%u;'`);
  await owner.query('SELECT pg_reload_conf()');
  await new Promise((resolve) => setTimeout(resolve, 500));
}

function statementsOf(log: string): string[] {
  const lines = log.split(/^(?=user=)/m);
  return lines.flatMap((line) => /^user=portal_(?:web|public);LOG: {2}(?:statement|execute [^:]*): ([\s\S]*)/.exec(line)?.[1]?.trim() ?? []);
}

/** What the web part asks the database while `read` asks for a page, by the server's own log: what counts, and how many statements in all. */
export async function queriesOf(logFile: string, read: () => Promise<unknown>): Promise<{ counted: string[]; all: number }> {
  const from = statSync(logFile).size;
  await read();
  const all = statementsOf(readFileSync(logFile).subarray(from).toString('utf8'));
  return { counted: all.filter((statement) => !ASIDE.some((aside) => aside.test(statement))), all: all.length };
}

/** How many queries the web part sends for one request of each page. */
export async function benchQueries(owner: Client, portalUrl: string, logFile: string, pages: readonly MeasuredPage[]): Promise<void> {
  console.log(`\nQueries for one request of a page (goal: ${GOAL_QUERIES} at most; begin, commit, actor and session aside)`);
  await logStatements(owner, 'all');
  for (const { name, path, cookie } of pages) {
    await readPage(portalUrl + path, cookie);
    const { counted, all } = await queriesOf(logFile, () => readPage(portalUrl + path, cookie));
    if (process.env.BENCH_SHOW_QUERIES !== undefined) for (const statement of counted) console.log(`      ${statement.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
    console.log(`  ${name.padEnd(18)} ${String(counted.length).padStart(3)}   ${String(all).padStart(3)} statements in all${counted.length > GOAL_QUERIES ? `   missed by ${counted.length - GOAL_QUERIES}` : ''}`);
  }
  await logStatements(owner, 'none');
}
