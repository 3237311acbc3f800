import { LineCounter, parseDocument, stringify } from 'yaml';
import type { ConfigFault } from '../../platform/config-kind.ts';
import type { ConfigText } from '../configuration.ts';

const mostAliases = 100;

/** YAML, of which JSON is a part. */
export const yamlText: ConfigText = {
  write: (document) => stringify(document, { lineWidth: 120, aliasDuplicateObjects: false }),
  read(text) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const faults = document.errors.map((error): ConfigFault => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { path: `line ${line}, column ${col}`, rule: `CFG-6:${error.code}`, remedy: error.message };
    });
    if (faults.length > 0) return { kind: 'refused', faults };
    return { kind: 'parsed', value: document.toJS({ maxAliasCount: mostAliases }) as unknown };
  },
};
