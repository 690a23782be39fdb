/** Letters that HTML reads as its own are written out. */
function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The HTML part says the same words as the text, paragraph by paragraph; addresses become links. */
export function htmlOf(paragraphs: readonly string[]): string {
  const body = paragraphs
    .map((p) => `<p>${escapeHtml(p).replace(/\n/g, '<br>').replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)}</p>`)
    .join('\n');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Provider Resolution Portal</title></head>\n<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; color: #1a2230">\n${body}\n</body></html>\n`;
}

export function textOf(paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
