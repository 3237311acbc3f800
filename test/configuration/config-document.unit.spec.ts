import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { yamlText } from '../../src/configuration/adapters/yaml-text.ts';
import { configDocument, configJsonSchema, readDocument } from '../../src/configuration/config-document.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { configKindsOf } from '../../src/wire.ts';

// The shapes alone are asked: no database is needed for them.
const kinds = configKindsOf(null as unknown as PrismaClient, () => 0, 'sim');
const head = { format: 'casedial-configuration', version: 1 };
const zone = { prefix: '+8699', zone: 'Asia/Urumqi', reason: 'Lives by its own clock' };
const faults = (parsed: unknown) => {
  const read = readDocument(kinds, parsed);
  return read.kind === 'refused' ? read.faults.map(({ path }) => path) : [];
};

describe('a configuration document', () => {
  it('[CFG-5] the published schema is made from the shapes that an import is held to, and stands in docs/ as it is', () => {
    const schema = configJsonSchema(kinds);
    expect(JSON.parse(readFileSync('docs/configuration.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
    const holds = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(holds({ ...head, zones: [zone] })).toBe(true);
    expect(holds({ ...head, zones: [{ ...zone, prefix: 7 }] })).toBe(false);
    expect(holds({ ...head, version: 2 })).toBe(false);
    expect(holds({ ...head, strangers: [] })).toBe(false);
    expect(new Set(kinds.map(({ section }) => section)).size).toBe(kinds.length);
  });

  it('[CFG-6] another format or version is refused as such, with the path of the fault', () => {
    expect(faults('text')).toEqual(['format']);
    expect(faults({ ...head, format: 'other' })).toEqual(['format']);
    expect(faults({ ...head, version: 2, strangers: [] })).toEqual(['version']);
    expect(faults({ format: head.format })).toEqual(['version']);
    expect(faults(head)).toEqual([]);
  });

  it('[CFG-6] what is not known, missing or twice is refused by its path', () => {
    expect(faults({ ...head, strangers: [] })).toEqual(['(whole)']);
    expect(faults({ ...head, zones: [zone, { ...zone, prefix: '8699' }] })).toEqual(['zones.1.prefix']);
    expect(faults({ ...head, zones: [{ prefix: '+8699', zone: 'Asia/Urumqi' }] })).toEqual(['zones.0.reason']);
    expect(faults({ ...head, zones: [zone, { ...zone, zone: 'Asia/Tokyo' }] })).toEqual(['zones.1']);
  });

  it('[CFG-6] YAML and JSON are read alike, a fault of the text is told by its line, and a name means no other', () => {
    const document = configDocument({ zones: [zone] });
    for (const text of [yamlText.write(document), JSON.stringify(document)]) {
      const parsed = yamlText.read(text);
      expect(parsed).toMatchObject({ kind: 'parsed', value: { zones: [zone] } });
    }
    expect(yamlText.read('format: a\nzones: [')).toMatchObject({
      kind: 'refused',
      faults: [{ path: expect.stringContaining('line 2') as string }],
    });
    expect(yamlText.read('a: 1\na: 2')).toMatchObject({ kind: 'refused' });
  });
});
