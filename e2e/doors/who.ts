import type { Who } from '../portal-test';

/** Everybody who comes to a door: nobody signed in, and one person of each role. */
export const VISITORS = { public: null, provider: 'renata', plan: 'simone', portalTeam: 'ines', accountManager: 'gloria', expert: 'priya', administration: 'yolanda' } as const satisfies Record<string, Who | null>;
export type Visitor = keyof typeof VISITORS;
export type Signed = Exclude<Visitor, 'public'>;

export const ALL_VISITORS = Object.keys(VISITORS) as Visitor[];
export const SIGNED = ALL_VISITORS.filter((v): v is Signed => v !== 'public');

export const PARTIES: Signed[] = ['provider', 'plan'];
export const HFS: Signed[] = ['accountManager', 'administration'];
export const REVIEWERS: Signed[] = [...HFS, 'expert'];
