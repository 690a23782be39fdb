import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../e2e/doors/actions';
import { ROUTES } from '../../e2e/doors/routes';
import { actionsOfTree, routesOfTree } from '../../e2e/doors/tree';

describe('e2e/doors: who has which address and which action', () => {
  it('has a line for every page and every route', () => {
    expect(Object.keys(ROUTES).sort()).toEqual(routesOfTree().sort());
  });

  it('has a line for every server action', () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(actionsOfTree().sort());
  });
});
