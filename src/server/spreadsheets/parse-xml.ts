import { SaxesParser } from 'saxes';
import { Refusal } from './limits';
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
 * can grow or fetch anything.
 */
export async function parseXml(pieces: AsyncIterable<string>, handlers: XmlHandlers, isDone: () => boolean = () => false): Promise<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentag', (tag) => handlers.open?.(bare(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(bare(tag.name)));
  parser.on('error', (error) => {
    throw error;
  });
  try {
    for await (const piece of pieces) {
      parser.write(piece);
      if (isDone()) return;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}
