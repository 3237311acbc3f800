import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanRow, cleanText, maxCellChars, type CellFindings } from '../../../src/domain/placement/cell-text.ts';

const findings = (): CellFindings => ({ error: false, controlChars: false, tooLong: false });
const clean = (text: string): string => cleanRow([text], findings()).texts[0] ?? '';

describe('cell text', () => {
  it.each([
    ['[IMP-4] full-width digits and letters become plain', '１３８－ＡＢ', '138-AB'],
    ['[IMP-4] zero-width and direction marks go silently', '\u200b张\u202a三\ufeff', '张三'],
    ['[IMP-4] long dashes become hyphens', '021—5555−1234', '021-5555-1234'],
    ['[IMP-4] runs of white space become one space, line breaks stay', '  a \t\u3000 b\r\nc ', 'a b\nc'],
    ['[IMP-4] one leading apostrophe is dropped', "''x", "'x"],
    ['[IMP-4] ="..." is unwrapped', '="00123"', '00123'],
    ['[IMP-4] ="..." with a quote inside is left alone', '="a"&"b"', '="a"&"b"'],
    ['[IMP-5] a Chinese placeholder is blank', '暂无', ''],
    ['[IMP-5] an English placeholder is blank whatever its case', 'n/A', ''],
    ['[IMP-5] a French placeholder is blank', 'Néant', ''],
    ['[IMP-5] 0 is a placeholder of phone columns alone', '0', '0'],
  ])('%s', (_, raw, want) => expect(clean(raw)).toBe(want));

  it('[IMP-4] control characters are removed and reported', () => {
    const found = findings();
    expect(cleanRow(['13\u00008\u0085', 'a\tb'], found).texts).toEqual(['138', 'a b']);
    expect(found.controlChars).toBe(true);
  });

  it('[IMP-6] an error value is blank and reported', () => {
    const found = findings();
    expect(cleanRow([{ error: '#N/A' }, 12.5, null], found)).toEqual({ texts: ['', '12.5', ''], numbers: [, 12.5] });
    expect(found.error).toBe(true);
  });

  it('[IMP-7] a cell beyond what a spreadsheet can hold is reported', () => {
    const found = findings();
    cleanRow(['x'.repeat(maxCellChars)], found);
    expect(found.tooLong).toBe(false);
    cleanRow(['x'.repeat(maxCellChars + 1)], found);
    expect(found.tooLong).toBe(true);
  });

  it('[IMP-4] cleaning clean text changes nothing, apostrophes and wrappers aside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const once = cleanText(raw, findings());
        fc.pre(!/^['=]/.test(once));
        expect(cleanText(once, findings())).toBe(once);
      }),
    );
  });
});
