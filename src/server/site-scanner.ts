export type Scanner = { host: string; port: number };

/** The virus scanner that the environment names; null when the site has none, so that files are not held for it. */
export function siteScanner(): Scanner | null {
  const { CLAMD_HOST: host = '', CLAMD_PORT: port } = process.env;
  return host === '' ? null : { host, port: Number(port || 3310) };
}
