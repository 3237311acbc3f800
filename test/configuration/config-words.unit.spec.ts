import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chinese, english } from '../../public/shared/i18n/locales.ts';
import { inboundSettings } from '../../src/contract/inbound.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { configKindsOf } from '../../src/wire.ts';

// The shapes alone are asked: no database is needed for them.
const kinds = configKindsOf(null as unknown as PrismaClient, () => 0, 'sim');

interface Node {
  readonly type?: string;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly propertyNames?: { readonly enum?: readonly string[] };
}

/** Every path that a diff of such documents may name: leaves, and parts that may be missing as a whole. */
function pathsOf(node: Node, at = ''): string[] {
  const below = (name: string): string => (at === '' ? name : `${at}.${name}`);
  if (node.anyOf !== undefined) return node.anyOf.flatMap((each) => (each.type === 'null' ? [at] : pathsOf(each, at)));
  if (node.propertyNames?.enum !== undefined) return node.propertyNames.enum.map(below);
  if (node.type === 'object' && node.properties !== undefined)
    return Object.entries(node.properties).flatMap(([name, each]) => pathsOf(each, below(name)));
  return [at];
}
const shape = (schema: z.ZodType): Node => z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Node;
const inLocale = (locale: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, word) => (at as Record<string, unknown> | undefined)?.[word], locale);

describe('the words of the configuration', () => {
  it('[CFG-2] each field that may differ has a word in both languages', () => {
    const paths = kinds.map(({ kind, schema }) => ({
      kind,
      // Its shape stands beside the number's, with the team by its id.
      paths:
        kind === 'caller_id'
          ? [...pathsOf(shape(schema)), ...pathsOf(shape(inboundSettings), 'inbound')].filter(
              (path) => path !== 'inbound.teamId',
            )
          : pathsOf(shape(schema)),
    }));
    expect(paths.flatMap((each) => each.paths).length).toBeGreaterThan(110);
    const without = paths.flatMap(({ kind, paths: all }) => {
      const words = kinds.find((each) => each.kind === kind)?.words ?? {};
      return all.filter((path) => {
        if (!path.startsWith('tightening.')) return words[path] === undefined;
        const key = path.replace('tightening.', '');
        return [english, chinese].some((locale) => typeof inLocale(locale.rules.field, key) !== 'string');
      });
    });
    expect(without).toEqual([]);
    const said = kinds.flatMap(({ words }) => Object.values(words));
    expect(said.filter(([en, zh]) => en === '' || !/[\u4e00-\u9fff]/.test(zh))).toEqual([]);
  });
});
