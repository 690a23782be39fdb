import { bounceReport } from '@/domain/notifications/bounce-report';
import { takeBounces } from '@/server/commands/take-bounces';
import { realNow } from '@/server/clock';
import { isSigned } from '@/server/http/hook-signature';

const MOST_BYTES = 200_000;

const answer = (status: number, body: Record<string, unknown>): Response => Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The mail service reports what came back. Without a secret there is no such address; a call without its signature changes nothing. */
export async function POST(request: Request): Promise<Response> {
  const secret = process.env.BOUNCE_HOOK_SECRET ?? '';
  if (secret === '') return answer(404, { error: 'not found' });
  const body = await request.text();
  if (body.length > MOST_BYTES) return answer(413, { error: 'too large' });
  if (!isSigned(secret, { timestamp: request.headers.get('x-portal-timestamp'), signature: request.headers.get('x-portal-signature'), body }, realNow())) return answer(401, { error: 'not signed' });
  const report = bounceReport.safeParse(parsed(body));
  return report.success ? answer(200, await takeBounces(report.data)) : answer(400, { error: 'cannot be read' });
}
