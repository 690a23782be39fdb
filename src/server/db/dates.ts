import { calendarDate, type CalendarDate } from '@/shared/calendar-date';

/** A `DATE` column as Prisma gives it (midnight UTC) is this civil date. */
export function dayOf(date: Date): CalendarDate {
  return calendarDate(date.toISOString().slice(0, 10));
}

export function dayOrNull(date: Date | null): CalendarDate | null {
  return date === null ? null : dayOf(date);
}

/** A civil date as Prisma takes it for a `DATE` column. */
export function dateOf(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dateOrNull(day: CalendarDate | null): Date | null {
  return day === null ? null : dateOf(day);
}
