import { wordsOf } from '@/shared/domain-error';
import type { Result } from '@/shared/result';
import { askPlanRequest } from '../commands/ask-plan-request';
import { answerPlanRequest, withdrawPlanRequest } from '../commands/end-plan-request';
import { actorOf } from './cast/cast';
import type { Happening } from './play-stories';
import { seededId } from './seeded';
import type { RequestStory } from './stories/talk';
import { instantOf } from './stories/story';

function sure<T>(key: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`${key}: ${wordsOf(result.error)}`);
  return result.value;
}

function ask({ key, at, by, planCode, subject, question, answerOn }: RequestStory): Promise<Result<string>> {
  return askPlanRequest(actorOf(by), { planCode, subject, question, answerOn }, { key: seededId(key), arrivedAt: instantOf(at) });
}

/** A request about no ticket as what happens when: asked, then answered or taken back. */
export function requestHappenings(story: RequestStory): Happening[] {
  const { key, answer, withdrawn } = story;
  const of = { story: key };
  // Asked again by the same key, it gives the id of the first time.
  const idOf = async () => sure(key, await ask(story));
  const happenings: Happening[] = [{ at: instantOf(story.at), key: `${key}:asked`, of, run: async () => void (await idOf()) }];
  if (answer !== undefined) happenings.push({ at: instantOf(answer.at), key: `${key}:answered`, of, run: async () => void sure(key, await answerPlanRequest(actorOf(answer.by), await idOf(), answer.text, instantOf(answer.at))) });
  if (withdrawn !== undefined) happenings.push({ at: instantOf(withdrawn.at), key: `${key}:withdrawn`, of, run: async () => void sure(key, await withdrawPlanRequest(actorOf(story.by), await idOf(), withdrawn.reason, instantOf(withdrawn.at))) });
  return happenings;
}
