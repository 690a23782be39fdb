/** A page of plain words as a PDF: a title and lines under it, in the reader's own Helvetica. Letters of Latin-1 only. */
export function madeUpPdf(title: string, lines: readonly string[]): Buffer {
  const escaped = (text: string) => text.replace(/[’‘]/g, "'").replace(/[^\x20-\xff]/g, '-').replace(/[\\()]/g, '\\$&');
  const text = [`BT /F1 16 Tf 56 730 Td (${escaped(title)}) Tj /F1 11 Tf 0 -30 Td 16 TL`, ...lines.map((line) => `(${escaped(line)}) Tj T*`), 'ET'].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = Buffer.byteLength(body, 'latin1');
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = Buffer.byteLength(body, 'latin1');
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`, 'latin1');
}
