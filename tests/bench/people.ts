/** People of the sandbox whose pages are measured. */
export const PEOPLE = {
  provider: 'r.oyelaran@kestrelpark.example',
  plan: 's.tran@countycare.example',
  team: 'i.abara@hfs.example',
  manager: 'g.ekdahl@hfs.example',
  expert: 'p.raman@hfs.example',
  administration: 'y.pruitt@hfs.example',
} as const;
export type Who = keyof typeof PEOPLE;
export const PASSWORD = 'prairie-sandbox-2026';
