import { notFound } from 'next/navigation';
import { fileFormatOf, fileResponse } from '@/app/downloads/file-response';
import type { SheetColumn, SheetValue } from '@/server/spreadsheets/sheet-columns';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Cents } from '@/shared/cents';
import type { SearchParams } from './list-address';

/** One column of a list's file: its heading, and what stands in it for one row. */
export type ListColumn<Item> = SheetColumn & { value: (item: Item) => SheetValue };

/** A day as a cell. */
export const date = (on: CalendarDate | null): SheetValue => ({ date: on });
/** Dollars as a cell. */
export const money = (cents: Cents | null): SheetValue => ({ money: cents });
export const yes = (is: boolean): SheetValue => (is ? 'Yes' : '');

async function* cellsOf<Item>(columns: readonly ListColumn<Item>[], chunks: AsyncIterable<readonly Item[]>): AsyncGenerator<SheetValue[][]> {
  for await (const items of chunks) yield items.map((item) => columns.map((column) => column.value(item)));
}

/** A list as a file, read chunk by chunk by the same query as its page; any other format is *not found*. */
export function listFile<Item>(format: string, name: string, columns: readonly ListColumn<Item>[], chunks: AsyncIterable<readonly Item[]>): Response {
  const known = fileFormatOf(format);
  if (known === null) notFound();
  return fileResponse(name, known, [{ name, columns, chunks: cellsOf(columns, chunks) }]);
}

/** The parts of a request's address, as pages get them: one that stands twice counts as left out. */
export function searchParamsOf(request: Request): SearchParams {
  const params = new URL(request.url).searchParams;
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name).length === 1 ? (params.get(name) ?? undefined) : undefined]));
}

export type DownloadContext = { params: Promise<{ format: string }> };
