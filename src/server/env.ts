import { existsSync } from 'node:fs';
import { z } from 'zod';

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/[^\s]+$/, 'must be a postgresql:// address');
const portalUrl = z.string().regex(/^https?:\/\/[^\s/?#@]+\/?$/, 'must be an http:// or https:// address without a path').transform((url) => url.replace(/\/$/, ''));
const rolePassword = z.string().min(12, 'must have at least 12 characters').optional();

/** Where files are kept, and who scans them; both processes read and write them. */
const files = {
  FILES_DIR: z.string().optional(),
  FILES_S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket').optional(),
  FILES_S3_REGION: z.string().optional(),
  FILES_S3_ENDPOINT: z.url({ error: 'must be an http:// or https:// address', protocol: /^https?$/ }).optional(),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_HOST: z.string().regex(/^[A-Za-z0-9.:_-]+$/, 'must be the name or address of a host').optional(),
  CLAMD_PORT: z.string().regex(/^\d{1,5}$/, 'must be a port').optional(),
};

/** What each entry point needs; `.env.example` explains every variable. */
const ENVIRONMENTS = {
  web: z.object({
    DATABASE_URL_WEB: postgresUrl,
    DATABASE_URL_PUBLIC: postgresUrl,
    PORTAL_URL: portalUrl,
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
    ...files,
    BOUNCE_HOOK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    TRUSTED_PROXIES: z.string().regex(/^([0-9]|10)$/, 'must be a whole number from 0 to 10').default('0').transform(Number),
  }),
  worker: z.object({
    ...files,
    DATABASE_URL_WORKER: postgresUrl,
    PORTAL_URL: portalUrl,
    SMTP_URL: z.string().regex(/^smtps?:\/\/[^\s]+$/, 'must be an smtp:// or smtps:// address'),
    MAIL_FROM: z.string().regex(/^[^\s<>@]+@[^\s<>@]+$|<[^\s<>@]+@[^\s<>@]+>$/, 'must be an address such as “Portal <no-reply@portal.example>”'),
  }),
  migrate: z.object({ DATABASE_URL: postgresUrl, PORTAL_PUBLIC_PASSWORD: rolePassword, PORTAL_WEB_PASSWORD: rolePassword, PORTAL_WORKER_PASSWORD: rolePassword }),
  owner: z.object({ DATABASE_URL: postgresUrl, PORTAL_URL: portalUrl }),
  audit: z.object({ ...files, DATABASE_URL_WORKER: postgresUrl }),
} as const;

export type EntryPoint = keyof typeof ENVIRONMENTS;
export type Environment<E extends EntryPoint> = z.output<(typeof ENVIRONMENTS)[E]>;
type Variables = Record<string, string | undefined>;

/** A variable that is set to nothing is not set: so `.env.example` can be copied and filled in. */
function setOnes(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/** Every missing or malformed variable of an entry point in one message; never a variable's value. */
export function environmentProblems(entry: EntryPoint, variables: Variables): string[] {
  const given = setOnes(variables);
  const parsed = ENVIRONMENTS[entry].safeParse(given);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return given[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
  });
}

/** Loads `.env` where there is one; what is set already wins. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** The checked environment of an entry point; a bad one is said in one message and ends the process with 1. */
export function requireEnvironment<E extends EntryPoint>(entry: E): Environment<E> {
  loadEnvironmentFile();
  const problems = environmentProblems(entry, process.env);
  if (problems.length > 0) {
    console.error(`The environment is not complete:\n${problems.map((p) => `  ${p}`).join('\n')}\nSee .env.example.`);
    process.exit(1);
  }
  return ENVIRONMENTS[entry].parse(setOnes(process.env)) as Environment<E>;
}
