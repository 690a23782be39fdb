import type PDFDocument from 'pdfkit';

export type Pdf = InstanceType<typeof PDFDocument>;

/** What a part of the document is drawn into, and under which element of its structure it is read. */
export type Canvas = { doc: Pdf; root: PDFKit.PDFStructureElement };

/** The size of ordinary words, in points. */
export const BODY = 10.5;

/** One spelling of line ends; what a PDF cannot show is a space. */
export function printable(words: string): string {
  return words.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}
