import { addDays, calendarDate, compareDays, laterOf, type CalendarDate } from '@/shared/calendar-date';
import type { PersonKey, ProviderPersonKey } from '../cast/cast';
import { Picks } from '../seeded';
import type { ClaimsWanted } from './claims';
import { FILERS, PLAN_STAFF, trackingNumberOf, type PlanCode } from './parties';
import { accepted, alerted, answered, askedForReview, assigned, closedNoReview, closedNotContested, contested, fineIssued, fineRescinded, fineWaived, opened, presented, resolved, withdrawn } from './steps';
import { dayOfMoment, type Moment, type Step, type Story } from './story';
import type { IssueCode } from './words';
import type { WorkingDays } from './working-days';

export type Fate = { fine: 'proposed' | 'issued' | 'waived' | 'rescinded'; decidedOn?: string };
/** How far a ticket comes, and how it ends. */
export type Ending =
  | { as: 'submitted' }
  | { as: 'withdrawn'; from: 'submitted' | 'presented' }
  | { as: 'presented'; opened: boolean; assignee?: PersonKey }
  | { as: 'resolved'; from: 'presented' | 'contested' }
  | { as: 'responded' | 'accepted' | 'not_contested' }
  | { as: 'contested' | 'review_not_requested' }
  | { as: 'review_requested'; inOneStep: boolean };

export type Life = {
  key: string;
  plan: PlanCode;
  ending: Ending;
  /** One of them says when; the rest follows. */
  filedOn?: string;
  presentedOn?: string;
  answeredOn?: string;
  /** The answer comes late, and this becomes of the fine. */
  late?: Fate;
  issue?: IssueCode;
  program?: 'HEALTHCHOICE' | 'MLTSS';
  by?: ProviderPersonKey;
  tracking?: string;
  claims?: ClaimsWanted;
  answeredBy?: PersonKey;
  decision?: 'upheld' | 'overturned';
  more?: Partial<Story>;
};

/** No sandbox story begins before this day: fourteen months before the clock begins. */
export const FIRST_DAY = calendarDate('2025-09-24');

function programOf(plan: PlanCode, receivedOn: CalendarDate, picks: Picks): { program: string; from?: CalendarDate; to?: CalendarDate } {
  if (plan === 'YOUTHCARE') return { program: 'YOUTHCARE' };
  // MMAI ended with 2025; what came after it began with 2026.
  if (plan === 'HUMANA')
    return compareDays(receivedOn, calendarDate('2026-03-01')) >= 0
      ? { program: 'FIDE_SNP', from: laterOf(calendarDate('2026-01-01'), addDays(receivedOn, -150)) }
      : { program: 'MMAI', from: addDays(receivedOn, -150), to: calendarDate('2025-12-31') < addDays(receivedOn, -34) ? calendarDate('2025-12-31') : addDays(receivedOn, -34) };
  return { program: picks.chance(0.25) ? 'MLTSS' : 'HEALTHCHOICE' };
}

const ISSUES: readonly IssueCode[] = ['CLAIMS', 'CLAIMS', 'CLAIMS', 'CLAIMS', 'PRIOR_AUTH', 'PRIOR_AUTH', 'COVERAGE', 'COVERAGE', 'ELIGIBILITY', 'PCF', 'CONTRACTING', 'ENROLLMENT', 'SYSTEM', 'OTHER'];

type Drawn = { days: WorkingDays; picks: Picks; plan: PlanCode; by: ProviderPersonKey; staff: PersonKey; manager: 'gloria' | 'warren' };

/** The plan's answer and the days on which it was due and came. */
function answerSteps(life: Life, presentedOn: CalendarDate, d: Drawn): { answeredAt: Moment; steps: Step[] } {
  const due = d.days.due('mco-response', presentedOn);
  const early = () => d.days.onOrBefore(addDays(due, 0 - d.picks.number(2, 14)));
  const on = life.answeredOn ?? (life.late === undefined ? early() : d.days.after(due, d.picks.number(2, 9)));
  const answeredAt = d.days.at(on, d.picks);
  const decision = life.decision ?? (d.picks.chance(0.45) ? 'overturned' : 'upheld');
  return { answeredAt, steps: [answered(answeredAt, life.answeredBy ?? d.staff, { decision })] };
}

/** Tickets that fell due from this day on wait for the Portal Team's alert (R19). */
const NOT_YET_ALERTED = calendarDate('2026-11-16');

function fineSteps(fate: Fate | undefined, presentedOn: CalendarDate, d: Drawn): Step[] {
  if (fate === undefined) return [];
  const due = d.days.due('mco-response', presentedOn);
  const alert = alerted(d.days.at(d.days.after(due, 1), d.picks));
  const at = d.days.at(fate.decidedOn ?? d.days.after(due, d.picks.number(4, 12)), d.picks);
  switch (fate.fine) {
    case 'proposed':
      return compareDays(due, NOT_YET_ALERTED) < 0 ? [alert] : [];
    case 'issued':
      return [alert, fineIssued(at, d.picks.chance(0.5) ? 'yolanda' : d.manager)];
    case 'waived':
      return [alert, fineWaived(at, d.manager)];
    case 'rescinded':
      return [alert, fineIssued(at, d.manager), fineRescinded(d.days.at(d.days.after(dayOfMoment(at), 3), d.picks), 'yolanda', 'The plan showed that the portal had been closed to it for two days before the due date.')];
  }
}

function replySteps(ending: Ending, answeredAt: Moment, d: Drawn): Step[] {
  const lapsesOn = d.days.due('contest', dayOfMoment(answeredAt));
  const replyAt = d.days.at(d.days.after(dayOfMoment(answeredAt), d.picks.number(1, 4)), d.picks);
  const contest = contested(replyAt, d.by, ending.as === 'review_requested' && ending.inOneStep);
  const reviewLapsesOn = d.days.due('review-request', dayOfMoment(replyAt));
  switch (ending.as) {
    case 'accepted':
      return [accepted(replyAt, d.by)];
    case 'not_contested':
      return [closedNotContested(d.days.at(d.days.after(lapsesOn, d.picks.number(1, 3)), d.picks))];
    case 'contested':
      return [contest];
    case 'review_not_requested':
      return [contest, closedNoReview(d.days.at(d.days.after(reviewLapsesOn, d.picks.number(1, 3)), d.picks))];
    case 'review_requested':
      return ending.inOneStep ? [contest] : [contest, askedForReview(d.days.at(d.days.after(dayOfMoment(replyAt), d.picks.number(2, 12)), d.picks), d.by)];
    case 'resolved':
      return [contest, resolved(d.days.at(d.days.after(dayOfMoment(replyAt), d.picks.number(3, 12)), d.picks), d.by)];
    default:
      return [];
  }
}

function stepsOf(life: Life, presentedOn: CalendarDate, d: Drawn): Step[] {
  const { ending } = life;
  if (ending.as === 'submitted') return [];
  if (ending.as === 'withdrawn' && ending.from === 'submitted') return [withdrawn(d.days.at(d.days.onOrBefore(addDays(presentedOn, -1)), d.picks), d.by)];
  const presentation = presented(d.days.at(presentedOn, d.picks), d.picks.chance(0.7) ? 'ines' : 'tomas');
  const fines = fineSteps(life.late, presentedOn, d);
  if (ending.as === 'presented') {
    if (!ending.opened) return [presentation, ...fines];
    const openedAt = d.days.at(d.days.after(presentedOn, 1), d.picks);
    const assignment = ending.assignee === undefined ? [] : [assigned(openedAt, d.staff, ending.assignee)];
    return [presentation, opened(openedAt, d.staff), ...assignment, ...fines];
  }
  const openedAt = d.days.at(d.days.after(presentedOn, d.picks.number(1, 3)), d.picks);
  const read = [presentation, opened(openedAt, d.staff), assigned(openedAt, d.staff, d.staff)];
  if (ending.as === 'withdrawn') return [...read, withdrawn(d.days.at(d.days.after(presentedOn, d.picks.number(5, 12)), d.picks), d.by)];
  if (ending.as === 'resolved' && ending.from === 'presented') return [...read, resolved(d.days.at(d.days.after(presentedOn, d.picks.number(6, 14)), d.picks), d.by)];
  const { answeredAt, steps } = answerSteps(life, presentedOn, d);
  return [...read, ...steps, ...fines, ...replySteps(ending, answeredAt, d)];
}

/** The day of presentation that a life needs, from whichever day it names. */
function presentationDay(life: Life, days: WorkingDays, picks: Picks): CalendarDate {
  if (life.presentedOn !== undefined) return calendarDate(life.presentedOn);
  if (life.filedOn !== undefined) return days.after(life.filedOn, picks.number(3, 8));
  if (life.answeredOn !== undefined) return days.onOrBefore(addDays(calendarDate(life.answeredOn), 0 - picks.number(14, 27)));
  throw new RangeError(`${life.key} names no day`);
}

/** An ordinary ticket from its filing to its ending; what is not said is drawn from the key. */
export function lifeStory(life: Life, days: WorkingDays): Story {
  const picks = new Picks(`life:${life.key}`);
  const presentedOn = presentationDay(life, days, picks);
  const filedOn = life.filedOn === undefined ? days.weekday(addDays(presentedOn, 0 - picks.number(4, 11))) : calendarDate(life.filedOn);
  const receivedOn = addDays(filedOn, 0 - picks.number(31, 57));
  const filer = life.by === undefined ? picks.one(FILERS) : { person: life.by };
  const { staff, manager } = PLAN_STAFF[life.plan];
  const drawn: Drawn = { days, picks, plan: life.plan, by: filer.person, staff: life.answeredBy ?? (picks.chance(0.6) ? (staff[0] ?? picks.one(staff)) : picks.one(staff)), manager };
  const { program, from, to } = programOf(life.plan, receivedOn, picks);
  const issue = life.issue ?? picks.one(ISSUES);
  const needsClaims = issue === 'CLAIMS' || issue === 'COVERAGE' || issue === 'PRIOR_AUTH' || issue === 'PCF';
  return {
    key: life.key,
    filedBy: filer.person,
    ...('client' in filer && { client: filer.client }),
    ...('facility' in filer && { facility: filer.facility }),
    plan: life.plan,
    program: life.program ?? program,
    issue,
    tracking: life.tracking ?? trackingNumberOf(life.plan, receivedOn.slice(0, 4), picks),
    ...(picks.chance(0.3) && { noTimelyResponse: true as const }),
    ...(picks.chance(0.6) && { withNpi: true as const }),
    receivedByPlanOn: receivedOn,
    filedAt: days.at(filedOn, picks),
    claims: { count: needsClaims ? picks.number(1, 7) : 0, ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...life.claims },
    steps: stepsOf(life, presentedOn, drawn),
    ...life.more,
  };
}
