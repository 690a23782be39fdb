import { formatChicagoInstant } from '@/shared/chicago';

/** `Fri Nov 20, 2026, 2:14 PM, Simone Tran` */
export function when({ at, by }: { at: Date; by: string }): string {
  return `${formatChicagoInstant(at)}, ${by}`;
}
