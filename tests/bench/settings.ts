import { z } from 'zod';

/** What the launcher says of one portal: the environment of its programs. */
const portalEnvironment = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(z.looseObject({ DATABASE_URL: z.string().min(1), PORTAL_URL: z.url() }).catchall(z.string()));

const environment = z.object({
  BENCH_SMALL: portalEnvironment,
  BENCH_LARGE: portalEnvironment,
  BARE_URL: z.url(),
  CHROMIUM_PATH: z.string(),
  POSTGRES_LOG: z.string().min(1),
});

export type PortalEnvironment = z.infer<typeof portalEnvironment>;

export type Settings = {
  small: PortalEnvironment;
  large: PortalEnvironment;
  bareUrl: string;
  /** Empty where there is no browser. */
  browser: string;
  postgresLog: string;
  sizes: { small: number; large: number };
  /** How often everything is measured in turn. */
  rounds: number;
};

/** Where the portals of this run are, as the launcher says, and how long to measure. */
export function readSettings(isQuick: boolean): Settings {
  const env = environment.parse(process.env);
  const length = isQuick ? { sizes: { small: 10_000, large: 30_000 }, rounds: 3 } : { sizes: { small: 10_000, large: 100_000 }, rounds: 11 };
  return { small: env.BENCH_SMALL, large: env.BENCH_LARGE, bareUrl: env.BARE_URL, browser: env.CHROMIUM_PATH, postgresLog: env.POSTGRES_LOG, ...length };
}
