import path from 'node:path';
import { verifyCaseFile } from '../../case-file/verify-case-file';

/** `npm run case:verify -- FILE`: checks a case file without a database; names the first thing that does not fit and exits 1. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Which case file? npm run case:verify -- FILE');
  process.exitCode = 1;
} else {
  // A name is meant from where the command was typed.
  const verdict = await verifyCaseFile(path.resolve(process.env.INIT_CWD ?? '.', file));
  if (verdict.ok) {
    const { ticket, sums, events, hidden, files, leftOut, lastHash } = verdict.report;
    console.log(`${ticket}: ${sums} sums match, ${events} events hold together${hidden === 0 ? '' : `, ${hidden} of them by their hashes alone`}, ${files} attached files are those that the history names${leftOut === 0 ? '' : `, ${leftOut} are left out`}.`);
    console.log(`Last hash ${lastHash}`);
  } else {
    console.error(verdict.broken);
    process.exitCode = 1;
  }
}
