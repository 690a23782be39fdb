import pg, { type Client } from 'pg';

export const LOGIN_ROLES = ['portal_public', 'portal_web', 'portal_worker'] as const;
export type LoginRoleName = (typeof LOGIN_ROLES)[number];

/** Passwords by role; a role without one keeps the password that it has. */
export type RolePasswords = Partial<Record<LoginRoleName, string>>;

/** The statements that make the three login roles; for a site whose owner may not make roles they are printed. */
export function loginRoleSql(missing: readonly LoginRoleName[], passwords: RolePasswords): string {
  const literal = (text: string) => pg.escapeLiteral(text);
  const create = missing.map((role) => `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;`);
  const set = LOGIN_ROLES.flatMap((role) => {
    const password = passwords[role];
    return password === undefined ? [] : [`ALTER ROLE ${role} PASSWORD ${literal(password)};`];
  });
  return [...create, ...set].join('\n');
}

/** What an operator should know of roles that were just made without a password; null when each has one. */
export function noPasswordNote(made: readonly LoginRoleName[], passwords: RolePasswords): string | null {
  const without = made.filter((role) => passwords[role] === undefined);
  if (without.length === 0) return null;
  return `Made without a password, so nobody can sign in as them with one yet: ${without.join(', ')}. Set ${without.map((role) => `${role.toUpperCase()}_PASSWORD`).join(', ')} and run this again.`;
}

/**
 * The roles own nothing and pass no row-level security. Where this owner may not make them, throws with the SQL for an
 * administrator; where they have no password, or theirs is not this owner's to set, returns that as a note.
 */
export async function ensureLoginRoles(client: Client, passwords: RolePasswords): Promise<string | null> {
  const { rows } = await client.query<{ rolname: LoginRoleName }>('SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)', [LOGIN_ROLES]);
  const there = new Set(rows.map((r) => r.rolname));
  const missing = LOGIN_ROLES.filter((role) => !there.has(role));
  const sql = loginRoleSql(missing, passwords);
  if (sql === '') return null;
  try {
    await client.query(sql);
    return noPasswordNote(missing, passwords);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    if (missing.length === 0) return 'The passwords of the login roles were not set: this owner may not. They stay as they are.';
    const hidden = Object.fromEntries(LOGIN_ROLES.map((role) => [role, '…']));
    throw new Error(`This owner may not make the login roles. Have an administrator run, with passwords in place of the dots:\n${loginRoleSql(missing, hidden)}`);
  }
}
