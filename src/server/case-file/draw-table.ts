import { setImmediate } from 'node:timers/promises';
import type { Block } from './blocks';
import { BODY, printable, type Canvas } from './canvas';

type Table = Extract<Block, { kind: 'table' }>;
type Cell = { text: string; x: number; width: number; align: 'left' | 'right' };

const SIZE = 9;
const GAP = 10;
const PAD = 3;
/** PDFKit's types are behind it and do not know of scopes. */
const HEAD: Parameters<Canvas['doc']['struct']>[1] & { scope: 'Column' } = { scope: 'Column' };

function cellsOf({ columns }: Table, row: readonly string[], left: number, width: number): Cell[] {
  const shares = columns.reduce((sum, c) => sum + c.share, 0);
  let x = left;
  return columns.map((column, i) => {
    const whole = (width * column.share) / shares;
    const cell: Cell = { text: printable(row[i] ?? ''), x, width: whole - GAP, align: column.isNumber ? 'right' : 'left' };
    x += whole;
    return cell;
  });
}

function heightOf({ doc }: Canvas, cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ text, width }) => doc.heightOfString(text === '' ? ' ' : text, { width }))) + 2 * PAD;
}

/** Draws one row at `y`; `tag` wraps each cell, so that it is read as one. */
function drawRow({ doc }: Canvas, cells: readonly Cell[], y: number, tag: (draw: () => void) => void): void {
  for (const { text, x, width, align } of cells) tag(() => doc.text(text, x, y + PAD, { width, align }));
}

function drawLine({ doc }: Canvas, y: number, from: number, to: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.moveTo(from, y).lineTo(to, y).lineWidth(0.5).strokeColor('#8a8a8a').stroke();
  doc.endMarkedContent();
}

/** The head once more on a new page, for the eye alone. */
function drawHeadAgain(canvas: Canvas, head: readonly Cell[], y: number): void {
  const { doc } = canvas;
  doc.font('bold');
  drawRow(canvas, head, y, (draw) => {
    doc.markContent('Artifact', { type: 'Pagination' });
    draw();
    doc.endMarkedContent();
  });
  doc.font('plain');
}

/** A table whose head names its columns to a screen reader; a row that does not fit begins a new page. */
export async function drawTable(canvas: Canvas, table: Table): Promise<void> {
  const { doc, root } = canvas;
  const [left, right] = [doc.page.margins.left, doc.page.width - doc.page.margins.right];
  const bottom = doc.page.height - doc.page.margins.bottom;
  doc.fontSize(SIZE).font('bold');
  const head = cellsOf(table, table.columns.map((c) => c.heading), left, right - left);
  const headHeight = heightOf(canvas, head);
  const structure = doc.struct('Table');
  root.add(structure);
  if (doc.y + headHeight * 3 > bottom) doc.addPage();
  let y = doc.y;
  const addRow = (cells: readonly Cell[], height: number, type: 'TH' | 'TD') => {
    const row = doc.struct('TR');
    structure.add(row);
    drawRow(canvas, cells, y, (draw) => row.add(doc.struct(type, type === 'TH' ? HEAD : {}, [draw])));
    row.end();
    y += height;
    drawLine(canvas, y, left, right);
  };
  addRow(head, headHeight, 'TH');
  doc.font('plain');
  for (const [i, values] of table.rows.entries()) {
    const cells = cellsOf(table, values, left, right - left);
    const height = heightOf(canvas, cells);
    if (y + height > bottom) {
      doc.addPage();
      y = doc.page.margins.top + headHeight;
      drawHeadAgain(canvas, head, doc.page.margins.top);
    }
    addRow(cells, height, 'TD');
    if (i % 20 === 19) await setImmediate();
  }
  structure.end();
  doc.fontSize(BODY);
  doc.x = left;
  doc.y = y + 8;
}
