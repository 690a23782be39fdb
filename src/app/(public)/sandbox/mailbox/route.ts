import { findSandboxMailbox } from '@/server/sandbox/find-mailbox';

/** Leads to the sandbox's mailbox, whose port may differ from start to start; not found on every other portal. */
export async function GET(): Promise<Response> {
  const mailbox = await findSandboxMailbox();
  if (mailbox === null) return new Response('Not found.', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  return new Response(null, { status: 307, headers: { Location: mailbox, 'Cache-Control': 'no-store' } });
}
