import { expect, it } from 'vitest';
import { isBodyTooLarge, MAX_BODY_BYTES, MAX_IMPORT_BYTES } from '@/server/http/body-limit';
import { contentSecurityPolicy, securityHeaders } from '@/server/http/security-headers';

const live = { nonce: 'bm9uY2U=', isSecure: true, isDevelopment: false };

it('lets scripts run by nonce alone: nothing inline, nothing evaluated', () => {
  const policy = contentSecurityPolicy(live);
  expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
  expect(policy).not.toContain('unsafe-');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("base-uri 'none'");
});

it('promises https only where the portal’s address has it', () => {
  expect(securityHeaders(true)['Strict-Transport-Security']).toMatch(/^max-age=\d{8}/);
  expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security');
  expect(contentSecurityPolicy({ ...live, isSecure: false })).not.toContain('upgrade-insecure-requests');
});

it('refuses a body over the limit by what its head says', () => {
  const withLength = (bytes: number) => new Headers({ 'content-length': String(bytes) });
  expect(isBodyTooLarge(withLength(MAX_BODY_BYTES), '/file')).toBe(false);
  expect(isBodyTooLarge(withLength(MAX_BODY_BYTES + 1), '/file')).toBe(true);
  expect(isBodyTooLarge(new Headers(), '/file')).toBe(false);
  // A file of claim lines may be larger, at the one address that takes it.
  const importPath = '/file/5f2b3f0e-0b50-4b7e-9a53-3f1f4f0a9a10/claims/import';
  expect(isBodyTooLarge(withLength(MAX_IMPORT_BYTES), importPath)).toBe(false);
  expect(isBodyTooLarge(withLength(MAX_IMPORT_BYTES + 1), importPath)).toBe(true);
  expect(isBodyTooLarge(withLength(MAX_IMPORT_BYTES), `${importPath}/more`)).toBe(true);
});
