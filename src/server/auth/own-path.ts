/** A path of this portal to go on to; anything that could lead elsewhere becomes the home page. */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[A-Za-z0-9\-._~/?=&%+]*$/.test(value)) return '/';
  return value;
}
