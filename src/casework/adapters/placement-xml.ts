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

// The parser gathers what stands between two tags. A cell has room for 32,767 characters; this much more is no spreadsheet.
const mostBetweenTags = 32 * 1024 * 1024;

const localName = (name: string): string => {
  const colon = name.indexOf(':');

  return colon === -1 ? name : name.slice(colon + 1);
};

/** One part of the archive as XML events; `pieces` gives control back between chunks. */
export async function* pieces(
  bytes: AsyncIterable<Buffer>,
  events: XmlEvents,
  most = mostBetweenTags,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8');
  parser.on('error', (error) => {
    throw new UnreadableFile({ code: 'corrupt_file', detail: 'damaged' }, error);
  });
  let sinceTag = 0;
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    events.open(localName(tag.name), tag.attributes);
  });
  if (events.text !== undefined) {
    const onText = events.text.bind(events);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    events.close?.(localName(tag.name));
  });
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    sinceTag += text.length;
    if (sinceTag > most) {
      throw new UnreadableFile({ code: 'unsafe_archive', detail: 'inflates_too_much' });
    }
    parser.write(text);
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
