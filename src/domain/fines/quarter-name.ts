const MONTHS: Record<string, string> = { Q1: 'January to March', Q2: 'April to June', Q3: 'July to September', Q4: 'October to December' };

/** `2026-Q4` as people say it: *October to December 2026* (R22). */
export function quarterName(quarter: string): string {
  const [year = '', part = ''] = quarter.split('-');
  return `${MONTHS[part] ?? part} ${year}`;
}
