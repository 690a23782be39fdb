import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../e2e/doors/actions';
import { ROUTES } from '../../e2e/doors/routes';
import { actionsOfTree, pagesOfTree, routesOfTree } from '../../e2e/doors/tree';
import { BY_JOURNEY, MOMENTS, OF_THINGS, PAGES } from '../../e2e/pages';

describe('e2e/doors: who has which address and which action', () => {
  it('has a line for every page and every route', () => {
    expect(Object.keys(ROUTES).sort()).toEqual(routesOfTree().sort());
  });

  it('has a line for every server action', () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(actionsOfTree().sort());
  });
});

describe('e2e/pages: what axe looks at, and a phone', () => {
  it('has every page that there is, and no other', () => {
    const byAddress = Object.values(PAGES).flat().map((address) => address.replace(/\?.*$/, '').replace(/^\/set-password\/.*/, '/set-password/[token]'));
    const looked = new Set([...byAddress.filter((address) => address !== '/nowhere'), ...Object.keys(MOMENTS), ...Object.keys(OF_THINGS), ...Object.keys(BY_JOURNEY)]);
    expect([...looked].sort()).toEqual(pagesOfTree().sort());
  });
});
