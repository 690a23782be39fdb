import { beforeAll, expect, it } from 'vitest';
import { chooseKeyboard } from '@/server/commands/choose';
import { getKeyboardChoice } from '@/server/queries/get-keyboard-choice';
import { getPortalFrame } from '@/server/queries/get-portal-frame';
import { givenCast, type Cast } from '../../scenarios/people';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

it('keyboard shortcuts are on for staff until they turn them off, and a provider has none', async () => {
  const both = async (who: keyof Cast) => [(await getPortalFrame(cast[who])).shortcuts, await getKeyboardChoice(cast[who])];
  for (const who of ['mco', 'team', 'accountManager', 'sme', 'administration'] as const) expect(await both(who), who).toEqual([true, true]);
  expect(await both('provider')).toEqual([false, false]);
  await chooseKeyboard(cast.mco, false);
  expect([await both('mco'), await both('otherMco')]).toEqual([[false, false], [true, true]]);
  await chooseKeyboard(cast.mco, true);
  expect(await both('mco')).toEqual([true, true]);
});
