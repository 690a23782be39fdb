import type { ServerResponse } from 'node:http';
import { refusePlainly } from './plain-refusal';

/** The page of a 500 that the framework would send without a word: no style and no script, since nothing may work. */
const FAILURE_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The portal cannot answer · Provider Resolution Portal</title>
<main>
<h1>The portal cannot answer right now</h1>
<p>Nothing was lost. Go back and try again in a minute; what you typed is still in your browser.</p>
</main>
</html>
`;

/**
 * Gives a page to an answer that failed without one: a download whose database is away, or that has a fault of its own,
 * would otherwise be an empty 500, of which browsers show nothing that helps.
 */
export function sayFailure(response: ServerResponse, isSecure: boolean): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  const sayAtEnd = (...args: unknown[]): ServerResponse => {
    response.end = end as ServerResponse['end'];
    const isMute = response.statusCode === 500 && !response.headersSent && !response.hasHeader('Content-Type') && (args[0] === undefined || args[0] === null || typeof args[0] === 'function');
    if (isMute) refusePlainly(response, 500, FAILURE_PAGE, isSecure);
    else end(...args);
    return response;
  };
  response.end = sayAtEnd as ServerResponse['end'];
}
