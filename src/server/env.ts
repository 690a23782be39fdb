import { existsSync } from 'node:fs';
import { z } from 'zod';

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/.+/, 'must be a postgresql:// address');
const portalUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

/** What each entry point needs; `.env.example` explains every variable. */
const ENVIRONMENTS = {
  web: z.object({
    DATABASE_URL_WEB: postgresUrl,
    DATABASE_URL_PUBLIC: postgresUrl,
    PORTAL_URL: portalUrl,
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  }),
  worker: z.object({
    DATABASE_URL_WORKER: postgresUrl,
    PORTAL_URL: portalUrl,
    SMTP_URL: z.string().regex(/^smtps?:\/\/.+/, 'must be an smtp:// or smtps:// address'),
    MAIL_FROM: z.string().regex(/@/, 'must be a mail address'),
  }),
  migrate: z.object({
    DATABASE_URL: postgresUrl,
    PORTAL_PUBLIC_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
    PORTAL_WEB_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
    PORTAL_WORKER_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  }),
  owner: z.object({ DATABASE_URL: postgresUrl, PORTAL_URL: portalUrl }),
  audit: z.object({ DATABASE_URL_WORKER: postgresUrl }),
} as const;

export type EntryPoint = keyof typeof ENVIRONMENTS;
export type Environment<E extends EntryPoint> = z.output<(typeof ENVIRONMENTS)[E]>;

/** Every missing or malformed variable of an entry point in one message; never a variable's value. */
export function environmentProblems(entry: EntryPoint, variables: Record<string, string | undefined>): string[] {
  const parsed = ENVIRONMENTS[entry].safeParse(variables);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return variables[name] === undefined || variables[name] === '' ? `${name} is missing` : `${name} ${issue.message}`;
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
  return ENVIRONMENTS[entry].parse(process.env) as Environment<E>;
}
