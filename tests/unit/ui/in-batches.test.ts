import { describe, expect, it } from 'vitest';
import { IDLE_BULK, MORE_FOLLOWS, type BulkAction, type BulkState } from '@/ui/table/bulk-state';
import { inBatches, type BulkProgress } from '@/ui/table/in-batches';

const ids = (n: number) => Array.from({ length: n }, (_, i) => `t${i}`);
function form(previewed: string[], intent = 'do-assign', more: Record<string, string> = {}): FormData {
  const data = new FormData();
  data.set('commandKey', 'k');
  data.set('intent', intent);
  for (const id of previewed) data.append('previewed', id);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  return data;
}

/** An action that says of each row what became of it; every seventh is refused. */
function taking(calls: string[][], failAt = Number.POSITIVE_INFINITY, fault = new TypeError('Failed to fetch')): BulkAction {
  return (_state, data) => {
    const rows = data.getAll('previewed').map(String);
    calls.push(rows);
    if (calls.length === failAt) return Promise.reject(fault);
    const lines = rows.map((label) => ({ label, href: `/${label}`, done: Number(label.slice(1)) % 7 !== 6, text: data.get('commandKey') === 'k' ? 'assigned.' : 'without its key' }));
    return Promise.resolve({ ...IDLE_BULK, outcome: { title: `${lines.filter((l) => l.done).length} of ${lines.length} assigned`, lines } });
  };
}

describe('a bulk act in batches', () => {
  it('runs ten at a time, tells its progress, and one result of all, the refused first', async () => {
    const [calls, progress]: [string[][], (BulkProgress | null)[]] = [[], []];
    const state = await inBatches(taking(calls), (p) => progress.push(p))(IDLE_BULK, form(ids(25)));
    expect(calls.map((c) => c.length)).toEqual([10, 10, 5]);
    expect(calls.flat()).toEqual(ids(25));
    expect(progress).toEqual([{ done: 0, total: 25 }, { done: 10, total: 25 }, { done: 20, total: 25 }, null]);
    expect(state.outcome?.title).toBe('22 of 25 assigned');
    expect(state.outcome?.lines.map((l) => l.done)).toEqual([...Array<boolean>(3).fill(false), ...Array<boolean>(22).fill(true)]);
    expect(new Set(state.outcome?.lines.map((l) => l.text))).toEqual(new Set(['assigned.']));
  });

  it('says with each batch but the last that more follow, so that the page is drawn anew once', async () => {
    const more: boolean[] = [];
    const telling: BulkAction = (state, data) => {
      more.push(data.has(MORE_FOLLOWS));
      return taking([])(state, data);
    };
    await inBatches(telling, () => undefined)(IDLE_BULK, form(ids(25)));
    await inBatches(telling, () => undefined)(IDLE_BULK, form(ids(10)));
    expect(more).toEqual([true, true, false, false]);
  });

  it.each([
    ['few rows', form(ids(10))],
    ['a row’s own button', form(ids(25), '', { only: 't3' })],
    ['clearing', form(ids(25), 'clear')],
  ])('asks once for %s', async (_what, data) => {
    const calls: string[][] = [];
    await inBatches(taking(calls), () => undefined)(IDLE_BULK, data);
    expect(calls).toHaveLength(1);
  });

  // A fault of the server's comes with a digest, as what leads elsewhere does.
  it.each([
    ['the connection', new TypeError('Failed to fetch')],
    ['the server', Object.assign(new Error('An error occurred in the Server Components render.'), { digest: '1234567890' })],
  ])('tells what was done when %s fails half-way, goes no further, and keeps the preview to press again', async (_what, fault) => {
    const [calls, progress]: [string[][], (BulkProgress | null)[]] = [[], []];
    const preview = { title: 'Assign 40 tickets', facts: [], refused: [], ready: ids(40), hidden: { commandKey: 'k' }, act: { intent: 'do-assign', label: 'Assign 40 tickets' } };
    const data = form(ids(40), 'do-assign', { what: 'No reply.' });
    const state = await inBatches(taking(calls, 3, fault), (p) => progress.push(p))({ ...IDLE_BULK, preview }, data);
    expect(state.preview).toEqual(preview);
    expect(state.form).toMatchObject({ values: { what: 'No reply.' } });
    expect(calls).toHaveLength(3);
    expect(progress.at(-1)).toBeNull();
    expect(state.form).toMatchObject({ status: 'error', title: 'This broke off after 20 of 40' });
    expect(state.outcome?.title).toBe('18 of 40 done before that');
  });

  it('says so, too, where few rows fail', async () => {
    const state = await inBatches(taking([], 1), () => undefined)(IDLE_BULK, form(ids(3)));
    expect(state).toMatchObject({ form: { status: 'error', title: 'This broke off after 0 of 3' }, outcome: null });
  });

  it('lets the framework lead elsewhere, and hands on a refusal of the whole form', async () => {
    const away = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;/sign-in' });
    await expect(inBatches(() => Promise.reject(away), () => undefined)(IDLE_BULK, form(ids(25)))).rejects.toBe(away);
    const refused: BulkState = { ...IDLE_BULK, form: { status: 'error', title: 'This was not done', errors: [], values: {} } };
    expect(await inBatches(() => Promise.resolve(refused), () => undefined)(IDLE_BULK, form(ids(25)))).toEqual(refused);
  });
});
