import { SYSTEM, type Actor, type PersonActor } from '@/domain/access/actor';
import { ruleSetInForceOn, ruleSetOfVersion, type HolidayTable, type RuleSet } from '@/domain/deadlines';
import type { TicketCommand } from '@/domain/tickets/commands';
import { decide } from '@/domain/tickets/decide';
import type { CommandFacts, FilingFacts, NewEvent } from '@/domain/tickets/decision';
import { evolve } from '@/domain/tickets/evolve';
import type { ReferenceData } from '@/domain/tickets/reference';
import type { ClaimLine, Ticket } from '@/domain/tickets/ticket';
import { addDays, compareDays, type CalendarDate } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { wordsOf } from '@/shared/domain-error';
import { FIRST_HASH } from '../../db/event-hash';
import { chainEvents } from '../../db/save-ticket';

export type World = { holidays: HolidayTable; reference: ReferenceData };
export type EventRow = ReturnType<typeof chainEvents>[number];

/** A ticket that lives in memory alone: the same `decide` and `evolve` as behind the door, and nothing stored. */
export class SimulatedTicket {
  readonly events: EventRow[] = [];
  private state: Ticket | null = null;

  constructor(
    private readonly id: string,
    private readonly world: World,
    private readonly newId: () => string,
  ) {}

  get ticket(): Ticket {
    if (this.state === null) throw new Error('Nothing was filed yet.');
    return this.state;
  }

  /** What people do. The day's sweep comes first, as at the portal. */
  act(actor: PersonActor, command: TicketCommand, at: Date, facts: CommandFacts): void {
    this.sweepUpTo(chicagoDay(at));
    this.run(actor, command, at, facts);
    // D18: the contact's mail server takes the notice of the answer within the minute.
    if (command.action === 'respond') this.acceptNotice(new Date(at.getTime() + 20_000));
  }

  file(actor: PersonActor, command: Extract<TicketCommand, { action: 'submit' }>, at: Date, filing: FilingFacts): void {
    this.run(actor, command, at, { filing });
    const claims = command.input.claims.map((claim, i): ClaimLine => ({ ...claim, lineNo: i + 1, mcoOutcome: null, mcoAmountCents: null }));
    this.state = { ...this.ticket, claims };
  }

  /** What the days up to and including `day` bring by themselves. */
  sweepUpTo(day: CalendarDate): void {
    for (let clock = this.pastDue(day); clock !== null; clock = this.pastDue(day)) {
      const input = { ticketId: this.id, clockId: clock.id };
      this.run(SYSTEM, { action: clock.kind === 'duty' ? 'markOverdue' : 'lapseWindow', input }, chicagoInstant(addDays(clock.dueOn, 1), '01:07'), {});
    }
  }

  private acceptNotice(at: Date): void {
    const messageId = this.newId();
    this.run(SYSTEM, { action: 'recordNotice', input: { ticketId: this.id, messageId, outcome: 'accepted' } }, at, { message: { id: messageId, isResponseNotice: true, status: 'accepted', isSentAgain: false } });
  }

  private pastDue(day: CalendarDate) {
    const due = (this.state?.clocks ?? []).filter((c) => c.endedOn === null && c.overdueOn === null && c.kind !== 'target' && compareDays(c.dueOn, day) < 0);
    return due.sort((a, b) => compareDays(a.dueOn, b.dueOn))[0] ?? null;
  }

  private ruleSet(day: CalendarDate): RuleSet {
    return this.state === null ? ruleSetInForceOn(day) : ruleSetOfVersion(this.state.ruleSetVersion);
  }

  private run(actor: Actor, command: TicketCommand, at: Date, facts: CommandFacts): void {
    const today = chicagoDay(at);
    const decided = decide(this.state, command, { actor, arrivedAt: at, today, ...this.world, planHasStaff: true, facts, ruleSet: this.ruleSet(today), newId: this.newId });
    if (!decided.ok) throw new Error(`${command.action} on ${this.id}: ${wordsOf(decided.error)}`);
    if (decided.value.length > 0) this.record(actor, decided.value);
  }

  private record(actor: Actor, events: NewEvent[]): void {
    const last = this.events.at(-1);
    const before = this.state === null ? null : { ticket: this.state, eventCount: this.events.length, lastHash: last?.hash ?? FIRST_HASH };
    this.events.push(...chainEvents(before, this.id, events, actor));
    this.state = events.reduce<Ticket | null>((state, event) => evolve(state, event, this.id), this.state);
  }
}
