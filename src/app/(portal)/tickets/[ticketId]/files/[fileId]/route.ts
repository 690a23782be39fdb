import { serveFile } from '../../../../../files/serve-file';

type Context = { params: Promise<{ ticketId: string; fileId: string }> };

/** A file of a ticket: a download, or with `?view` in place where browsers show its kind. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { ticketId, fileId } = await params;
  return serveFile(request, fileId, ticketId);
}
