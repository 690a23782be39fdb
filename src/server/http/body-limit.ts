/** The most that a form may send: far more than the longest answer with a hundred claim lines. */
export const MAX_BODY_BYTES = 1_000_000;

/** A file of claim lines (8 MB) with the form around it. */
export const MAX_IMPORT_BYTES = 8_100_000;
const IMPORT_PATH = /^\/file\/[0-9a-f-]{36}\/claims\/import$/;

/** How much may be sent to an address. */
export function maxBodyBytes(pathname: string): number {
  return IMPORT_PATH.test(pathname) ? MAX_IMPORT_BYTES : MAX_BODY_BYTES;
}

/** Whether a request says that its body is over the limit; what a body without a length holds is limited while it is read. */
export function isBodyTooLarge(headers: Headers, pathname: string): boolean {
  return Number(headers.get('content-length') ?? 0) > maxBodyBytes(pathname);
}

/** The page of a 413: no style and no script, since it is sent before the portal has looked at anything. */
export const BODY_TOO_LARGE_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Too much to send at once · Provider Resolution Portal</title>
<main>
<h1>This is too much to send at once</h1>
<p>Nothing was recorded. Go back, shorten what you typed, and send it again. A form can hold about 1,000,000 characters in all, a file of claim lines 8 MB.</p>
</main>
</html>
`;
