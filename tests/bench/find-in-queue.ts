import { actorOf } from '@/server/sandbox/cast/cast';
import { listPlanQueue, type QueueFilters } from '@/server/queries/list-plan-queue';
import { goalLine, ms } from './goal-line';
import { inRounds, type Subject } from './rounds';

type Name = 'all' | 'filtered';

const ANY: QueueFilters = { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } };
const THREE: QueueFilters = { programCode: 'MLTSS', issueTypeCode: 'CLAIMS', assignee: { type: 'nobody' } };

/** A plan's queue with three filters beside the whole one. */
export async function benchQueue(rounds: number): Promise<void> {
  const plan = actorOf('simone');
  const subject = (name: Name, filters: QueueFilters): Subject<Name> => ({
    name,
    measure: async () => {
      const started = performance.now();
      await listPlanQueue(plan, 'to-answer', filters, null);
      return 1000 / (performance.now() - started);
    },
  });
  const subjects = [subject('all', ANY), subject('filtered', THREE)];
  await inRounds(2, subjects);
  const figures = await inRounds(rounds, subjects);
  console.log(goalLine('queue with three filters', `${ms(1000 / figures.rate('filtered'))}, ${figures.ratio('all', 'filtered').toFixed(2)} × the whole queue`, 0, null));
}
