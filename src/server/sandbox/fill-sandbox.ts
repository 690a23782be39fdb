import type { Client } from 'pg';
import { SYSTEM } from '@/domain/access/actor';
import { calendarDate } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { hashPassword } from '../auth/passwords';
import { realNow } from '../clock';
import { asActor } from '../db/as-actor';
import type { MailServer } from '../jobs/deliver-message';
import { SANDBOX_PASSWORD } from './cast/cast';
import { endMembership, insertCast } from './cast/insert-cast';
import { FORMER_EMPLOYEE } from './cast/plans-and-state';
import { requestHappenings } from './play-request';
import { happeningsOf, playStories, type Happening } from './play-stories';
import { countyCareStories } from './stories/countycare';
import { DRAFTS, playDraft } from './stories/drafts';
import { FIRST_DAY } from './stories/life';
import { otherPlanStories } from './stories/plans';
import { heldStories, withRequests } from './stories/requests';
import { portalTeamStories } from './stories/portal-team';
import { REVIEW_STORIES } from './stories/reviews';
import { instantOf } from './stories/story';
import { PLAN_REQUESTS, TALK_STORIES, withTalk } from './stories/talk';
import { WorkingDays } from './stories/working-days';

/** A new sandbox begins here: Tue Nov 24, 2026, 9:41 in Chicago. */
export const SANDBOX_BEGINS_AT = chicagoInstant(calendarDate('2026-11-24'), '09:41');

const BELLS_SEEN_AT = chicagoInstant(calendarDate('2026-11-23'), '17:00');

export type SandboxPortal = { portalUrl: string; mail: MailServer };

/** The sandbox's people, where they are missing. */
export async function ensureCast(owner: Client): Promise<void> {
  await owner.query('BEGIN');
  const { rowCount } = await owner.query('SELECT 1 FROM people LIMIT 1');
  if (rowCount === 0) await insertCast(owner, await hashPassword(SANDBOX_PASSWORD));
  await owner.query('COMMIT');
}

/** Everything that happens in the sandbox's fourteen months, in no order. */
export function sandboxHappenings(days: WorkingDays, owner: Client): Happening[] {
  const stories = [...countyCareStories(days), ...portalTeamStories(days), ...otherPlanStories(days), ...heldStories(days), ...TALK_STORIES, ...REVIEW_STORIES].map(withTalk).map(withRequests);
  const leavesAt = instantOf(FORMER_EMPLOYEE.leftAt);
  const leaving: Happening = { at: leavesAt, key: 'former-employee', of: 'everybody', run: () => endMembership(owner, FORMER_EMPLOYEE.person, leavesAt) };
  const drafts = DRAFTS.map((story): Happening => ({ at: instantOf(story.at), key: story.key, of: { story: story.key }, run: () => playDraft(story) }));
  const happenings = [...stories.flatMap(happeningsOf), ...drafts, ...PLAN_REQUESTS.flatMap(requestHappenings), leaving];
  const tooLate = happenings.find((h) => h.at >= SANDBOX_BEGINS_AT);
  if (tooLate !== undefined) throw new RangeError(`${tooLate.key} happens after the sandbox's clock begins`);
  return happenings;
}

/** The jobs of the past are done: their mail is delivered, so the queue begins empty. */
async function dropDoneJobs(owner: Client): Promise<void> {
  await owner.query(
    `SELECT graphile_worker.complete_jobs(array_agg(j.id)) FROM graphile_worker.jobs j WHERE j.task_identifier IN ('deliver-message', 'record-notice') HAVING count(*) > 0`,
  );
}

/** Everybody looked at the bell when the day before ended: what it counts is this morning's, not fourteen months'. */
async function lookAtBells(owner: Client): Promise<void> {
  await owner.query('INSERT INTO bell_looks (person_id, seen_until) SELECT id, $1 FROM people ON CONFLICT DO NOTHING', [BELLS_SEEN_AT]);
}

/** Is the made-up world complete? Null where there is no sandbox. */
export async function isFilled(owner: Client): Promise<boolean | null> {
  const { rows } = await owner.query<{ filled: boolean }>('SELECT filled_at IS NOT NULL AS filled FROM sandbox_marker');
  return rows[0]?.filled ?? null;
}

/**
 * Makes the sandbox's world: its people, then fourteen months of tickets by running the real commands with the clock
 * set back. The same on every machine; one that was stopped half-way goes on where it ended.
 */
export async function fillSandbox(owner: Client, portal: SandboxPortal): Promise<void> {
  await ensureCast(owner);
  const holidays = await asActor(SYSTEM, (scope) => Promise.resolve(scope.holidays));
  const happenings = sandboxHappenings(new WorkingDays(holidays), owner);
  await playStories(happenings, { from: FIRST_DAY, to: chicagoDay(SANDBOX_BEGINS_AT) }, { url: portal.portalUrl, mail: portal.mail });
  await dropDoneJobs(owner);
  await lookAtBells(owner);
  await owner.query('UPDATE sandbox_marker SET filled_at = $1, anchor_real_at = $1, anchor_portal_at = $2, seen_real_at = $1', [realNow(), SANDBOX_BEGINS_AT]);
}
