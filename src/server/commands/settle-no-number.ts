import type { PersonActor } from '@/domain/access/actor';
import { text } from '@/domain/tickets/fields';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';

const note = text('Say how it was settled.', 1000);

/**
 * D19: the Portal Team settles a report that a plan gave no tracking number, with a note. Settling it twice changes
 * nothing. The report still counts against the plan.
 */
export function settleNoNumber(actor: PersonActor, reportId: string, typedNote: string, arrivedAt: Date): Promise<Result<null>> {
  return asActor(
    actor,
    async ({ tx, now }) => {
      if (actor.role !== 'portal_team') return err({ kind: 'not_found' as const });
      const report = await tx.noNumberReport.findUnique({ where: { id: reportId }, select: { settledAt: true } });
      if (report === null) return err({ kind: 'not_found' as const });
      if (report.settledAt !== null) return ok(null);
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
