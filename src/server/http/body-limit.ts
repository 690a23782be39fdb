/** The most that a form may send: far more than the longest answer with a hundred claim lines. */
export const MAX_BODY_BYTES = 1_000_000;

/** Whether a request says that its body is over the limit; what a body without a length holds is limited while it is read. */
export function isBodyTooLarge(headers: Headers): boolean {
  return Number(headers.get('content-length') ?? 0) > MAX_BODY_BYTES;
}

/** The page of a 413: no style and no script, since it is sent before the portal has looked at anything. */
export const BODY_TOO_LARGE_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Too much to send at once · Provider Resolution Portal</title>
<main>
<h1>This is too much to send at once</h1>
<p>Nothing was recorded. Go back, shorten what you typed, and send it again. A form can hold about 1,000,000 characters in all.</p>
</main>
</html>
`;
