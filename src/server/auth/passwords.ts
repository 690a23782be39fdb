import { hash, verify } from '@node-rs/argon2';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

// argon2id with the parameters that OWASP names first: 19 MiB, two passes, one lane.
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), OPTIONS);
}

// Made before anybody can ask, so that the first try of all takes no longer either.
const nobodysHash = hashPassword('a password that nobody has');
// A failure is told where it is awaited.
nobodysHash.catch(() => undefined);

/** Is this the password? Without a hash it takes as long and says no, so that an unknown e-mail cannot be told apart. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await nobodysHash);
  const fits = await verify(known, password.slice(0, PASSWORD_MAX).normalize('NFC')).catch(() => false);
  return fits && passwordHash !== null;
}

/** What is wrong with a new password, in words; null when nothing is. */
export function passwordIssue(password: string): string | null {
  if (password.length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters. A few words are easy to remember.`;
  if (password.length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  return /^(.)\1*$/u.test(password) ? 'Use more than one character.' : null;
}
