/** People of the sandbox, by what a test needs them for. */
export const PEOPLE = {
  renata: 'r.oyelaran@kestrelpark.example',
  marcus: 'm.webb@kestrelpark.example',
  simone: 's.tran@countycare.example',
  rosalind: 'r.achterberg@meridianil.example',
  dov: 'd.kessler@molinail.example',
  ines: 'i.abara@hfs.example',
  gloria: 'g.ekdahl@hfs.example',
  priya: 'p.raman@hfs.example',
  yolanda: 'y.pruitt@hfs.example',
} as const;
export type Who = keyof typeof PEOPLE;
