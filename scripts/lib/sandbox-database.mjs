import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { nodeBinary } from './root.mjs';
import { run } from './run.mjs';

const NAME = 'portal_sandbox';
const ROLES = ['portal_public', 'portal_web', 'portal_worker'];
const MADE_HERE = 'Made by npm start of the Provider Resolution Portal, for its sandbox';
/** The sandbox's clock begins on Tue Nov 24, 2026, 9:41 in Chicago. */
const FIRST_INSTANT = '2026-11-24T15:41:00Z';

/** Does some work over a connection of its own. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  // A server that is stopped meanwhile fails the next query; an event that nobody hears would end this process at once.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database, as the same user or as another. */
function addressOf(url, name, user, password) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  if (user !== undefined) [other.username, other.password] = [user, password];
  return other.href;
}

/** Runs one of the portal's own command-line programs. */
export const portalCli = (name, env) => run(nodeBinary(), ['--import', 'tsx', `src/server/jobs/cli/${name}.ts`], { env, quiet: true });

/** Created under a name of the moment and then named: a start that was killed leaves nothing that looks like it is done. */
export async function createDatabase(serverUrl, name, comment) {
  const half = `${name}_${randomBytes(4).toString('hex')}`;
  await withClient(serverUrl, async (client) => {
    await client.query(`CREATE DATABASE ${half}`);
    if (comment !== undefined) await client.query(`COMMENT ON DATABASE ${half} IS '${comment}'`);
    await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`);
  });
}

/** The addresses of a database for its owner and for the three login roles, as the environment names them. */
function addressesOf(ownerUrl, passwords) {
  const name = new URL(ownerUrl).pathname.slice(1);
  const urls = ROLES.map((role) => [`DATABASE_URL_${role.replace('portal_', '').toUpperCase()}`, addressOf(ownerUrl, name, role, passwords[role])]);
  return { DATABASE_URL: ownerUrl, ...Object.fromEntries(urls) };
}

/** Migrates a database. Returns the addresses of its owner and of the three login roles, as the environment names them. */
export async function migrateDatabase(ownerUrl, passwords) {
  const env = Object.fromEntries(ROLES.map((role) => [`${role.toUpperCase()}_PASSWORD`, passwords[role]]));
  await portalCli('migrate', { DATABASE_URL: ownerUrl, ...env });
  return addressesOf(ownerUrl, passwords);
}

/**
 * A server that is not the launcher's own may hold other things: a database of the sandbox's name that it did not
 * create, or the login roles of a real portal, whose passwords a sandbox would change. Both are left alone.
 */
async function refuseWhatIsNotOurs(client) {
  const databases = await client.query(`SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1`, [NAME]);
  if (databases.rows.some((row) => row.note !== MADE_HERE)) throw new Error(`This server has a database “${NAME}” that no sandbox created. It was not touched.`);
  const roles = await client.query(`SELECT rolname, shobj_description(oid, 'pg_authid') AS note FROM pg_roles WHERE rolname = ANY ($1)`, [ROLES]);
  const others = roles.rows.filter((row) => row.note !== MADE_HERE);
  if (others.length > 0) throw new Error(`This server has the login roles of another portal (${others.map((row) => row.rolname).join(', ')}). Nothing was touched; give the sandbox a server of its own.`);
}

async function makeRoles(client) {
  for (const role of ROLES) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0) await client.query(`BEGIN; CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS; COMMENT ON ROLE ${role} IS '${MADE_HERE}'; COMMIT`);
  }
}

/**
 * Creates the sandbox's database where it is missing, migrates it, and marks it: only this writes the marker, and only
 * with it do sandbox features exist. `isOwnServer`: the launcher made the whole server, so all in it is the sandbox's.
 */
export async function prepareSandboxDatabase(serverUrl, { passwords, isOwnServer }) {
  await withClient(serverUrl, async (client) => {
    if (!isOwnServer) {
      await refuseWhatIsNotOurs(client);
      await makeRoles(client);
    }
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (rowCount === 0) await createDatabase(serverUrl, NAME, MADE_HERE);
  });
  const urls = await migrateDatabase(addressOf(serverUrl, NAME), passwords).catch((error) => {
    throw new Error(`${error.message}\nIf the sandbox was made by another version of the portal: npm run sandbox:reset starts over.`, { cause: error });
  });
  await withClient(urls.DATABASE_URL, (client) => client.query('INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at) VALUES (now(), $1) ON CONFLICT DO NOTHING', [FIRST_INSTANT]));
  return urls;
}

/** Removes the sandbox's database from a server that is not the launcher's own; only one that a sandbox created. */
export async function dropSandboxDatabase(serverUrl) {
  await withClient(serverUrl, async (client) => {
    await refuseWhatIsNotOurs(client);
    await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  });
}

/** The pages of a sandbox link to its mailbox, whose port may differ from start to start. */
export const tellMailbox = (ownerUrl, mailboxUrl) => withClient(ownerUrl, (client) => client.query('UPDATE sandbox_marker SET mailbox_url = $1', [mailboxUrl]));
