import { chinese, english } from '../../public/shared/i18n/locales.ts';

export const locales = ['en-US', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\/{}]/g, String.raw`\$&`);

/** A text of the consoles as somebody who reads this language finds it: what is filled in may be anything. */
export function wordsOf(locale: Locale, key: string): RegExp {
  const dictionary: object = locale === 'zh-CN' ? chinese : english;
  const at = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>((known, name) => (known as Record<string, unknown> | undefined)?.[name], dictionary);
  const found = [at(key), at(`${key}_one`), at(`${key}_other`)].filter((text) => typeof text === 'string');
  if (found.length === 0) throw new Error(`no console says ${key}`);
  const patterns = found.map((text) =>
    text
      .split(/\{\{[^}]*\}\}/)
      .map(escaped)
      .join('.*'),
  );
  return new RegExp(patterns.join('|'));
}
