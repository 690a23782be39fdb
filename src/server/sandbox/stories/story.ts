import { COMMAND_INPUTS, type ClaimLineInput, type TicketCommand } from '@/domain/tickets/commands';
import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { facilityId, npiFrom, organizationId, organizationOf, personId, personOf, type PersonKey, type ProviderKey, type ProviderPersonKey } from '../cast/cast';
import { Picks, seededId } from '../seeded';
import { makeClaims, type ClaimsWanted } from './claims';
import { WORDS, type IssueCode } from './words';

/** A Chicago wall-clock moment, `2026-10-15 15:48`. */
export type Moment = string;

export function instantOf(moment: Moment): Date {
  const [day = '', time = ''] = moment.split(' ');
  return chicagoInstant(calendarDate(day), time);
}

export const dayOfMoment = (moment: Moment): CalendarDate => chicagoDay(instantOf(moment));

/** What a step may refer to: its ticket with the claims that were filed. */
export type StoryTicket = { ticketId: string; claims: readonly ClaimLineInput[]; issue: IssueCode; plan: string; key: string };

/** One thing that a person does after filing. */
export type Step =
  | { type: 'command'; at: Moment; by: PersonKey; command: (ticket: StoryTicket) => TicketCommand }
  | { type: 'opens'; at: Moment; by: PersonKey }
  /** R29: the oldest question of the Portal Team that is open then. */
  | { type: 'answersTeam'; at: Moment; by: PersonKey; answer: string }
  | { type: 'answersHfs'; at: Moment; by: PersonKey; answer: string }
  | { type: 'draftsAnswer'; at: Moment; by: PersonKey; answer: (ticket: StoryTicket) => Record<string, unknown> };

/** One ticket of the sandbox from its filing on; everything that is not said is made up from the key. */
export type Story = {
  key: string;
  filedBy: ProviderPersonKey;
  contact?: ProviderPersonKey;
  /** For whom, when a billing agent files. */
  client?: ProviderKey;
  facility?: string;
  plan: string;
  program: string;
  issue: IssueCode;
  tracking: string;
  trackingConfirmed?: true;
  noTimelyResponse?: true;
  receivedByPlanOn: string;
  filedAt: Moment;
  claims?: ClaimsWanted;
  what?: string;
  wish?: string;
  urgent?: true;
  withNpi?: true;
  outsideWindow?: true;
  /** The key of the story whose incomplete ticket this one files again (D17). */
  filesAgain?: string;
  steps: readonly Step[];
};

export const ticketIdOf = (key: string): string => seededId(`ticket:${key}`);

const NEEDS_CLAIMS: ReadonlySet<IssueCode> = new Set<IssueCode>(['CLAIMS', 'COVERAGE', 'PRIOR_AUTH', 'PCF']);

function claimsOf(story: Story): ClaimLineInput[] {
  const wanted = story.claims ?? (NEEDS_CLAIMS.has(story.issue) ? { count: new Picks(`count:${story.key}`).number(1, 6) } : { count: 0 });
  return 'count' in wanted && wanted.count === 0 ? [] : makeClaims(story.key, wanted, calendarDate(story.receivedByPlanOn));
}

export function storyTicket(story: Story): StoryTicket {
  return { ticketId: ticketIdOf(story.key), claims: claimsOf(story), issue: story.issue, plan: story.plan, key: story.key };
}

const dollars = (amount: number | null): string => (amount === null ? '' : (amount / 100).toFixed(2));

/** The complaint as its form would send it, so that it goes through the same checks. */
export function complaintOf(story: Story, { claims }: StoryTicket): TicketCommand {
  const picks = new Picks(`words:${story.key}`);
  const words = WORDS[story.issue];
  const provider = story.client ?? personOf(story.filedBy).organization;
  const contact = story.contact ?? story.filedBy;
  const npiStart = organizationOf(provider).npiStart;
  const input = COMMAND_INPUTS.submit.parse({
    ticketId: ticketIdOf(story.key),
    planCode: story.plan,
    programCode: story.program,
    issueTypeCode: story.issue,
    trackingNumber: story.tracking,
    trackingNumberConfirmed: story.trackingConfirmed ?? false,
    grounds: story.noTimelyResponse ? 'no_timely_response' : 'disagrees',
    organizationId: organizationId(provider),
    facilityId: story.facility === undefined ? '' : facilityId(provider, story.facility),
    npi: story.withNpi && npiStart !== undefined ? npiFrom(npiStart) : '',
    whatHappened: story.what ?? picks.one(words.what),
    desiredOutcome: story.wish ?? picks.one(words.wish),
    isUrgent: story.urgent ?? false,
    contactId: personId(contact),
    contactPhone: personOf(contact).phone,
    receivedByMcoOn: story.receivedByPlanOn,
    claims: claims.map((c) => ({ ...c, billedCents: dollars(c.billedCents), paidCents: dollars(c.paidCents), disputedCents: dollars(c.disputedCents), denialCode: c.denialCode ?? '' })),
    usedInternalProcess: true,
    outsideWindowConfirmed: story.outsideWindow ?? false,
  });
  return { action: 'submit', input };
}
