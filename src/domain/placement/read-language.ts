/** Languages that files name by a word; any other may stand there as its tag. */
export const namedLanguages: readonly string[] =
  'zh yue en es fr de it pt nl pl ro ru uk tr ar fa ur hi bn pa ta gu ja ko vi th id ms tl el so ug bo mn'.split(' ');

/** What nobody calls by its dictionary name. */
const spoken: readonly (readonly [string, string])[] = [
  ['mandarin', 'zh'],
  ['普通话', 'zh'],
  ['国语', 'zh'],
  ['汉语', 'zh'],
  ['cantonese', 'yue'],
  ['粤语', 'yue'],
  ['广东话', 'yue'],
  ['español', 'es'],
  ['tagalog', 'tl'],
];

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function* namesOf(tag: string): Generator<string> {
  for (const locale of ['en', 'zh-CN', tag]) {
    const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(tag);
    if (name !== undefined) yield plain(name);
  }
}

const tags: ReadonlyMap<string, string> = new Map([
  ...namedLanguages.flatMap((tag) => [...namesOf(tag)].map((name) => [name, tag] as const)),
  ...spoken,
]);

/**
 * The language a file says is spoken with the debtor, as BCP 47 tag: from a tag, or from its name in English, Chinese or
 * itself. Null: the cell is empty. Undefined: it says something else.
 */
export function readLanguage(text: string): string | null | undefined {
  const said = plain(text);
  if (said === '') return null;
  const known = tags.get(said);
  if (known !== undefined) return known;
  return knownTag(said.replaceAll('_', '-'));
}

/** A tag that the world knows, as it is written: `xx` is well formed and says nothing. */
function knownTag(said: string): string | undefined {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(said)) return undefined;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(said);
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag);
    return name === undefined ? undefined : tag;
  } catch (error) {
    // Well formed at first sight only, such as en-12.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
