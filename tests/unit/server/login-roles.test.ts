import { describe, expect, it } from 'vitest';
import { noPasswordNote } from '@/server/db/login-roles';

describe('login roles that were just made', () => {
  it('without a password are named, with the variables that would set them', () => {
    expect(noPasswordNote(['portal_public', 'portal_worker'], { portal_public: 'only-for-trying' })).toBe(
      'Made without a password, so nobody can sign in as them with one yet: portal_worker. Set PORTAL_WORKER_PASSWORD and run this again.',
    );
  });

  it('with passwords, or none made, need no word', () => {
    expect(noPasswordNote(['portal_web'], { portal_web: 'only-for-trying' })).toBeNull();
    expect(noPasswordNote([], {})).toBeNull();
  });
});
