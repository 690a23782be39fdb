import { getFilingCalendar } from '@/server/queries/get-filing-calendar';

/** A calendar file for the day on which the filing window opens or, once it is open, closes. */
export async function GET(request: Request): Promise<Response> {
  const file = await getFilingCalendar(new URL(request.url).searchParams.get('received') ?? '');
  if (file === null) return new Response('There is no such day to add to a calendar.', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  return new Response(file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="filing-window.ics"' } });
}
