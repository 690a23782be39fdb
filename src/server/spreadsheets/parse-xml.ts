import { SaxesParser } from 'saxes';
import { LIMITS, Refusal } from './limits';
import { damaged } from './zip-parts';

/** What a reader of XML hears; tags come without their prefix, texts with their entities resolved. */
export type XmlHandlers = {
  open?: (tag: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (tag: string) => void;
};

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML piece by piece; `isDone` ends it early. A document that declares entities of its own is refused, so none
 * can grow or fetch anything. So is one that nests its tags deeper, gives one more attributes or writes more between two
 * than any workbook does: the parser holds all of that in memory, many times as large as it was packed.
 */
export async function parseXml(pieces: AsyncIterable<string>, handlers: XmlHandlers, isDone: () => boolean = () => false): Promise<void> {
  const parser = new SaxesParser();
  let [depth, attributes, sinceTag] = [0, 0, 0];
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > LIMITS.attributes) throw damaged();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > LIMITS.depth) throw damaged();
    [attributes, sinceTag] = [0, 0];
    handlers.open?.(bare(tag.name), tag.attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    sinceTag = 0;
    handlers.close?.(bare(tag.name));
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    for await (const piece of pieces) {
      sinceTag += piece.length;
      if (sinceTag > LIMITS.betweenTags) throw damaged();
      parser.write(piece);
      if (isDone()) return;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}
