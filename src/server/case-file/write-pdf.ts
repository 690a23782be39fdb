import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { assertNever } from '@/shared/assert-never';
import type { Block, Fact } from './blocks';
import { BODY, printable, type Canvas, type Pdf } from './canvas';
import { drawTable } from './draw-table';

const MARGIN = 56;
const INK = '#1b1b1b';
/** Embedded, as PDF/UA asks; it has the letters of nearly every name. */
const FONTS = path.resolve(/* turbopackIgnore: true */ 'node_modules/dejavu-fonts-ttf/ttf');
const HEADINGS = { 1: { size: 20, above: 0, below: 8 }, 2: { size: 14, above: 16, below: 6 }, 3: { size: 11.5, above: 8, below: 2 } } as const;

function linesOf(words: string): string[] {
  return printable(words).split('\n').filter((line) => line.trim() !== '');
}

function newDocument(title: string): Pdf {
  const options: PDFKit.PDFDocumentOptions = { size: 'LETTER', margin: MARGIN, pdfVersion: '1.7', tagged: true, displayTitle: true, lang: 'en-US', bufferPages: true, info: { Title: title } };
  // PDFKit's types are behind it and do not know this subset.
  const doc = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
  doc.registerFont('plain', path.join(FONTS, 'DejaVuSans.ttf')).registerFont('bold', path.join(FONTS, 'DejaVuSans-Bold.ttf'));
  return doc.font('plain').fontSize(BODY).fillColor(INK);
}

/** Where less than `height` is left, what follows begins on a new page. */
function keepTogether({ doc }: Canvas, height: number): void {
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
}

function drawHeading(canvas: Canvas, level: 1 | 2 | 3, words: string): void {
  const { doc, root } = canvas;
  const { size, above, below } = HEADINGS[level];
  keepTogether(canvas, above + size * 4);
  doc.y += above;
  root.add(doc.struct(`H${level}`, {}, [() => doc.font('bold').fontSize(size).text(printable(words))]));
  doc.font('plain').fontSize(BODY);
  doc.y += below;
}

/** Each line is a paragraph: read aloud, the last word of one would else run into the next. */
function drawText({ doc, root }: Canvas, words: string): void {
  for (const line of linesOf(words)) root.add(doc.struct('P', {}, [() => doc.text(line)]));
  doc.y += 4;
}

function drawFacts({ doc, root }: Canvas, facts: readonly Fact[]): void {
  for (const { label, value } of facts) {
    const [first = '', ...others] = linesOf(value);
    const draw = () => doc.font('bold').text(`${label}: `, { continued: true }).font('plain').text(first);
    root.add(doc.struct('P', {}, [draw]));
    for (const line of others) root.add(doc.struct('P', {}, [() => doc.text(line)]));
    doc.y += 2;
  }
  doc.y += 4;
}

function drawList({ doc, root }: Canvas, items: readonly string[]): void {
  const list = doc.struct('L');
  root.add(list);
  for (const item of items) {
    const label = doc.struct('Lbl', {}, [() => doc.text('• ', { continued: true })]);
    const body = doc.struct('LBody', {}, [() => doc.text(printable(item))]);
    list.add(doc.struct('LI', {}, [label, body]));
  }
  list.end();
  doc.y += 4;
}

async function draw(canvas: Canvas, block: Block): Promise<void> {
  switch (block.kind) {
    case 'heading': return drawHeading(canvas, block.level, block.text);
    case 'text': return drawText(canvas, block.text);
    case 'facts': return drawFacts(canvas, block.facts);
    case 'list': return drawList(canvas, block.items);
    case 'table': return drawTable(canvas, block);
    default: return assertNever(block);
  }
}

/** "PRP-2026-00001, page 2 of 9" at the foot of each page; no part of what is read. */
function numberPages(doc: Pdf, foot: string): void {
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    doc.switchToPage(i);
    // Else the line below the margin would begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.fontSize(9).text(`${foot}, page ${i + 1} of ${count}`, MARGIN, doc.page.height - MARGIN + 16, { lineBreak: false });
    doc.endMarkedContent();
  }
}

/**
 * A document as a tagged PDF (PDF/UA): headings, paragraphs, lists and tables can be walked by a screen reader, its
 * title and language are set. Others get their turn while a long one is written.
 */
export async function writePdf(title: string, foot: string, blocks: readonly Block[]): Promise<Buffer> {
  const doc = newDocument(title);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const block of blocks) {
    await draw({ doc, root }, block);
    await setImmediate();
  }
  root.end();
  numberPages(doc, foot);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
