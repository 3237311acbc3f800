import { describe, expect, it } from 'vitest';
import { namedLanguages, readLanguage } from '../../../src/domain/placement/read-language.ts';
import { speaks } from '../../../src/domain/routing/speaks.ts';

describe('the language of a row', () => {
  it.each([
    ['English', 'en'],
    ['英语', 'en'],
    ['Español', 'es'],
    ['西班牙语', 'es'],
    ['français', 'fr'],
    [' 普通话 ', 'zh'],
    ['Mandarin', 'zh'],
    ['中文', 'zh'],
    ['粤语', 'yue'],
    ['VIETNAMESE', 'vi'],
    ['es-mx', 'es-MX'],
    ['zh_TW', 'zh-TW'],
    ['en', 'en'],
    ['', null],
    ['Klingonish', undefined],
    ['x', undefined],
    ['qq', undefined],
    ['en-', undefined],
    ['en-12', undefined],
    ['12', undefined],
  ])('[CASE-58] %s', (text, tag) => {
    expect(readLanguage(text)).toBe(tag);
  });

  it('[CASE-58] every name in the list is read as the tag that agents are held to', () => {
    for (const tag of namedLanguages) {
      const name = new Intl.DisplayNames(['zh-CN'], { type: 'language' }).of(tag) ?? '';
      const read = readLanguage(name);
      expect(typeof read === 'string' && speaks([tag], read), name).toBe(true);
    }
  });
});
