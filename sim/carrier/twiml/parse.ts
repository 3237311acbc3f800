import { SaxesParser } from 'saxes';

export interface TwimlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly TwimlNode[];
  text: string;
}

export type ParsedTwiml = { ok: true; verbs: readonly TwimlNode[] } | { ok: false; because: string };

interface OpenNode extends TwimlNode {
  children: TwimlNode[];
}

export function parseTwiml(xml: string): ParsedTwiml {
  const parser = new SaxesParser();
  const open: OpenNode[] = [];
  let root: TwimlNode | null = null;
  let failure: string | null = null;
  parser.on('error', (error) => (failure ??= error.message));
  parser.on('opentag', (tag) => {
    const node: OpenNode = {
      name: tag.name,
      attributes: { ...(tag.attributes as Record<string, string>) },
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(node);
    open.push(node);
    root ??= node;
  });
  const takeText = (text: string): void => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('closetag', () => void open.pop());
  parser.write(xml.trim()).close();
  if (failure !== null) return { ok: false, because: failure };
  const document = root as TwimlNode | null;
  if (document?.name !== 'Response') return { ok: false, because: 'root element is not Response' };
  return { ok: true, verbs: document.children };
}
