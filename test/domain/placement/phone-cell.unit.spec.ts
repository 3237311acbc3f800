import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CleanCell } from '../../../src/domain/placement/cell-text.ts';
import type { JudgeNumber } from '../../../src/domain/placement/judge-number.ts';
import { readFragment } from '../../../src/domain/placement/read-fragment.ts';
import { readPhoneCell, type PhoneCellContext } from '../../../src/domain/placement/read-phone-cell.ts';

/** Knows just enough of two numbering plans to let the rules around it be seen. */
const judge: JudgeNumber = (digits, written) => {
  const national = written === 'national' ? digits.replace(/^86(?=1[3-9]\d{9}$)/, '') : digits.replace(/^86/, '');
  if (/^1[3-9]\d{9}$/.test(national))
    return { kind: 'valid', e164: `+86${national}`, country: 'CN', lineType: 'mobile' };
  const fixed = /^0?((?:10|2\d|[3-9]\d{2})[2-8]\d{6,7})$/.exec(national);
  if (fixed !== null) return { kind: 'valid', e164: `+86${fixed[1]}`, country: 'CN', lineType: 'fixed' };

  return { kind: 'refused', because: 'invalid_number' };
};
const inChina: PhoneCellContext = { country: 'CN', judge, areaCode: () => null };
const text = (value: string): CleanCell => ({ text: value, number: null });

function told(cell: CleanCell | string, context = inChina): string[] {
  const read = readPhoneCell(typeof cell === 'string' ? text(cell) : cell, 'work', context);
  const numbers = read.numbers.map(
    ({ e164, extension, notes }) =>
      e164 + (extension === '' ? '' : ` ext ${extension}`) + notes.map((note) => ` (${note})`).join(''),
  );

  return [...numbers, ...read.rejected.map(({ reason }) => reason)];
}

describe('phone cells', () => {
  it.each<[string, CleanCell | string, string[]]>([
    ['[IMP-15] a plain number', '13800138000', ['+8613800138000']],
    ['[IMP-15] a number cell', { text: '13800138000', number: 13800138000 }, ['+8613800138000']],
    [
      '[IMP-15] a rounded number cell is lost',
      { text: '1.38001380001234e+22', number: 1.38e22 },
      ['scientific_notation'],
    ],
    ['[IMP-15] scientific notation is never reconstructed', '1.38E+10', ['scientific_notation']],
    ['[IMP-15] a formula is never evaluated', '=1+13800138000', ['formula_text']],
    [
      '[IMP-16] separators split',
      '13800138000/021-55551234、13900139000',
      ['+8613800138000', '+862155551234', '+8613900139000'],
    ],
    ['[IMP-16] brackets hold together', '13800138000(张三/妻子)', ['+8613800138000 (张三/妻子)']],
    ['[IMP-16] spaces split whole numbers only', '13800138000 021-55551234', ['+8613800138000', '+862155551234']],
    ['[IMP-16] spaces inside a number do not split it', '138 0013 8000', ['+8613800138000']],
    ['[IMP-17] an extension in Chinese', '021-55551234转801', ['+862155551234 ext 801']],
    ['[IMP-17] an extension in brackets', '021-55551234(ext. 0801)', ['+862155551234 ext 0801']],
    ['[IMP-17] an extension behind a hyphen', '021-55551234-801', ['+862155551234 ext 801']],
    ['[IMP-17] three groups are no extension', '138-0013-8000', ['+8613800138000']],
    ['[IMP-18] words around a number are notes', '前台13800138000李经理', ['+8613800138000 (前台) (李经理)']],
    ['[IMP-18] labels are no notes', '手机:13800138000', ['+8613800138000']],
    ['[IMP-18] two numbers glued by a word are not guessed apart', '13800138000丈夫13900139000', ['ambiguous_text']],
    ['[IMP-19] a note of its own belongs to the number before', '13800138000,空号', ['+8613800138000 (空号)']],
    ['[IMP-19] words without a number before them', '停机', ['no_digits']],
    [
      '[IMP-20] a trunk 0, a country code without +, IDD, IP prefix',
      '8613800138000;008613800138000;1795113800138000',
      ['+8613800138000', '+8613800138000', '+8613800138000'],
    ],
    ['[IMP-20] all digits the same', '000000', ['placeholder_number']],
    ['[IMP-20] fewer than seven digits', '114', ['too_short']],
    ['[IMP-20] decimals of a number turned to text are lost', '13800138000.0号', ['+8613800138000 (号)']],
    ['[IMP-24] no area code, nothing to take it from', '55551234', ['area_code_missing']],
    [
      '[IMP-24] the area code of the number before in the cell',
      '021-55551234/66667777',
      ['+862155551234', '+862166667777'],
    ],
    ['[IMP-5] placeholders of phone columns', '0', []],
  ])('%s', (_, cell, want) => expect(told(cell)).toEqual(want));

  it('[IMP-24] the place completes a local number and says so', () => {
    const read = readPhoneCell(text('55551234'), 'home', { ...inChina, areaCode: () => '0755' });
    expect(read.numbers).toMatchObject([{ e164: '+8675555551234', areaCodeDerived: true }]);
  });

  it('[IMP-24] a local number of another country is never completed', () =>
    expect(told('555-0199', { ...inChina, country: 'US', areaCode: () => '212' })).toEqual(['area_code_missing']));

  const anyMobile = fc
    .tuple(fc.constantFrom('138', '139', '150', '186'), fc.integer({ min: 0, max: 99_999_999 }))
    .map(([prefix, rest]) => prefix + String(rest).padStart(8, '0'));

  it('[IMP-16] any list of mobiles comes out whole and in order, however it is joined', () => {
    const joiners = fc.constantFrom('/', '、', ';', ',', '|', '&', '\n', ' or ', ' and ', ' ');
    fc.assert(
      fc.property(fc.array(anyMobile, { minLength: 1, maxLength: 6 }), joiners, (mobiles, joiner) => {
        expect(told(mobiles.join(joiner))).toEqual(mobiles.map((mobile) => `+86${mobile}`));
      }),
    );
  });

  it('[IMP-17] an extension survives with its zeros', () => {
    const markers = fc.constantFrom('转', '转接', '分机', '内线', '#', ' ext ', ' x', ' ext. ');
    const digits = fc.stringMatching(/^\d{1,6}$/);
    fc.assert(
      fc.property(markers, digits, (marker, extension) => {
        expect(told(`021-55551234${marker}${extension}`)).toEqual([`+862155551234 ext ${extension}`]);
      }),
    );
  });

  it('[IMP-1] whatever stands in a cell, nothing is thrown and no digit is made up', () => {
    const pieces = fc.constantFrom(
      '138',
      '0013',
      '8000',
      '+86',
      '(',
      ')',
      '转',
      ' ',
      '/',
      '-',
      '空号',
      'ext',
      '.',
      '[',
      ']',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const cell = parts.join('');
        // An extension may stand in the middle: the number's digits follow each other, others may lie between.
        const digits = cell.replace(/\D/g, '');
        for (const { e164, areaCodeDerived } of readPhoneCell(text(cell), 'work', inChina).numbers) {
          const inOrder = new RegExp([...e164.replace('+86', '')].join('.*'));
          if (!areaCodeDerived) expect(digits).toMatch(inOrder);
        }
      }),
    );
  });
});

describe('a piece of a phone cell', () => {
  const piece = (written: string, country = 'CN') => {
    const read = readFragment(written, country);
    if (read.kind !== 'read') throw new Error(read.because);
    return read.fragment;
  };

  it('[IMP-18] its notes stand in the order in which they are written, in brackets or not', () => {
    expect(piece('13800138000 (aaaaaaaa) bb (cc)').notes).toEqual(['aaaaaaaa', 'bb', 'cc']);
    expect(piece('(evenings) 13800138000 wife')).toMatchObject({ digits: '13800138000', notes: ['evenings', 'wife'] });
  });

  it('[IMP-17] an extension alone in brackets is one and no note; of two the first counts', () => {
    expect(piece('010-12345678 (ext 12)')).toMatchObject({ digits: '01012345678', extension: '12', notes: [] });
    expect(piece('(ext 9) 62345678 x12').extension).toBe('9');
    expect(piece('62345678 x12 (ext 9)').extension).toBe('12');
  });

  it('[IMP-17] a hyphen begins an extension in China alone, and only where none was written out', () => {
    expect(piece('010-62345678-123')).toMatchObject({ digits: '01062345678', extension: '123' });
    expect(piece('010-62345678-123', 'US')).toMatchObject({ digits: '01062345678123', extension: '' });
    expect(piece('010-62345678-123 ext 45').extension).toBe('45');
  });
});
