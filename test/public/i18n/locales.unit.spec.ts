import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { chinese, english } from '../../../public/shared/i18n/locales.ts';

type Texts = { readonly [key: string]: string | Texts };

const entries = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : entries(value, `${prefix}${key}.`),
  );

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

/** Names, units and signs that are the same in every language. */
const sameInBoth = new Set(['common.product', 'common.nothing', 'cases.ladder.counter', 'auditWords.said']);

describe('the languages of the consoles', () => {
  const en = new Map(entries(english));
  const zh = new Map(entries(chinese));

  it('[UI-14] Chinese and English have the same keys', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    expect(en.size).toBeGreaterThan(300);
  });

  it('[UI-14] a text takes the same values in both languages', () => {
    for (const [key, text] of en) expect([key, placeholders(zh.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('[UI-14] every Chinese text is Chinese, every English one is not', () => {
    const han = /\p{Script=Han}/u;
    const untranslated = [...zh].filter(([key, text]) => !han.test(text) && !sameInBoth.has(key));
    const leaked = [...en].filter(([, text]) => han.test(text));
    expect(untranslated).toEqual([]);
    expect(leaked).toEqual([]);
  });
});

const publicDir = join(import.meta.dirname, '../../../public');
const components = readdirSync(publicDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

/** Units, key names and each language's own name are not translated. */
const untranslatable = /^(ms|Alt|Ctrl|Shift|[A-Z#*?]|\d+×|×)$/;
const spokenAttributes = new Set([
  'title',
  'label',
  'placeholder',
  'aria-label',
  'alt',
  'description',
  'extra',
  'hint',
]);
const hasLetters = (text: string): boolean => /\p{L}{2,}/u.test(text) && !untranslatable.test(text.trim());

function hardCoded(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(publicDir, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText(source)) && node.initializer !== undefined) {
      if (ts.isStringLiteral(node.initializer) && hasLetters(node.initializer.text))
        found.push(`${file}: ${node.initializer.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the components', () => {
  it('[UI-15] say nothing that is not in the locales', () => {
    expect(components.length).toBeGreaterThan(20);
    expect(components.flatMap(hardCoded)).toEqual([]);
  });
});
