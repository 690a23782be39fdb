import pg from 'pg';
import { nodeBinary } from './root.mjs';
import { run } from './run.mjs';

const NAME = 'portal_sandbox';
/** The sandbox's clock begins on Tue Nov 24, 2026, 9:41 in Chicago. */
const FIRST_INSTANT = '2026-11-24T15:41:00Z';

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const databaseUrl = (serverUrl, user, password) => {
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  if (user !== undefined) [url.username, url.password] = [user, password];
  return url.href;
};

/** Runs one of the portal's own command-line programs. */
export const portalCli = (name, env, options = {}) => run(nodeBinary(), ['--import', 'tsx', `src/server/jobs/cli/${name}.ts`], { env, quiet: true, ...options });

const MADE_HERE = 'A sandbox of the Provider Resolution Portal, made by npm start';

/** Creates the database, or makes sure that the one of this name was created here; another one is left alone. */
async function ensureCreated(serverUrl) {
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query("SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1", [NAME]);
    if (rows.length === 0) {
      await client.query(`CREATE DATABASE ${NAME}`);
      await client.query(`COMMENT ON DATABASE ${NAME} IS '${MADE_HERE}'`);
    } else if (rows[0].note !== MADE_HERE) {
      throw new Error(`There is a database “${NAME}” on this server that no sandbox created. It was not touched.`);
    }
  });
}

/**
 * Creates the sandbox's database where it is missing, migrates it, and marks it: only this writes the marker, and only
 * with it do sandbox features exist. Returns the addresses for the owner and the three login roles.
 */
export async function prepareSandboxDatabase(serverUrl, secrets) {
  await ensureCreated(serverUrl);
  const owner = databaseUrl(serverUrl);
  const passwords = { PORTAL_PUBLIC_PASSWORD: secrets.portal_public, PORTAL_WEB_PASSWORD: secrets.portal_web, PORTAL_WORKER_PASSWORD: secrets.portal_worker };
  await portalCli('migrate', { DATABASE_URL: owner, ...passwords });
  await withClient(owner, (client) => client.query('INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at) VALUES (now(), $1) ON CONFLICT DO NOTHING', [FIRST_INSTANT]));
  return {
    DATABASE_URL: owner,
    DATABASE_URL_PUBLIC: databaseUrl(serverUrl, 'portal_public', secrets.portal_public),
    DATABASE_URL_WEB: databaseUrl(serverUrl, 'portal_web', secrets.portal_web),
    DATABASE_URL_WORKER: databaseUrl(serverUrl, 'portal_worker', secrets.portal_worker),
  };
}
