import { getReadiness } from '@/server/queries/get-readiness';

/** Ready to serve: the database is reachable and its migrations are this version's. A short holiday table only warns. */
export async function GET(): Promise<Response> {
  const readiness = await getReadiness();
  return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
