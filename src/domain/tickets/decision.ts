import type { Actor } from '@/domain/access/actor';
import type { HolidayTable, RuleSet } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Result } from '@/shared/result';
import type { ClockChanges } from './clock';
import type { EventAudience, EventData, EventType } from './events';
import type { AttachedFile } from './attached-files';
import type { Refiled } from './filing-outlook';
import type { GuardContext } from './guards';
import type { ReferenceData } from './reference';
import type { Reviewer } from './review-events';
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
  /** Who is named as expert or reviewer (R17), if that is an active person who may have this ticket. */
  reviewer?: Reviewer | null;
  /** The question that is answered, with whoever asked it. */
  question?: { party: 'provider' | 'mco'; askedById: string } | null;
  /** The decision of HFS that waits to be shared (R18), with whoever gave it. */
  ruling?: { data: EventData<'HfsDecided'>; decidedById: string; decidedOn: CalendarDate; /** The clocks that it stopped. */ stoppedIds: readonly string[] } | null;
  /** R7: the person whom `changeProviderContact` names, if it is one of the filing organization. */
  providerContact?: { personId: string; name: string; email: string; phone: string | null } | null;
  /** R12: the plan's direct contact as the ticket shows it now. */
  responseContact?: { contactName: string; contactPhone: string; contactEmail: string };
  /** The message that a delivery report or `resendNotice` speaks of. */
  message?: { id: string; /** Of the answer that is awaited now, to the contact of now. */ isResponseNotice: boolean; status: 'queued' | 'accepted' | 'failed'; isSentAgain: boolean; /** To the plan that had the ticket before its transfer. */ isOfFormerPlan?: boolean };
  /** The files that the command's `files` name, looked at by the door: the actor's own, attached to nothing yet. */
  files?: readonly AttachedFile[];
  /** The file that `refuseFile` speaks of, with who reads of it. */
  refusedFile?: { id: string; audience: EventAudience };
  /** The statuses that a closed ticket had with its plan, for `reopen`. */
  statusesHad?: readonly Status[];
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

/** The files of the command as an event's data takes them: no field where there are none. */
export function attachedOf(ctx: DecideContext): { files?: AttachedFile[] } {
  const files = ctx.facts.files ?? [];
  return files.length === 0 ? {} : { files: [...files] };
}
