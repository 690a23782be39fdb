import { SYSTEM } from '@/domain/access/actor';
import { chicagoInstant } from '@/shared/chicago';
import { asActor, asReader } from '../db/as-actor';
import { findJobMark, setJobMark } from '../db/job-marks';
import { findRequestBreak } from '../db/verify-requests';
import { watchHistories } from '../db/watch-histories';
import { findNobodysTurn, findUnmarked, findWaitingMail, findWithoutClock, saveFindings, type Finding, type FindingKind } from '../db/watch-tickets';
import type { Log } from '../log';
import { newId } from '../new-id';

/** The night's sweeps have marked what is past due by then. */
const WATCHES_FROM = '02:30';
const KINDS: readonly FindingKind[] = ['nobody', 'no_clock', 'not_replayed', 'not_marked', 'mail_waits', 'chain'];
/** A fault that touches more is one fault. */
const MOST_HISTORIES = 500;

function isDone(at: Date | undefined): Promise<boolean> {
  return asActor(SYSTEM, async ({ tx, now, today }) => {
    const mark = await findJobMark(tx, 'watchdog');
    return now < chicagoInstant(today, WATCHES_FROM) || (mark !== null && mark >= today);
  }, at);
}

async function requestFindings(): Promise<Finding[]> {
  const { broken } = await findRequestBreak((work) => asReader(SYSTEM, ({ tx }) => work(tx)));
  return broken === null ? [] : [{ kind: 'chain', subject: broken.number, ticketId: null, what: `Request ${broken.number}, event ${broken.seq}: ${broken.what}.` }];
}

/**
 * Once a night looks for what must not be, keeps what it finds for Administration, says it in the log (kinds and ids,
 * nothing of a person), and resolves what is gone. Returns the new findings; null when the night's look is done already.
 */
export async function watch(log: Pick<Log, 'error'>, at?: Date): Promise<Finding[] | null> {
  if (await isDone(at)) return null;
  const histories = [...(await watchHistories((work) => asReader(SYSTEM, ({ tx }) => work(tx)))), ...(await requestFindings())].slice(0, MOST_HISTORIES);
  const fresh = await asActor(SYSTEM, async (scope) => {
    const findings = [...(await findNobodysTurn(scope)), ...(await findWithoutClock(scope)), ...(await findUnmarked(scope)), ...(await findWaitingMail(scope)), ...histories];
    const found = await saveFindings(scope, KINDS, findings, newId);
    await setJobMark(scope.tx, 'watchdog', scope.today);
    return found;
  }, at);
  for (const { kind, subject, ticketId, what } of fresh) log.error({ watchdog: kind, subject, ticketId }, what);
  return fresh;
}
