import type { TicketCommand } from '@/domain/tickets/commands';
import { assertNever } from '@/shared/assert-never';
import { addDays, compareDays, type CalendarDate } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { wordsOf } from '@/shared/domain-error';
import { runTicketCommand } from '../commands/run-ticket-command';
import { asActor } from '../db/as-actor';
import { recordView } from '../db/record-view';
import type { MailServer } from '../jobs/deliver-message';
import { prepareAlerts } from '../jobs/prepare-alerts';
import { remind } from '../jobs/remind';
import { sweep } from '../jobs/sweep';
import { withIds } from '../new-id';
import { actorOf, personOf, type PersonKey } from './cast/cast';
import { atOnce } from './at-once';
import { deliverWaitingMail } from './deliver-mail';
import { withPapers } from './send-papers';
import { seededId, seededIds } from './seeded';
import { complaintOf, instantOf, storyTicket, ticketIdOf, type Step, type Story, type StoryTicket } from './stories/story';

/**
 * Something that happens in the sandbox's past; `key` makes it happen once, however often the past is played. Filings
 * are numbered in their order; what belongs to one story keeps its order, and stories do not meet.
 */
export type Happening = { at: Date; key: string; of: { filing: string } | { story: string } | 'everybody'; run: () => Promise<void> };

async function command(by: PersonKey, at: Date, key: string, ticket: StoryTicket, make: () => TicketCommand): Promise<void> {
  const actor = actorOf(by);
  const result = await runTicketCommand(actor, await withPapers(actor, make(), ticket, at), { arrivedAt: at, key: seededId(`form:${key}`) });
  if (!result.ok) throw new Error(`${key}: ${wordsOf(result.error)}`);
}

/** The draft that the complaint is sent from; it is gone once it was sent. */
async function saveDraft(story: Story, at: Date): Promise<void> {
  const author = actorOf(story.filedBy);
  await asActor(
    author,
    async ({ tx }) => {
      const id = ticketIdOf(story.key);
      if ((await tx.ticket.count({ where: { id } })) > 0) return;
      const refilesTicketId = story.filesAgain === undefined ? null : ticketIdOf(story.filesAgain);
      await tx.complaintDraft.createMany({
        data: [{ id, organizationId: author.organizationId, createdById: author.personId, data: {}, version: 1, refilesTicketId, createdAt: at, updatedAt: at }],
        skipDuplicates: true,
      });
    },
    at,
  );
}

async function open(by: PersonKey, ticketId: string, at: Date): Promise<void> {
  const viewer = actorOf(by);
  await asActor(viewer, (scope) => recordView(scope, viewer, ticketId), at);
}

async function draftAnswer(by: PersonKey, ticket: StoryTicket, data: Record<string, unknown>, at: Date): Promise<void> {
  const author = actorOf(by);
  const draft = { ticketId: ticket.ticketId, planCode: ticket.plan, data: JSON.parse(JSON.stringify(data)) as object, version: 1, updatedById: author.personId, updatedByName: author.name, updatedAt: at };
  await asActor(author, ({ tx }) => tx.answerDraft.createMany({ data: [draft], skipDuplicates: true }), at);
}

/** The oldest open question of a rule; played again, it is answered already, and the form's key gives the first outcome. */
async function questionOf(by: PersonKey, ticketId: string, ruleId: 'portal-team-request' | 'hfs-question', at: Date, key: string): Promise<string> {
  const clock = await asActor(actorOf(by), ({ tx }) => tx.clock.findFirst({ where: { ticketId, ruleId, endedOn: null }, orderBy: { startedAt: 'asc' }, select: { subject: true } }), at);
  return clock?.subject ?? seededId(key);
}

async function answerTeam(by: PersonKey, ticket: StoryTicket, answer: string, at: Date, key: string): Promise<void> {
  const { ticketId } = ticket;
  const questionId = await questionOf(by, ticketId, 'portal-team-request', at, key);
  return command(by, at, key, ticket, () => ({ action: 'answerPortalTeam', input: { ticketId, questionId, answer, files: [] } }));
}

async function answerHfs(by: PersonKey, ticket: StoryTicket, answer: string, at: Date, key: string): Promise<void> {
  const { ticketId } = ticket;
  const questionId = await questionOf(by, ticketId, 'hfs-question', at, key);
  return command(by, at, key, ticket, () => ({ action: 'answerQuestion', input: { ticketId, questionId, answer, files: [] } }));
}

async function takeStep(step: Step, ticket: StoryTicket, at: Date, key: string): Promise<void> {
  switch (step.type) {
    case 'command':
      return command(step.by, at, key, ticket, () => step.command(ticket));
    case 'opens':
      return open(step.by, ticket.ticketId, at);
    case 'answersTeam':
      return answerTeam(step.by, ticket, step.answer, at, key);
    case 'answersHfs':
      return answerHfs(step.by, ticket, step.answer, at, key);
    case 'draftsAnswer':
      return draftAnswer(step.by, ticket, step.answer(ticket), at);
    default:
      return assertNever(step);
  }
}

/** A story as what happens when: its filing, then its steps. */
export function happeningsOf(story: Story): Happening[] {
  const ticket = storyTicket(story);
  const filedAt = instantOf(story.filedAt);
  const filing: Happening = {
    at: filedAt,
    key: `${story.key}:submit`,
    of: { filing: story.key },
    run: async () => {
      await saveDraft(story, new Date(filedAt.getTime() - 20 * 60_000));
      await command(story.filedBy, filedAt, `${story.key}:submit`, ticket, () => complaintOf(story, ticket));
    },
  };
  const steps = story.steps.map((step, i): Happening => {
    const at = instantOf(step.at);
    const key = `${story.key}:${i}:${personOf(step.by).name}`;
    return { at, key, of: { story: story.key }, run: () => takeStep(step, ticket, at, key) };
  });
  return [filing, ...steps];
}

function grouped<K>(happenings: readonly Happening[], keyOf: (happening: Happening) => K): Map<K, Happening[]> {
  const groups = new Map<K, Happening[]>();
  for (const happening of happenings) {
    const group = groups.get(keyOf(happening));
    if (group === undefined) groups.set(keyOf(happening), [happening]);
    else group.push(happening);
  }
  return groups;
}

async function inOrder(happenings: readonly Happening[]): Promise<void> {
  for (const { key, run } of happenings) await withIds(seededIds(key), run);
}

/** How many stories go on at the same time; each of them is a conversation with the database. */
const AT_ONCE = 4;

/** A day: what is filed gets its number in order, then each story goes on by itself, then what concerns everybody. */
async function liveDay(happenings: readonly Happening[]): Promise<void> {
  await inOrder(happenings.filter(({ of }) => of !== 'everybody' && 'filing' in of));
  const steps = happenings.filter(({ of }) => of !== 'everybody' && 'story' in of);
  await atOnce(AT_ONCE, [...grouped(steps, ({ of }) => (of !== 'everybody' && 'story' in of ? of.story : '')).values()], inOrder);
  await inOrder(happenings.filter(({ of }) => of === 'everybody'));
}

/** Reminders of longer ago than this nobody looks for, and each takes its time to be mailed. */
const REMINDED_DAYS = 35;

/** The day's reminders and prepared alerts; how many mails they are. */
async function remindOn(day: CalendarDate, portalUrl: string): Promise<number> {
  const at = chicagoInstant(day, '08:01');
  const { reminders, digests } = await withIds(seededIds(`remind:${day}`), () => remind(portalUrl, at));
  await withIds(seededIds(`alerts:${day}`), () => prepareAlerts(at));
  return reminders + digests;
}

/** A mail server takes a message within the minute. */
const accepted = (enqueuedAt: Date) => new Date(enqueuedAt.getTime() + 20_000);

/**
 * Lets the past happen day by day, as the portal would have lived it: at 1:07 what the day brings by itself, at 8:01 its
 * reminders, then what people do, then the day's mail. The same again on every machine, and harmless when it is played twice.
 */
export async function playStories(happenings: readonly Happening[], days: { from: CalendarDate; to: CalendarDate }, portal: { url: string; mail: MailServer }): Promise<void> {
  const sorted = [...happenings].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));
  const diary = grouped(sorted, ({ at }) => chicagoDay(at));
  for (let day = days.from; compareDays(day, days.to) <= 0; day = addDays(day, 1)) {
    const sweptAt = chicagoInstant(day, '01:07');
    const { reminders } = await withIds(seededIds(`sweep:${day}`), () => sweep(portal.url, sweptAt));
    const reminded = compareDays(day, addDays(days.to, -REMINDED_DAYS)) < 0 ? 0 : await remindOn(day, portal.url);
    const happening = diary.get(day) ?? [];
    await liveDay(happening);
    if (happening.length > 0 || reminders + reminded > 0) await withIds(seededIds(`mail:${day}`), () => deliverWaitingMail(portal.mail, accepted));
  }
}
