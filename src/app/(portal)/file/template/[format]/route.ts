import { notFound } from 'next/navigation';
import { fileFormatOf, fileResponse } from '@/app/downloads/file-response';
import { requireActor } from '@/server/auth/require-actor';
import { templateSheets } from '../template-sheets';

/** The empty table of claim lines, to fill in and import. */
export async function GET(_request: Request, { params }: { params: Promise<{ format: string }> }): Promise<Response> {
  await requireActor('provider');
  const format = fileFormatOf((await params).format);
  return format === null ? notFound() : fileResponse('claim-lines-template', format, templateSheets());
}
