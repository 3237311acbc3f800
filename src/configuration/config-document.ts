import { z } from 'zod';
import { configFormat, configFormatVersion } from '../contract/configuration.ts';
import type { ConfigFault, ConfigKind } from '../platform/config-kind.ts';

export type ConfigSections = Readonly<Record<string, readonly object[]>>;

/** Beside the sections: what the document says of itself. A section that is left out is left alone. */
const documentSchema = (kinds: readonly ConfigKind[]) =>
  z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(configFormat),
    version: z.literal(configFormatVersion),
    ...Object.fromEntries(kinds.map(({ section, schema }) => [section, z.array(schema).optional()])),
  });

export const configSchemaPath = `/schemas/configuration-${configFormatVersion}.json`;

/** CFG-5: made from the very shapes that an import is held to. */
export const configJsonSchema = (kinds: readonly ConfigKind[]): object => ({
  title: 'Configuration of Casedial',
  ...z.toJSONSchema(documentSchema(kinds), { io: 'input', unrepresentable: 'any' }),
});

export const configDocument = (sections: ConfigSections): object => ({
  $schema: configSchemaPath,
  format: configFormat,
  version: configFormatVersion,
  ...sections,
});

export type ReadDocument =
  | { readonly kind: 'read'; readonly sections: ConfigSections }
  | { readonly kind: 'refused'; readonly faults: readonly ConfigFault[] };

const header = z.looseObject({ format: z.unknown().optional(), version: z.unknown().optional() });

/** Another format or version is said to be one, instead of everything that is strange about it. */
function faultsOfHeader(parsed: unknown): readonly ConfigFault[] {
  const read = header.safeParse(parsed);
  if (!read.success || read.data.format !== configFormat) {
    return [{ path: 'format', rule: 'CFG-6', remedy: `A configuration document begins with format: ${configFormat}.` }];
  }
  if (read.data.version === configFormatVersion) return [];
  return [
    {
      path: 'version',
      rule: 'CFG-6',
      remedy: `This program reads version ${configFormatVersion}; export from a program of its time, or bring the document to that version.`,
    },
  ];
}

const mostFaults = 100;

function twice(kind: ConfigKind, documents: readonly object[]): readonly ConfigFault[] {
  const seen = new Set<string>();
  return documents.flatMap((document, at) => {
    const key = kind.keyOf(document);
    if (seen.has(key)) return [{ path: `${kind.section}.${at}`, rule: 'CFG-6', remedy: 'It stands here twice.' }];
    seen.add(key);
    return [];
  });
}

/** CFG-6: what was parsed as a document of this version, or every fault by its path. */
export function readDocument(kinds: readonly ConfigKind[], parsed: unknown): ReadDocument {
  const wrongHeader = faultsOfHeader(parsed);
  if (wrongHeader.length > 0) return { kind: 'refused', faults: wrongHeader };
  const read = documentSchema(kinds).safeParse(parsed);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, code, message }) => ({
      path: path.map(String).join('.') || '(whole)',
      rule: `CFG-6:${code}`,
      remedy: message,
    }));
    return { kind: 'refused', faults: faults.slice(0, mostFaults) };
  }
  const said = read.data as Readonly<Record<string, unknown>>;
  const sections: Record<string, readonly object[]> = {};
  for (const kind of kinds) {
    const documents = said[kind.section];
    if (Array.isArray(documents)) sections[kind.section] = documents as readonly object[];
  }
  const doubles = kinds.flatMap((kind) => twice(kind, sections[kind.section] ?? []));
  return doubles.length > 0 ? { kind: 'refused', faults: doubles } : { kind: 'read', sections };
}
