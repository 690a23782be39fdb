/** A path of this portal to go on to; anything that could lead elsewhere becomes the home page. */
export function ownPath(value: unknown): string {
  // NB: "/a/..//x" is a path here, but once a browser has resolved it, "//x" names another host.
  if (typeof value !== 'string' || value.includes('//') || !/^\/[A-Za-z0-9\-._~/?=&%+]*$/.test(value)) return '/';
  return value;
}
