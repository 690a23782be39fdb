import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  PORTAL_URL: z.url(),
  BARE_URL: z.url(),
  CHROMIUM_PATH: z.string(),
  POSTGRES_LOG: z.string().min(1),
});

export type Settings = {
  databaseUrl: string;
  portalUrl: string;
  bareUrl: string;
  /** Empty where there is no browser. */
  browser: string;
  postgresLog: string;
  sizes: readonly [small: number, large: number];
  seconds: number;
  /** Answers sent per number of connections. */
  answers: number;
};

/** Where the portal of this run is, as the launcher says, and how long to measure. */
export function readSettings(isQuick: boolean): Settings {
  const env = environment.parse(process.env);
  const length = isQuick ? ({ sizes: [10_000, 30_000], seconds: 2, answers: 15 } as const) : ({ sizes: [10_000, 100_000], seconds: 6, answers: 20 } as const);
  return { databaseUrl: env.DATABASE_URL, portalUrl: env.PORTAL_URL, bareUrl: env.BARE_URL, browser: env.CHROMIUM_PATH, postgresLog: env.POSTGRES_LOG, ...length };
}
