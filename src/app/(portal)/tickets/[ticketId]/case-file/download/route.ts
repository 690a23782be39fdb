import { notFound } from 'next/navigation';
import { streamOf } from '@/app/downloads/file-response';
import { requireActor } from '@/server/auth/require-actor';
import { lengthHeaders } from '@/server/http/known-length';
import { openCaseFile } from '@/server/case-file/open-case-file';

/** A ticket's case file for whoever has the ticket; its length is known, so that the browser shows how far it has come. */
export async function GET(_request: Request, { params }: { params: Promise<{ ticketId: string }> }): Promise<Response> {
  const actor = await requireActor();
  const { ticketId } = await params;
  const packed = await openCaseFile(actor, ticketId);
  if (packed === null) notFound();
  return new Response(streamOf(packed.stream), {
    headers: {
      'Content-Type': 'application/zip',
      ...lengthHeaders(packed.bytes),
      'Content-Disposition': `attachment; filename="${packed.name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
