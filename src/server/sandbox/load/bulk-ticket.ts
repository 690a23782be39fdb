import type { PersonActor } from '@/domain/access/actor';
import type { TicketCommand } from '@/domain/tickets/commands';
import type { CommandFacts, FilingFacts } from '@/domain/tickets/decision';
import type { Assignee } from '@/domain/tickets/ticket';
import { addDays, calendarDate, compareDays, daysBetween, type CalendarDate } from '@/shared/calendar-date';
import { chicagoDay } from '@/shared/chicago';
import { canonicalJson } from '@/shared/canonical-json';
import { sha256 } from '../../db/event-hash';
import { actorOf, organizationOf, PEOPLE, personId, personOf, type PersonKey } from '../cast/cast';
import { Picks, seededIds } from '../seeded';
import { lifeStory, type Ending, type Life } from '../stories/life';
import type { PlanCode } from '../stories/parties';
import { complaintOf, instantOf, storyTicket, type Story } from '../stories/story';
import type { WorkingDays } from '../stories/working-days';
import { bulkProvider, BULK_PROVIDERS } from './bulk-providers';
import { SimulatedTicket, type EventRow, type World } from './simulate';

export type ViewRow = { ticketId: string; personId: string; hour: Date; personName: string; role: string; organizationId: string };
export type BulkTicket = { simulated: SimulatedTicket; events: EventRow[]; views: ViewRow[]; receivedOn: CalendarDate };

const PLANS: readonly PlanCode[] = ['COUNTYCARE', 'COUNTYCARE', 'MERIDIAN', 'MERIDIAN', 'MERIDIAN', 'MOLINA', 'MOLINA', 'BCCHP', 'BCCHP', 'AETNA', 'YOUTHCARE', 'HUMANA'];
const ENDINGS: readonly Ending[] = [
  { as: 'accepted' }, { as: 'accepted' }, { as: 'accepted' }, { as: 'accepted' }, { as: 'not_contested' }, { as: 'not_contested' }, { as: 'not_contested' },
  { as: 'resolved', from: 'presented' }, { as: 'resolved', from: 'contested' }, { as: 'withdrawn', from: 'presented' }, { as: 'withdrawn', from: 'submitted' }, { as: 'review_not_requested' },
];
const NAMES = new Map<string, string>((Object.keys(PEOPLE) as PersonKey[]).map((key) => [personId(key), personOf(key).name]));
/** The first day on which bulk data is filed. */
export const BULK_FROM = calendarDate('2022-01-03');

/** The day on which the n-th of `total` bulk tickets is filed, so that they lie evenly up to today. */
export function bulkDay(n: number, total: number, today: CalendarDate, days: WorkingDays): CalendarDate {
  const span = daysBetween(BULK_FROM, today) - 1;
  return days.weekday(addDays(BULK_FROM, Math.floor((n * span) / total)));
}

function lifeOf(key: string, filedOn: CalendarDate, picks: Picks): Life {
  const late = picks.chance(0.03) ? ({ late: { fine: picks.chance(0.8) ? 'issued' : 'waived' } } as const) : {};
  const ending: Ending = picks.chance(0.02) ? { as: 'review_requested', inOneStep: picks.chance(0.5) } : picks.one(ENDINGS);
  return { key, plan: picks.one(PLANS), filedOn, ending, ...late };
}

function factsOf(command: TicketCommand): CommandFacts {
  if (command.action !== 'assign' || command.input.assigneeId === null) return {};
  const assignee: Assignee = { personId: command.input.assigneeId, name: NAMES.get(command.input.assigneeId) ?? '' };
  return { assignee };
}

type Filer = { actor: PersonActor; facility: FilingFacts['facility'] };

function withFiler(command: Extract<TicketCommand, { action: 'submit' }>, { actor, facility }: Filer): typeof command {
  return { action: 'submit', input: { ...command.input, organizationId: actor.organizationId, facilityId: facility?.id ?? null, contactId: actor.personId, contactPhone: actor.phone ?? '' } };
}

function filingOf(input: Extract<TicketCommand, { action: 'submit' }>['input'], { actor, facility }: Filer, number: string): FilingFacts {
  return {
    number,
    organization: { id: actor.organizationId, name: actor.organizationName },
    facility,
    contact: { personId: actor.personId, name: actor.name, phone: input.contactPhone, email: actor.email },
    filedByOrganizationId: actor.organizationId,
    claimsSha256: sha256(canonicalJson(input.claims)),
    refiles: null,
  };
}

/** Most bulk tickets are filed by bulk providers, some by those who can sign in. */
function filerOf(story: Story, picks: Picks): Filer {
  const isBulk = picks.chance(0.85) || organizationOf(personOf(story.filedBy).organization).isBillingAgent === true;
  return { actor: isBulk ? bulkProvider(picks.number(0, BULK_PROVIDERS - 1)) : actorOf(story.filedBy), facility: null };
}

function viewOf(ticketId: string, viewer: PersonActor, at: Date): ViewRow {
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  return { ticketId, personId: viewer.personId, hour, personName: viewer.name, role: viewer.role, organizationId: viewer.organizationId };
}

/**
 * One bulk ticket as it stands at an instant: its life is played in memory by the real rules, and what has not happened
 * yet is left out. The same key gives the same ticket on every machine.
 */
export function bulkTicket(key: string, filedOn: CalendarDate, now: Date, numberOf: (receivedOn: CalendarDate) => string, days: WorkingDays, world: World): BulkTicket {
  const picks = new Picks(`bulk:${key}`);
  const story = lifeStory(lifeOf(key, filedOn, picks), days);
  const planned = storyTicket(story);
  const filer = filerOf(story, picks);
  const complaint = complaintOf(story, planned);
  if (complaint.action !== 'submit') throw new Error('A story begins with its complaint.');
  const filing = withFiler(complaint, filer);
  const simulated = new SimulatedTicket(planned.ticketId, world, seededIds(`bulk:${key}`));
  simulated.file(filer.actor, filing, instantOf(story.filedAt), filingOf(filing.input, filer, numberOf(filedOn)));
  const views: ViewRow[] = [];
  const steps = story.steps.map((step) => ({ step, at: instantOf(step.at) })).sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { step, at } of steps) {
    if (at >= now) break;
    const actor = personOf(step.by).role === 'provider' ? filer.actor : actorOf(step.by);
    if (step.type === 'opens') views.push(viewOf(planned.ticketId, actor, at));
    if (step.type !== 'command') continue;
    const command = step.command(planned);
    simulated.act(actor, command, at, factsOf(command));
  }
  const today = chicagoDay(now);
  if (compareDays(filedOn, today) < 0) simulated.sweepUpTo(today);
  return { simulated, events: simulated.events, views, receivedOn: filedOn };
}
