import { PARTS, type CaseIndex } from './case-parts';

const escaped = (words: string) => words.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** The page in a case file that says what is in it and how anybody can check it; it needs no network and no script. */
export function checkPage({ ticket, eventCount, lastHash, madeAt, madeFor }: CaseIndex, hasClaims: boolean): string {
  const claims = hasClaims ? `<li><b>${PARTS.claims}</b>: every claim line.</li>` : '';
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How to check the case file of ${escaped(ticket)}</title>
<style>body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}code{font-size:1rem;overflow-wrap:anywhere}</style>
</head>
<body>
<main>
<h1>How to check this case file</h1>
<p>Case file of ticket ${escaped(ticket)}, made ${escaped(madeAt)} for ${escaped(madeFor.name)}, ${escaped(madeFor.organization)}. It holds what this reader may see in the Provider Resolution Portal.</p>
<h2>What is in it</h2>
<ul>
<li><b>${PARTS.document}</b>: the case to read.</li>
${claims}
<li><b>files/</b>: what was attached.</li>
<li><b>${PARTS.events}</b>: the history of the ticket, one event on each line, in the very words that were hashed.</li>
<li><b>${PARTS.contents}</b>: what was attached with which event, and the last hash.</li>
<li><b>${PARTS.sums}</b>: the SHA-256 sum of every other file here.</li>
</ul>
<h2>Check it with the portal’s own program</h2>
<p>Whoever has the portal’s program, which is open to all, runs <code>npm run case:verify -- FILE</code> with the ZIP file. It needs no database and no network. It names the first thing that does not fit.</p>
<h2>Check it by hand</h2>
<ol>
<li>Unpack the ZIP file. In its folder run <code>sha256sum --check ${PARTS.sums}</code> (on a Mac: <code>shasum -a 256 --check ${PARTS.sums}</code>). Each file must be “OK”.</li>
<li>Take the lines of ${PARTS.events} in order. The hash of an event is the SHA-256 sum of its line, without the end of the line. Each line holds the hash of the event before it as <code>prevHash</code>; that of the first is 64 zeros.</li>
<li>A line with <code>"hidden":true</code> stands for an event that the reader of this case file may not read. It gives its hash itself, so that the chain can be followed past it.</li>
<li>The hash of the last of the ${eventCount} events must be<br><code>${lastHash}</code></li>
<li>An event with files names the SHA-256 sum of each. Compare them with ${PARTS.sums}.</li>
</ol>
<h2>Compare it with the portal</h2>
<p>The ticket’s page “Case file” in the portal shows how many events there are now and the last hash. As long as nothing was added since, both are those above. If more has happened, a new case file begins with the same lines.</p>
</main>
</body>
</html>
`;
}
