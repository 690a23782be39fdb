import { serveFile } from '../serve-file';

/** A file that waits at one of its uploader's forms and belongs to no ticket yet. */
export async function GET(request: Request, { params }: { params: Promise<{ fileId: string }> }): Promise<Response> {
  return serveFile(request, (await params).fileId, null);
}
