import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../import-file.ts';

export type XmlAttributes = Readonly<Record<string, string>>;
export interface XmlEvents {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked after each piece; true ends the reading early. */
  enough?(): boolean;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');

  return colon === -1 ? name : name.slice(colon + 1);
};

/** One part of the archive as XML events; `pieces` gives control back between chunks. */
export async function* pieces(bytes: AsyncIterable<Buffer>, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8');
  parser.on('error', (error) => {
    throw new UnreadableFile({ code: 'corrupt_file', detail: 'damaged' }, error);
  });
  parser.on('opentag', (tag) => events.open(localName(tag.name), tag.attributes));
  if (events.text !== undefined) {
    const onText = events.text.bind(events);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  if (events.close !== undefined) {
    const onClose = events.close.bind(events);
    parser.on('closetag', (tag) => onClose(localName(tag.name)));
  }
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
    if (events.enough?.() === true) return;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

export async function readXml(bytes: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  for await (const _ of pieces(bytes, events)) continue;
}
