/** Signs sessions and form keys; the entry points check that it is there. */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (secret === undefined || secret.length < 32) throw new Error('NEXTAUTH_SECRET is missing or too short');
  return secret;
}

/** Browsers reach a real site over https; only then cookies are marked secure. */
export function isSecureSite(): boolean {
  return process.env.PORTAL_URL?.startsWith('https:') ?? false;
}
