import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { afterOwn } from '@/server/case-file/after-own';

describe('what one person asks for at once', () => {
  it('is done one after the other, also after a failure, while others wait for nothing', async () => {
    const running = new Map<string, number>();
    const most = new Map<string, number>();
    const work = (who: string, fails = false) => async () => {
      running.set(who, (running.get(who) ?? 0) + 1);
      const all = [...running.values()].reduce((sum, n) => sum + n, 0);
      most.set(who, Math.max(most.get(who) ?? 0, running.get(who) ?? 0)).set('all', Math.max(most.get('all') ?? 0, all));
      await setTimeout(5);
      running.set(who, (running.get(who) ?? 0) - 1);
      if (fails) throw new Error('broken');
      return who;
    };
    const asked = [afterOwn('a', work('a')), afterOwn('a', work('a', true)), afterOwn('b', work('b')), afterOwn('a', work('a')), afterOwn('b', work('b'))];
    expect((await Promise.allSettled(asked)).map((r) => (r.status === 'fulfilled' ? r.value : 'failed'))).toEqual(['a', 'failed', 'b', 'a', 'b']);
    expect(Object.fromEntries(most)).toEqual({ a: 1, b: 1, all: 2 });
  });
});
