import type { Actor } from '@/domain/access/actor';
import type { HolidayTable, RuleSet } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Result } from '@/shared/result';
import type { ClockChanges } from './clock';
import type { EventData, EventType } from './events';
import type { Refiled } from './filing-outlook';
import type { GuardContext } from './guards';
import type { ReferenceData } from './reference';
import type { Status } from './status';
import type { Assignee, ProviderContact, Ticket } from './ticket';

/** An event as `decide` makes it; the door adds the actor, the sequence number and the hash. */
export type NewEventOf<T extends EventType> = {
  type: T;
  data: EventData<T>;
  to: Exclude<Status, 'draft'>;
  /** The civil date on which it takes effect: the rule's date, not the day on which a job ran. */
  effectiveOn: CalendarDate;
  at: Date;
  clocks: ClockChanges;
};
export type NewEvent = { [T in EventType]: NewEventOf<T> }[EventType];

/** What filing a complaint rests on beside its form. */
export type FilingFacts = {
  number: string;
  organization: { id: string; name: string };
  facility: { id: string; name: string } | null;
  contact: ProviderContact;
  filedByOrganizationId: string;
  claimsSha256: string;
  refiles: Refiled | null;
};

/** What the door looked up for the one action that needs it. */
export type CommandFacts = {
  filing?: FilingFacts;
  assignee?: Assignee | null;
  /** The message that a delivery report or `resendNotice` speaks of. */
  message?: { id: string; isResponseNotice: boolean; status: 'queued' | 'accepted' | 'failed'; isSentAgain: boolean };
};

export type DecideContext = GuardContext & {
  actor: Actor;
  /** The instant at which the act reached the server, stamped before anything was parsed. */
  arrivedAt: Date;
  holidays: HolidayTable;
  ruleSet: RuleSet;
  reference: ReferenceData;
  facts: CommandFacts;
  newId: () => string;
};

export type Decision = Result<NewEvent[]>;
export type DecideOpen<Input> = (ticket: Ticket, input: Input, ctx: DecideContext) => Decision;
