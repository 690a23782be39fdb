import type { PersonActor } from '@/domain/access/actor';
import { text } from '@/domain/tickets/fields';
import { formatChicagoInstant } from '@/shared/chicago';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';

type Settled = { settled_at: Date | null; settled_by_id: string | null; settled_by_name: string | null; settled_note: string | null };

const note = text('Say how it was settled.', 1000);

/**
 * D19: the Portal Team settles a report that a plan gave no tracking number, with a note. Settling it twice changes
 * nothing; whom a colleague was faster than is told so. The report still counts against the plan.
 */
export function settleNoNumber(actor: PersonActor, reportId: string, typedNote: string, arrivedAt: Date): Promise<Result<null>> {
  return asActor(
    actor,
    async ({ tx, now }) => {
      if (actor.role !== 'portal_team' || !isId(reportId)) return err({ kind: 'not_found' as const });
      // Waits for somebody who is settling it just now.
      const [report] = await tx.$queryRaw<Settled[]>`SELECT settled_at, settled_by_id, settled_by_name, settled_note FROM no_number_reports WHERE id = ${reportId}::uuid FOR UPDATE`;
      if (report === undefined) return err({ kind: 'not_found' as const });
      if (report.settled_at !== null && report.settled_by_id === actor.personId) return ok(null);
      if (report.settled_at !== null)
        return err({ kind: 'conflict' as const, reason: `${report.settled_by_name} settled this already, on ${formatChicagoInstant(report.settled_at)}: “${report.settled_note}”` });
      const parsed = note.safeParse(typedNote);
      if (!parsed.success) return err({ kind: 'invalid' as const, issues: [{ field: 'note', message: parsed.error.issues[0]?.message ?? '' }] });
      await tx.noNumberReport.updateMany({
        where: { id: reportId, settledAt: null },
        data: { settledAt: now, settledById: actor.personId, settledByName: actor.name, settledNote: parsed.data },
      });
      return ok(null);
    },
    arrivedAt,
  );
}
