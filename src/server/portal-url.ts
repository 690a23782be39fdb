/** Where browsers reach the portal, without a slash at its end; the entry points check it. Links in mails begin with it. */
export function portalUrl(): string {
  const url = process.env.PORTAL_URL;
  if (url === undefined || url === '') throw new Error('PORTAL_URL is not set');
  return url.replace(/\/$/, '');
}
