import { calendarDate, addDays, compareDays, formatDay, type CalendarDate } from '@/shared/calendar-date';
import { sumCents } from '@/shared/cents';
import type { FieldIssue } from '@/shared/domain-error';
import { err, ok } from '@/shared/result';
import type { ClaimLineInput, CommandInput } from './commands';
import { nineDigitsIssue } from './commands';
import { attachedOf, type DecideContext, type Decision, type DecideOpen } from './decision';
import { evolve } from './evolve';
import { judgedOn } from './filing-outlook';
import { filingWindow, windowState } from './filing-window';
import { moveEvent, oneMove, noteEvent } from './make-event';
import { planHadProgram, planName, programName, type ReferenceData } from './reference';
import { planHadIt, type Ticket } from './ticket';

type ServiceDates = { serviceFrom: CalendarDate; rin: string };
type Complaint = { planCode: string; programCode: string; issueTypeCode: string; trackingNumber: string; trackingNumberConfirmed: boolean; receivedByMcoOn: CalendarDate };

/** The portal takes disputes of 2020 and later: it was opened on Feb 28, 2020 (R1). */
export const EARLIEST_RECEIPT = calendarDate('2020-01-01');

/** The date on which the plan received the dispute: not in the future, not before 2020. */
export function receivedByMcoIssue(on: CalendarDate, today: CalendarDate): string | null {
  if (compareDays(on, today) > 0) return `${formatDay(on)} is in the future. Enter the day on which the plan gave the tracking number.`;
  if (compareDays(on, EARLIEST_RECEIPT) < 0) return `${formatDay(on)} is before 2020. The portal takes disputes of 2020 and later.`;
  return null;
}

/** The plan must have had the program on each claim's first day of service; without claims on some day of the year before receipt. */
export function planProgramIssues(data: ReferenceData, planCode: string, programCode: string, claims: readonly ServiceDates[], receivedOn: CalendarDate): FieldIssue[] {
  const name = `${planName(data, planCode)} did not have ${programName(data, programCode)}`;
  if (claims.length === 0) {
    return planHadProgram(data, planCode, programCode, addDays(receivedOn, -365), receivedOn)
      ? []
      : [{ field: 'programCode', message: `${name} in the year before this complaint.` }];
  }
  const bad = claims.find((c) => !planHadProgram(data, planCode, programCode, c.serviceFrom, c.serviceFrom));
  return bad === undefined ? [] : [{ field: 'programCode', message: `${name} on ${formatDay(bad.serviceFrom)}, the first day of service of a claim.` }];
}

/** A tracking number that is a RIN of the ticket, or nine digits that nobody confirmed. */
export function trackingNumberIssue(c: Pick<Complaint, 'trackingNumber' | 'trackingNumberConfirmed'>, claims: readonly { rin: string }[]): string | null {
  if (claims.some((claim) => claim.rin === c.trackingNumber.replace(/\D/g, '')))
    return 'This is the RIN of a member in this complaint. Enter the plan’s tracking number for the dispute.';
  return nineDigitsIssue(c);
}

/** The plan, program and kind of issue must be ones that the State keeps. */
export function unknownCodes(c: Pick<Complaint, 'planCode' | 'programCode' | 'issueTypeCode'>, data: ReferenceData): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (!data.plans.some((p) => p.code === c.planCode)) issues.push({ field: 'planCode', message: 'Choose the health plan.' });
  if (!data.programs.some((p) => p.code === c.programCode)) issues.push({ field: 'programCode', message: 'Choose the program.' });
  if (!data.issueTypes.some((t) => t.code === c.issueTypeCode)) issues.push({ field: 'issueTypeCode', message: 'Choose what the complaint is about.' });
  return issues;
}

/** Some kinds of issue need at least one claim line; null when none is missing. */
export function missingClaims(issueTypeCode: string, claimCount: number, data: ReferenceData): FieldIssue | null {
  const type = data.issueTypes.find((t) => t.code === issueTypeCode);
  return type?.needsClaimLines && claimCount === 0 ? { field: 'claims', message: `Add at least one claim: ${type.name} needs one.` } : null;
}

/** What a complaint must fulfil beyond the form of its fields, at filing and when corrected. */
function complaintIssues(c: Complaint, claims: readonly ServiceDates[], receivedOn: CalendarDate, today: CalendarDate, data: ReferenceData): FieldIssue[] {
  const issues = unknownCodes(c, data);
  const dateIssue = receivedByMcoIssue(c.receivedByMcoOn, today);
  if (dateIssue !== null) issues.push({ field: 'receivedByMcoOn', message: dateIssue });
  const tracking = trackingNumberIssue(c, claims);
  if (tracking !== null) issues.push({ field: 'trackingNumber', message: tracking });
  return issues.length > 0 ? issues : planProgramIssues(data, c.planCode, c.programCode, claims, receivedOn);
}

/** What one claim line must fulfil beyond the form of its fields; fields are named within the line. */
export function claimLineIssues(claim: Pick<ClaimLineInput, 'serviceFrom' | 'billedCents' | 'disputedCents'>, today: CalendarDate): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (compareDays(claim.serviceFrom, today) > 0) issues.push({ field: 'serviceFrom', message: `${formatDay(claim.serviceFrom)} is in the future.` });
  if (claim.disputedCents > claim.billedCents) issues.push({ field: 'disputedCents', message: 'The amount in dispute is more than the amount billed.' });
  return issues;
}

function claimIssues(input: CommandInput<'submit'>, ctx: DecideContext): FieldIssue[] {
  const missing = missingClaims(input.issueTypeCode, input.claims.length, ctx.reference);
  const issues = missing === null ? [] : [missing];
  input.claims.forEach((claim, i) => {
    for (const issue of claimLineIssues(claim, ctx.today)) issues.push({ ...issue, field: `claims.${i}.${issue.field}` });
  });
  return issues;
}

/** R2 to R4, D1, D2: the complaint is recorded; outside its window it is closed at once. */
export function decideSubmit(input: CommandInput<'submit'>, ctx: DecideContext): Decision {
  const filing = ctx.facts.filing;
  if (filing === undefined) throw new Error('submit needs the facts of the filing');
  const issues = [...complaintIssues(input, input.claims, ctx.today, ctx.today, ctx.reference), ...claimIssues(input, ctx)];
  if (issues.length > 0) return err({ kind: 'invalid', issues });

  const window = filingWindow(input.receivedByMcoOn);
  const first = judgedOn(window, filing.refiles, ctx.today, ctx.holidays, ctx.ruleSet);
  const state = windowState(window, first);
  if (state !== 'open' && !input.outsideWindowConfirmed)
    return err({
      kind: 'invalid',
      issues: [{ field: 'outsideWindowConfirmed', message: `The filing window is ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)}. Sent today, the ticket is closed at once (R4). Confirm that you want to send it all the same.` }],
    });

  const { organization, facility, contact } = filing;
  // Recorded as submitted; its clock starts only when it stays so.
  const submitted = moveEvent(null, 'submit', 'submitted', 'ComplaintSubmitted', {
    number: filing.number,
    planCode: input.planCode,
    programCode: input.programCode,
    issueTypeCode: input.issueTypeCode,
    trackingNumber: input.trackingNumber,
    receivedByMcoOn: input.receivedByMcoOn,
    organizationId: organization.id,
    organizationName: organization.name,
    facilityId: facility?.id ?? null,
    facilityName: facility?.name ?? null,
    filedByOrganizationId: filing.filedByOrganizationId,
    filedById: ctx.actor.personId ?? '',
    contact,
    grounds: input.grounds,
    whatHappened: input.whatHappened,
    desiredOutcome: input.desiredOutcome,
    npi: input.npi,
    isUrgent: input.isUrgent,
    receivedOn: ctx.today,
    firstReceivedOn: first,
    refilesTicketId: filing.refiles?.ticketId ?? null,
    claimCount: input.claims.length,
    disputedCents: sumCents(input.claims.map((c) => c.disputedCents)),
    claimsSha256: filing.claimsSha256, ...attachedOf(ctx),
    ruleSetVersion: ctx.ruleSet.version,
    windowOpensOn: window.opensOn,
    windowClosesOn: window.closesOn,
  }, ctx);
  if (!submitted.ok) return submitted;
  if (state === 'open') return ok([submitted.value]);

  const recorded = { ...submitted.value, clocks: { started: [], ended: [], marked: [] } };
  const ticket = evolve(null, recorded, input.ticketId);
  const closed = noteEvent(ticket, 'ClosedAtFiling', { closeReason: state }, ctx);
  return ok([recorded, { ...closed, to: 'closed' }]);
}

/** R4, D1: what is returned as too early or too late must be that; where its date is wrong, that is corrected first. */
function closeReasonIssue(ticket: Ticket, reason: CommandInput<'returnAsClosed'>['closeReason']): string | null {
  if (reason !== 'premature' && reason !== 'untimely') return null;
  const window = filingWindow(ticket.receivedByMcoOn);
  if (windowState(window, ticket.firstReceivedOn) === reason) return null;
  return `It was received on ${formatDay(ticket.firstReceivedOn)}, and its filing window is ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)} (R4). If the day on which the plan received the dispute is wrong, correct it first.`;
}

export const decideReturnAsClosed: DecideOpen<CommandInput<'returnAsClosed'>> = (ticket, input, ctx) => {
  const issue = closeReasonIssue(ticket, input.closeReason);
  if (issue !== null) return err({ kind: 'invalid', issues: [{ field: 'closeReason', message: issue }] });
  return oneMove(ticket, 'returnAsClosed', 'closed', 'ReturnedAsClosed', { closeReason: input.closeReason, reason: input.reason }, ctx);
};

/**
 * R5, D3: the plan's clocks start on the day of presentation. It cannot be taken back, so a form that was left open until
 * another day or another holiday table gives another due date is refused, with both dates.
 */
export const decidePresent: DecideOpen<CommandInput<'present'>> = (ticket, input, ctx) => {
  const moved = moveEvent(ticket, 'present', 'presented', 'Presented', {}, ctx);
  if (!moved.ok) return moved;
  // R11: one extension a ticket; presented once more, it has no day on which to ask for another.
  const started = moved.value.clocks.started.filter((clock) => clock.ruleId !== 'extension-request' || ticket.extensionState !== 'approved');
  const presented = { ...moved.value, clocks: { ...moved.value.clocks, started } };
  const due = started.find((clock) => clock.ruleId === 'mco-response')?.dueOn;
  if (due !== undefined && input.shownDueOn !== null && input.shownDueOn !== due)
    return err({ kind: 'conflict', reason: `Presented now, the plan’s answer is due ${formatDay(due)}, not ${formatDay(input.shownDueOn)} as this form had shown. Look at the dates again, then present it.` });
  return ok([presented]);
};

/** R3, R4: a correction is recorded with what it replaced; the plan itself only while nobody has it yet. */
export const decideCorrect: DecideOpen<CommandInput<'correct'>> = (ticket, input, ctx) => {
  const keys = ['planCode', 'programCode', 'issueTypeCode', 'trackingNumber', 'receivedByMcoOn'] as const;
  const changed = keys.filter((key) => input[key] !== ticket[key]);
  if (changed.length === 0) return err({ kind: 'invalid', issues: [{ field: 'reason', message: 'Nothing was changed. Change what is wrong, then save.' }] });
  if (changed.includes('planCode') && ticket.status !== 'submitted')
    return err({ kind: 'invalid', issues: [{ field: 'planCode', message: 'The plan has this ticket already, so it cannot be changed here.' }] });
  // What went on with this plan, its fines included, is its own: only a transfer parts it from the next one.
  if (changed.includes('planCode') && planHadIt(ticket))
    return err({ kind: 'invalid', issues: [{ field: 'planCode', message: 'This plan has had the ticket before, so it cannot be changed here. Present it again, then transfer it.' }] });
  const issues = complaintIssues(input, ticket.claims, ticket.firstReceivedOn, ctx.today, ctx.reference);
  if (issues.length > 0) return err({ kind: 'invalid', issues });
  const pick = (from: Record<(typeof keys)[number], string>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  const fits = windowState(filingWindow(input.receivedByMcoOn), ticket.firstReceivedOn) === 'open';
  return ok([noteEvent(ticket, 'Corrected', { reason: input.reason, before: pick(ticket), after: pick(input), windowNoLongerFits: !fits }, ctx)]);
};
