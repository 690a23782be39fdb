import { csvStream } from '@/server/spreadsheets/csv-stream';
import type { WorkbookSheet } from '@/server/spreadsheets/xlsx-stream';
import { xlsxStream } from '@/server/spreadsheets/xlsx-stream';

export const FILE_FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const TYPES: Record<FileFormat, string> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

export function fileFormatOf(text: string): FileFormat | null {
  return FILE_FORMATS.find((format) => format === text) ?? null;
}

/** Read only as fast as it is taken; ended by either side, it ends what feeds it. */
export function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const next = await bytes.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await bytes.return(undefined);
    },
  });
}

/**
 * A list as a file to save, written while it is read: whoever stops downloading stops the reading. `name` has no ending
 * and nothing that a person typed. A workbook may have more sheets; a CSV is the first.
 */
export function fileResponse(name: string, format: FileFormat, [first, ...others]: readonly [WorkbookSheet, ...WorkbookSheet[]]): Response {
  const bytes = format === 'csv' ? csvStream(first) : xlsxStream([first, ...others]);
  return new Response(streamOf(bytes), {
    headers: { 'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="${name}.${format}"`, 'Cache-Control': 'private, no-store' },
  });
}
