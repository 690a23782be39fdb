import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Actor, PersonActor, PersonRole } from '@/domain/access/actor';
import { buildHolidayTable, dueDate, FIRST_RULE_SET, parseHolidayCsv, type HolidayTable, type RuleId } from '@/domain/deadlines';
import { CLOCK_OWNERS, type Clock } from '@/domain/tickets/clock';
import type { DecideContext } from '@/domain/tickets/decision';
import type { ReferenceData } from '@/domain/tickets/reference';
import type { ClaimLine, Ticket } from '@/domain/tickets/ticket';
import { calendarDate, type CalendarDate } from '@/shared/calendar-date';
import { cents } from '@/shared/cents';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';

export const day = calendarDate;

function readHolidays(): HolidayTable {
  const parsed = parseHolidayCsv(readFileSync(path.join(process.cwd(), 'data/il-state-holidays.csv'), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return buildHolidayTable({ version: 1, ...parsed.value });
}
export const HOLIDAYS = readHolidays();

export const CONTACT_ID = '00000000-0000-4000-8000-000000000001';
export const PROVIDER_ORG = '00000000-0000-4000-8000-0000000000a1';

/** A person of a role; of a provider by default the contact of `buildTicket`. */
export function buildActor(role: PersonRole, change: Partial<PersonActor> = {}): PersonActor {
  return {
    role,
    personId: role === 'provider' ? CONTACT_ID : randomUUID(),
    name: `Some ${role}`,
    email: `${role}@portal.example`,
    phone: null,
    organizationId: role === 'provider' ? PROVIDER_ORG : randomUUID(),
    organizationName: `Organization of ${role}`,
    planCode: role === 'mco' ? 'COUNTYCARE' : null,
    isOrgAdmin: false,
    isPrimary: role === 'mco',
    isBillingAgent: false,
    ...change,
  };
}

export function buildClaim(change: Partial<ClaimLine> = {}): ClaimLine {
  return {
    lineNo: 1,
    memberName: 'Ada R. Lindqvist',
    rin: '000118420',
    serviceFrom: day('2026-07-14'),
    serviceTo: day('2026-07-14'),
    claimNumber: '26-0188417',
    billedCents: cents(124_000),
    paidCents: null,
    disputedCents: cents(124_000),
    denialCode: 'CO-197',
    mcoOutcome: null,
    mcoAmountCents: null,
    ...change,
  };
}

/** An open clock of a rule, as the engine would have started it on `day0`. */
export function buildClock(ruleId: RuleId, day0: CalendarDate, change: Partial<Clock> = {}): Clock {
  const due = dueDate(ruleId, day0, HOLIDAYS, FIRST_RULE_SET);
  if (!due.ok) throw new Error(due.error.message);
  return {
    id: randomUUID(),
    ruleId,
    kind: FIRST_RULE_SET.rules[ruleId].kind,
    owedBy: CLOCK_OWNERS[ruleId][0] ?? 'hfs',
    subject: '',
    day0,
    dueOn: due.value.due,
    steps: due.value.steps,
    ruleSetVersion: 1,
    holidayVersion: 1,
    restsOnUnconfirmed: false,
    startedAt: chicagoInstant(day0, '10:00'),
    endedOn: null,
    endReason: null,
    overdueOn: null,
    ...change,
  };
}

/** A submitted ticket of Oct 15, 2026 with one claim; `change` makes it anything else. */
export function buildTicket(change: Partial<Ticket> = {}): Ticket {
  return {
    id: '00000000-0000-4000-8000-0000000000f1',
    number: 'PRP-2026-00001',
    status: 'submitted',
    closeReason: null,
    closedOn: null,
    organizationId: PROVIDER_ORG,
    organizationName: 'Kestrel Park Family Health Center',
    facilityId: null,
    facilityName: null,
    filedByOrganizationId: PROVIDER_ORG,
    filedById: CONTACT_ID,
    contact: { personId: CONTACT_ID, name: 'Renata Oyelaran', phone: '(217) 555-0101', email: 'renata@kestrel.example' },
    planCode: 'COUNTYCARE',
    programCode: 'HEALTHCHOICE',
    issueTypeCode: 'CLAIMS',
    trackingNumber: 'CC-2026-118402',
    grounds: 'disagrees',
    whatHappened: 'The claim was denied.',
    desiredOutcome: 'Pay it.',
    npi: null,
    isUrgent: false,
    receivedByMcoOn: day('2026-09-11'),
    filedAt: chicagoInstant(day('2026-10-15'), '15:48'),
    receivedOn: day('2026-10-15'),
    firstReceivedOn: day('2026-10-15'),
    refilesTicketId: null,
    claimCount: 1,
    disputedCents: cents(124_000),
    ruleSetVersion: 1,
    presentedOn: null,
    transferredAt: null,
    mcoAssignee: null,
    stateAssignee: null,
    sme: null,
    smeReferredOn: null,
    smeRecommendedOn: null,
    reviewBeganOn: null,
    decidedOn: null,
    respondedOn: null,
    respondedLate: false,
    responseDecision: null,
    responseNotice: 'none',
    alertedOn: null,
    extensionState: 'none',
    clocks: [buildClock('presentation', day('2026-10-15'))],
    fines: [],
    claims: [buildClaim()],
    ...change,
  };
}

/** Presented on Oct 27, 2026, so the answer is due on Nov 30. */
export function buildPresented(change: Partial<Ticket> = {}): Ticket {
  const on = day('2026-10-27');
  return buildTicket({ status: 'presented', presentedOn: on, clocks: [buildClock('mco-response', on), buildClock('information-request', on), buildClock('extension-request', on)], ...change });
}

/** Answered on Fri Nov 20, 2026, so the provider can contest until Dec 1. */
export function buildResponded(change: Partial<Ticket> = {}): Ticket {
  const on = day('2026-11-20');
  return buildTicket({
    status: 'responded',
    presentedOn: day('2026-10-27'),
    respondedOn: on,
    responseDecision: 'upheld',
    responseNotice: 'accepted',
    clocks: [buildClock('mco-response', day('2026-10-27'), { endedOn: on, endReason: 'met' }), buildClock('contest', on)],
    ...change,
  });
}

/** Contested on Nov 24, 2026, so a review can be requested until Dec 24. */
export function buildContested(change: Partial<Ticket> = {}): Ticket {
  const on = day('2026-11-24');
  return buildResponded({ status: 'contested', clocks: [buildClock('contest', day('2026-11-20'), { endedOn: on, endReason: 'met' }), buildClock('review-request', on)], ...change });
}

export const REFERENCE: ReferenceData = {
  plans: [
    { code: 'COUNTYCARE', name: 'CountyCare Health Plan', shortName: 'CountyCare', validFrom: day('2018-01-01'), validTo: null, succeededBy: null },
    { code: 'MOLINA', name: 'Molina Healthcare of Illinois', shortName: 'Molina', validFrom: day('2018-01-01'), validTo: null, succeededBy: null },
    { code: 'HUMANA', name: 'Humana Gold Plus Integrated', shortName: 'Humana', validFrom: day('2018-01-01'), validTo: null, succeededBy: null },
  ],
  programs: [
    { code: 'HEALTHCHOICE', name: 'HealthChoice Illinois' },
    { code: 'MMAI', name: 'MMAI' },
    { code: 'FIDE_SNP', name: 'FIDE-SNP' },
  ],
  planPrograms: [
    { planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', validFrom: day('2018-01-01'), validTo: null },
    { planCode: 'MOLINA', programCode: 'HEALTHCHOICE', validFrom: day('2018-01-01'), validTo: null },
    { planCode: 'HUMANA', programCode: 'MMAI', validFrom: day('2018-01-01'), validTo: day('2025-12-31') },
    { planCode: 'HUMANA', programCode: 'FIDE_SNP', validFrom: day('2026-01-01'), validTo: null },
  ],
  issueTypes: [
    { code: 'CLAIMS', name: 'Claims and payment', needsClaimLines: true, position: 0 },
    { code: 'PCF', name: 'Patient Credit File (PCF)', needsClaimLines: true, position: 1 },
    { code: 'OTHER', name: 'Other', needsClaimLines: false, position: 2 },
  ],
};

/** The context of an act that arrives on a Chicago day (and time). */
export function contextOn(actor: Actor, on: CalendarDate, change: Partial<DecideContext> & { time?: string } = {}): DecideContext {
  const { time = '10:00', ...rest } = change;
  const arrivedAt = chicagoInstant(on, time);
  return {
    actor,
    arrivedAt,
    today: chicagoDay(arrivedAt),
    holidays: HOLIDAYS,
    ruleSet: FIRST_RULE_SET,
    reference: REFERENCE,
    planHasStaff: true,
    facts: {},
    newId: randomUUID,
    ...rest,
  };
}
