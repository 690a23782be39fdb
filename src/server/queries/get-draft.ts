import type { PersonActor } from '@/domain/access/actor';
import { receivedByMcoOn, type DraftFacts } from '@/domain/tickets/check-draft';
import { draftKeptUntil, type ComplaintDraft } from '@/domain/tickets/complaint-draft';
import { filingOutlook, type FilingOutlook } from '@/domain/tickets/filing-outlook';
import { planName } from '@/domain/tickets/reference';
import type { CalendarDate } from '@/shared/calendar-date';
import { chicagoDay } from '@/shared/chicago';
import { asActor, type Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { findWaitingImports, type WaitingImport } from '../db/find-claim-imports';
import { findDraft, findDraftFacts, type RefiledTicket } from '../db/find-draft';

export type DraftReport = { planName: string; askedOn: CalendarDate; reportedAt: Date; reportedByName: string };

/** A draft as every page of the filing form needs it. */
export type DraftView = {
  id: string;
  version: number;
  draft: ComplaintDraft;
  facts: DraftFacts;
  savedAt: Date;
  keptUntilOn: CalendarDate;
  /** Who started it: whom the reminder goes to (D2); null once that person is gone. */
  startedBy: string | null;
  remindOn: CalendarDate | null;
  /** Null until the day on which the plan received the dispute is known. */
  outlook: FilingOutlook | null;
  /** D17: the ticket that is filed again. */
  refiles: RefiledTicket | null;
  /** D19: what the Portal Team was told. */
  report: DraftReport | null;
  /** Files whose claim lines wait to be added. */
  imports: WaitingImport[];
};

async function findReport({ tx, reference }: Scope, draftId: string): Promise<DraftReport | null> {
  const row = await tx.noNumberReport.findUnique({ where: { draftId } });
  if (row === null) return null;
  return { planName: planName(reference, row.planCode), askedOn: dayOf(row.askedOn), reportedAt: row.reportedAt, reportedByName: row.reportedByName };
}

/** A draft of the actor's organization with all that its pages show; null when it does not exist for the actor. */
export function getDraft(actor: PersonActor, draftId: string): Promise<DraftView | null> {
  return asActor(actor, async (scope) => {
    const found = await findDraft(scope.tx, actor, draftId);
    if (found === null) return null;
    const facts = await findDraftFacts(scope, actor);
    const { refiles } = found;
    const received = receivedByMcoOn(found.draft, scope.today);
    return {
      id: found.id,
      version: found.version,
      draft: found.draft,
      facts,
      savedAt: found.savedAt,
      keptUntilOn: draftKeptUntil(chicagoDay(found.savedAt)),
      startedBy: facts.people.find((p) => p.id === found.createdById)?.name ?? null,
      remindOn: found.remindOn,
      outlook: received === null ? null : filingOutlook(received, refiles, scope.today, scope.holidays),
      refiles,
      report: await findReport(scope, draftId),
      imports: await findWaitingImports(scope.tx, found.id),
    };
  });
}
