import type { Prisma, Ticket as TicketRow, Clock as ClockRow, Fine as FineRow, ClaimLine as ClaimRow } from '@generated/prisma/client';
import type { DeadlineStep, RuleId } from '@/domain/deadlines';
import type { Fine, FineObjection, FineStatus } from '@/domain/fines/fine';
import type { Clock, ClockEndReason } from '@/domain/tickets/clock';
import type { CloseReason, Party, Status } from '@/domain/tickets/status';
import type { ClaimLine, ClaimOutcome, Grounds, ResponseDecision, ResponseNotice, Ticket } from '@/domain/tickets/ticket';
import { queueDates } from '@/domain/tickets/turn';
import { cents } from '@/shared/cents';
import { dateOf, dateOrNull, dayOf, dayOrNull } from './dates';

// The one place where rows become domain types: the database's CHECK constraints vouch for the casts here.

export function clockFromRow(row: ClockRow): Clock {
  return {
    id: row.id,
    ruleId: row.ruleId as RuleId,
    kind: row.kind as Clock['kind'],
    owedBy: row.owedBy as Party,
    subject: row.subject,
    day0: dayOf(row.day0),
    dueOn: dayOf(row.dueOn),
    steps: row.steps as unknown as DeadlineStep[],
    ruleSetVersion: row.ruleSetVersion,
    holidayVersion: row.holidayVersion,
    restsOnUnconfirmed: row.restsOnUnconfirmed,
    startedAt: row.startedAt,
    endedOn: dayOrNull(row.endedOn),
    endReason: row.endReason as ClockEndReason | null,
    overdueOn: dayOrNull(row.overdueOn),
  };
}

export function clockToRow(clock: Clock, ticketId: string): Prisma.ClockCreateManyInput {
  return {
    ...clock,
    ticketId,
    day0: dateOf(clock.day0),
    dueOn: dateOf(clock.dueOn),
    steps: clock.steps,
    endedOn: dateOrNull(clock.endedOn),
    overdueOn: dateOrNull(clock.overdueOn),
  };
}

export function fineFromRow(row: FineRow): Fine {
  return {
    id: row.id,
    clockId: row.clockId,
    planCode: row.planCode,
    status: row.status as FineStatus,
    amountCents: cents(Number(row.amountCents)),
    dueOn: dayOf(row.dueOn),
    ruleSetVersion: row.ruleSetVersion,
    proposedOn: dayOf(row.proposedOn),
    decidedOn: dayOrNull(row.decidedOn),
    reason: row.reason,
    issuedOn: dayOrNull(row.issuedOn),
    quarter: row.quarter,
    objection: row.objectedOn === null ? null : { on: dayOf(row.objectedOn), decidedOn: dayOrNull(row.objectionDecidedOn), outcome: row.objectionOutcome as FineObjection['outcome'] },
  };
}

export function fineToRow(fine: Fine, ticketId: string): Prisma.FineCreateManyInput {
  const { objection, ...rest } = fine;
  return {
    ...rest,
    ticketId,
    dueOn: dateOf(fine.dueOn),
    proposedOn: dateOf(fine.proposedOn),
    decidedOn: dateOrNull(fine.decidedOn),
    issuedOn: dateOrNull(fine.issuedOn),
    objectedOn: dateOrNull(objection?.on ?? null),
    objectionDecidedOn: dateOrNull(objection?.decidedOn ?? null),
    objectionOutcome: objection?.outcome ?? null,
  };
}

export function claimFromRow(row: ClaimRow): ClaimLine {
  return {
    lineNo: row.lineNo,
    memberName: row.memberName,
    rin: row.rin,
    serviceFrom: dayOf(row.serviceFrom),
    serviceTo: dayOf(row.serviceTo),
    claimNumber: row.claimNumber,
    billedCents: cents(Number(row.billedCents)),
    paidCents: row.paidCents === null ? null : cents(Number(row.paidCents)),
    disputedCents: cents(Number(row.disputedCents)),
    denialCode: row.denialCode,
    mcoOutcome: row.mcoOutcome as ClaimOutcome | null,
    mcoAmountCents: row.mcoAmountCents === null ? null : cents(Number(row.mcoAmountCents)),
  };
}

function assignee(id: string | null, name: string | null) {
  return id === null ? null : { personId: id, name: name ?? '' };
}

export function ticketFromRow(row: TicketRow, parts: { clocks: Clock[]; fines: Fine[]; claims: ClaimLine[] }): Ticket {
  return {
    id: row.id,
    number: row.number,
    status: row.status as Exclude<Status, 'draft'>,
    closeReason: row.closeReason as CloseReason | null,
    closedOn: dayOrNull(row.closedOn),
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    facilityId: row.facilityId,
    facilityName: row.facilityName,
    filedByOrganizationId: row.filedByOrganizationId,
    filedById: row.filedById,
    contact: { personId: row.contactId, name: row.contactName, phone: row.contactPhone, email: row.contactEmail },
    planCode: row.planCode,
    programCode: row.programCode,
    issueTypeCode: row.issueTypeCode,
    trackingNumber: row.trackingNumber,
    grounds: row.grounds as Grounds,
    whatHappened: row.whatHappened,
    desiredOutcome: row.desiredOutcome,
    npi: row.npi,
    isUrgent: row.isUrgent,
    receivedByMcoOn: dayOf(row.receivedByMcoOn),
    filedAt: row.filedAt,
    receivedOn: dayOf(row.receivedOn),
    firstReceivedOn: dayOf(row.firstReceivedOn),
    refilesTicketId: row.refilesTicketId,
    claimCount: row.claimCount,
    disputedCents: cents(Number(row.disputedCents)),
    ruleSetVersion: row.ruleSetVersion,
    presentedOn: dayOrNull(row.presentedOn),
    transferredAt: row.transferredAt,
    mcoAssignee: assignee(row.mcoAssigneeId, row.mcoAssigneeName),
    stateAssignee: assignee(row.stateAssigneeId, row.stateAssigneeName),
    sme: assignee(row.smeId, row.smeName),
    smeReferredOn: dayOrNull(row.smeReferredOn),
    smeRecommendedOn: dayOrNull(row.smeRecommendedOn),
    reviewBeganOn: dayOrNull(row.reviewBeganOn),
    decidedOn: dayOrNull(row.decidedOn),
    respondedOn: dayOrNull(row.respondedOn),
    respondedLate: row.respondedLate,
    responseDecision: row.responseDecision as ResponseDecision | null,
    responseNotice: row.responseNotice as ResponseNotice,
    alertedOn: dayOrNull(row.alertedOn),
    extensionState: row.extensionState as Ticket['extensionState'],
    ...parts,
  };
}

/** The columns of the ticket's own row; its version, event count and last hash are the door's. */
export function ticketToRow(ticket: Ticket) {
  const { contact, mcoAssignee, stateAssignee, sme, clocks: _clocks, fines: _fines, claims: _claims, ...rest } = ticket;
  const dates = queueDates(ticket);
  return {
    ...rest,
    closedOn: dateOrNull(ticket.closedOn),
    receivedByMcoOn: dateOf(ticket.receivedByMcoOn),
    receivedOn: dateOf(ticket.receivedOn),
    firstReceivedOn: dateOf(ticket.firstReceivedOn),
    presentedOn: dateOrNull(ticket.presentedOn),
    respondedOn: dateOrNull(ticket.respondedOn),
    alertedOn: dateOrNull(ticket.alertedOn),
    turnDueOn: dateOrNull(dates.turnDueOn),
    responseDueOn: dateOrNull(dates.responseDueOn),
    providerOwesOn: dateOrNull(dates.providerOwesOn),
    mcoOwesOn: dateOrNull(dates.mcoOwesOn),
    contactId: contact.personId,
    contactName: contact.name,
    contactPhone: contact.phone,
    contactEmail: contact.email,
    mcoAssigneeId: mcoAssignee?.personId ?? null,
    mcoAssigneeName: mcoAssignee?.name ?? null,
    stateAssigneeId: stateAssignee?.personId ?? null,
    stateAssigneeName: stateAssignee?.name ?? null,
    smeId: sme?.personId ?? null,
    smeName: sme?.name ?? null,
    smeReferredOn: dateOrNull(ticket.smeReferredOn),
    smeRecommendedOn: dateOrNull(ticket.smeRecommendedOn),
    reviewBeganOn: dateOrNull(ticket.reviewBeganOn),
    decidedOn: dateOrNull(ticket.decidedOn),
  };
}
