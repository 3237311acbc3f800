import { describe, expect, it } from 'vitest';
import type { RawCell } from '../../../src/domain/placement/cell-text.ts';
import { planColumns } from '../../../src/domain/placement/column-plan.ts';
import { mapHeaders } from '../../../src/domain/placement/find-header.ts';
import type { JudgeNumber } from '../../../src/domain/placement/judge-number.ts';
import { startingProfiles } from '../../../src/domain/placement/profile.ts';
import { readRow, type RowOutcome, type RowRules } from '../../../src/domain/placement/read-row.ts';
import { SeenCaseIds } from '../../../src/domain/placement/seen-case-ids.ts';
import { americanHeader, chineseHeader } from '../../fixtures/placements/rows.ts';

/** Chinese mobiles and fixed lines with their area code; all else is no number. */
const chinese: JudgeNumber = (digits) => {
  const national = digits.replace(/^86/, '').replace(/^0/, '');
  const lineType = /^1[3-9]\d{9}$/.test(national) ? 'mobile' : 'fixed';
  return lineType === 'mobile' || /^(?:10|2\d|[3-9]\d{2})[2-8]\d{7}$/.test(national)
    ? { kind: 'valid', e164: `+86${national}`, country: 'CN', lineType }
    : { kind: 'refused', because: 'invalid_number' };
};
const american: JudgeNumber = (digits) => {
  const national = digits.replace(/^1/, '');
  return /^[2-9]\d{2}55501\d{2}$/.test(national)
    ? { kind: 'valid', e164: `+1${national}`, country: 'US', lineType: 'fixed_or_mobile' }
    : { kind: 'refused', because: 'invalid_number' };
};

type Named = Readonly<Record<string, RawCell>>;

const reader =
  (headers: readonly string[], country: 'CN' | 'US' | 'GB', over: Partial<RowRules> = {}, base: Named = {}) =>
  (given: Named = {}, isTaken: (caseId: string) => boolean = () => false, ...more: RawCell[]): RowOutcome => {
    const profile = startingProfiles[country];
    const cells = headers.map((header): RawCell => ({ ...base, ...given })[header] ?? '');
    const plan = planColumns(mapHeaders(headers), profile.classOrder);
    const judge = country === 'US' ? american : chinese;
    return readRow([...cells, ...more], { profile, plan, dateSystem: 1900, judge, mostFields: null, ...over }, isTaken);
  };

const chineseRow: Named = {
  委案编号: 'A-1',
  客户姓名: '李 雷',
  身份证号: '11010119900101123x',
  卡号后四位: '42',
  委案金额: '1,234.50',
  币种: '人民币',
  逾期天数: '93天',
  委案日期: '2026-05-01',
  退案日期: '2026-08-01',
  本人手机: '13800138000',
};
const read = reader(chineseHeader, 'CN', {}, chineseRow);
const readUs = reader(
  americanHeader,
  'US',
  {},
  {
    'Account Number': 'U-1',
    'Consumer ID': '77-1',
    'First Name': 'Ann',
    'Last Name': 'Lee',
    Balance: '1,250.00',
    Currency: 'USD',
    'Days Past Due': '30',
    'Placement Date': '5/1/2026',
    'Recall Date': '8/1/2026',
    'Primary Phone': '(212) 555-0100',
    City: 'New York',
    State: 'NY',
    ZIP: '10001',
  },
);

const caseOf = (outcome: RowOutcome) => {
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.case;
};
const reasonsOf = (outcome: RowOutcome) => (outcome.kind === 'rejected' ? outcome.reasons : outcome.kind);
const warningsOf = (outcome: RowOutcome) => caseOf(outcome).warnings;

describe('rows of a placement', () => {
  it('[IMP-28] an accepted row is a case with all that its cells say', () => {
    expect(read({ 单位地址: '北京市海淀区', 家庭地址: '上海市静安区', 备注: '老客户' })).toEqual({
      kind: 'accepted',
      case: {
        caseId: 'A-1',
        linkKey: 'id:11010119900101123X',
        debtorName: '李雷',
        cardLast4: '0042',
        amountMinor: 123450,
        currency: 'CNY',
        overdueDays: 93,
        placementDate: '2026-05-01',
        recallDate: '2026-08-01',
        usAddress: null,
        addressZones: ['Asia/Shanghai'],
        texts: {
          work_name: '',
          work_address: '北京市海淀区',
          home_address: '上海市静安区',
          hukou_address: '',
          city: '',
          state: '',
          postal_code: '',
          remark: '老客户',
        },
        numbers: [
          {
            e164: '+8613800138000',
            country: 'CN',
            lineType: 'mobile',
            order: 1,
            numberClass: 'self_mobile',
            extension: '',
            note: '',
            noteCodes: [],
            person: '',
            relation: '',
            areaCodeDerived: false,
          },
        ],
        rejectedNumbers: [],
        warnings: [],
      },
    });
  });

  it('[IMP-28] everything that keeps a row out is said at once, in one order', () => {
    expect(
      read({ 委案编号: '', 委案金额: '0', 币种: 'XXX', 委案日期: '2026-02-30', 退案日期: 'soon', 本人手机: '停机' }),
    ).toEqual({
      kind: 'rejected',
      caseId: null,
      reasons: [
        'missing_case_id',
        'amount_not_positive',
        'currency_unknown',
        'placement_date_invalid',
        'recall_date_invalid',
        'no_usable_phone',
      ],
    });
    expect(read({ 委案金额: '', 委案日期: '', 本人手机: '', 备注: 'x' })).toEqual({
      kind: 'rejected',
      caseId: 'A-1',
      reasons: ['amount_missing', 'placement_date_missing', 'no_phone'],
    });
    expect(reasonsOf(read({ 委案金额: 'many' }))).toEqual(['amount_invalid']);
    expect(reasonsOf(read({}, (caseId) => caseId === 'A-1'))).toEqual(['duplicate_case_id']);
    expect(reasonsOf(read({}, (caseId) => caseId === 'B-1'))).toBe('accepted');
  });

  it('[IMP-12] a case may be recalled on the day of its placement and not before', () => {
    expect(caseOf(read({ 退案日期: '2026-05-01' })).recallDate).toBe('2026-05-01');
    expect(reasonsOf(read({ 退案日期: '2026-04-30' }))).toEqual(['recall_before_placement']);
    expect(reasonsOf(read({ 退案日期: '2026-04-30', 委案日期: '' }))).toEqual(['placement_date_missing']);
    const blank = caseOf(read({ 退案日期: '' }));
    expect([blank.recallDate, blank.warnings]).toEqual([null, ['recall_date_missing']]);
  });

  it('[IMP-11] a blank currency is the profile’s, with a warning; a written one is read', () => {
    const blank = caseOf(read({ 币种: '' }));
    expect([blank.currency, blank.amountMinor, blank.warnings]).toEqual(['CNY', 123450, ['currency_defaulted']]);
    const yen = caseOf(read({ 币种: 'JPY', 委案金额: '1,234' }));
    expect([yen.currency, yen.amountMinor]).toEqual(['JPY', 1234]);
  });

  it('[IMP-28] what was odd in a row goes with its case as warnings, in alphabetical order', () => {
    const odd = read({
      客户姓名: '',
      身份证号: '',
      逾期天数: 'long',
      委案编号: { error: '#N/A' },
      备注: 'a\u0007b',
    });
    expect(reasonsOf(odd)).toEqual(['missing_case_id']);
    expect(
      warningsOf(read({ 客户姓名: '', 身份证号: '', 逾期天数: 'long', 备注: 'a\u0007b', 单位地址: { error: '#N/A' } })),
    ).toEqual(['cell_error', 'control_chars_removed', 'id_missing', 'name_missing', 'overdue_days_invalid']);
    expect(warningsOf(read({ 身份证号: 1.1e17 }))).toEqual(['id_precision_lost']);
    expect(warningsOf(read({ 备注: 'a\u0007b' }))).toEqual(['control_chars_removed']);
    expect(warningsOf(read({ 备注: { error: '#REF!' } }))).toEqual(['cell_error']);
  });

  it('[IMP-7] a cell longer than any spreadsheet holds rejects its row, before all other reasons', () => {
    const long = 'x'.repeat(32_768);
    expect(read({ 备注: long })).toEqual({ kind: 'rejected', caseId: 'A-1', reasons: ['cell_too_long'] });
    expect(reasonsOf(read({ 备注: long, 委案金额: '' }))).toEqual(['cell_too_long', 'amount_missing']);
    expect(read({ 备注: 'x'.repeat(32_767) }).kind).toBe('accepted');
  });

  it('[IMP-2] a row of text with more fields than its header is shifted and not trusted', () => {
    const strict = reader(chineseHeader, 'CN', { mostFields: chineseHeader.length }, chineseRow);
    expect(strict().kind).toBe('accepted');
    expect(strict({}, undefined, 'one more')).toEqual({ kind: 'rejected', caseId: 'A-1', reasons: ['column_count'] });
    expect(strict({ 委案编号: '' }, undefined, 'one more')).toMatchObject({ caseId: null });
    expect(read({}, undefined, 'one more').kind).toBe('accepted');
  });

  it('[IMP-3] blank rows, totals and notes are no cases', () => {
    const only = (given: Named) => reader(chineseHeader, 'CN')(given);
    expect(only({})).toEqual({ kind: 'skipped', because: 'blank' });
    for (const word of ['合计', '总计:', '小计', 'Total', 'subtotal', 'Grand Total']) {
      expect(only({ 客户姓名: word, 委案金额: '99' }), word).toEqual({ kind: 'skipped', because: 'total' });
    }
    expect(only({ 委案编号: 'a', 客户姓名: 'b', 身份证号: '合计', 卡号后四位: '1', 委案金额: '9' })).toEqual({
      kind: 'skipped',
      because: 'total',
    });
    expect(only({ 委案编号: 'a', 客户姓名: 'b', 身份证号: 'c', 卡号后四位: '合计' }).kind).toBe('rejected');
    expect(only({ 客户姓名: '不合计' })).toEqual({ kind: 'skipped', because: 'note' });
    expect(only({ 客户姓名: '合计', 本人手机: '13800138000' }).kind).toBe('rejected');
    expect(only({ 客户姓名: '合计', 本人手机: '没有' })).toMatchObject({ because: 'total' });
    expect(only({ 客户姓名: '制表人', 备注: '王' })).toEqual({ kind: 'skipped', because: 'note' });
    expect(only({ 客户姓名: '制表人', 备注: '王', 家庭地址: '北京' }).kind).toBe('rejected');
    expect(only({ 委案编号: 'A-9', 备注: '王' }).kind).toBe('rejected');
    expect(only({ 委案金额: '10', 备注: '王' }).kind).toBe('rejected');
    expect(only({ 客户姓名: '制表人', 本人手机: '13800138000' }).kind).toBe('rejected');
  });
});

describe('the numbers of a case', () => {
  const numbersOf = (given: Named) => caseOf(read(given)).numbers;

  it('[IMP-28] numbers stand in dialing order, each with its class, its person and what was written beside it', () => {
    const numbers = numbersOf({
      联系人1电话: '13900139000(空号)',
      联系人1姓名: '王芳',
      联系人1关系: '同事',
      家庭电话: '021-55551234转801',
      单位电话: '010-66661234',
      本人手机: '13700137000;13800138000',
    });
    expect(
      numbers.map(({ order, numberClass, e164, extension, person, relation, note, noteCodes, lineType }) =>
        [order, numberClass, e164, extension, person, relation, note, noteCodes.join(), lineType].join('|'),
      ),
    ).toEqual([
      '1|self_mobile|+8613700137000||||||mobile',
      '2|self_mobile|+8613800138000||||||mobile',
      '3|work|+861066661234||||||fixed',
      '4|home|+862155551234|801|||||fixed',
      '5|contact|+8613900139000||王芳|同事|空号|vacant|mobile',
    ]);
  });

  it('[IMP-28] a number that comes twice is kept once, in its first place, with all its notes', () => {
    const twice = read({ 本人手机: '13800138000(空号)', 家庭电话: '13800138000(空号)/13800138000(本人关机)' });
    const { numbers, warnings } = caseOf(twice);
    expect(warnings).toEqual(['duplicate_number']);
    expect(numbers).toMatchObject([
      { numberClass: 'self_mobile', note: '空号; 本人关机', noteCodes: ['vacant', 'powered_off'] },
    ]);
    const extensions = numbersOf({ 单位电话: '021-55551234转1/021-55551234转2' });
    expect(extensions.map(({ extension }) => extension)).toEqual(['', '1', '2']);
  });

  it('[IMP-28] also among hundreds of numbers in one cell', () => {
    const many = Array.from({ length: 80 }, (_, index) => `138001380${String(index + 10)}`);
    const { numbers, warnings } = caseOf(read({ 本人手机: [...many, many[0], many[70], many[79]].join(';') }));
    expect(numbers.map(({ e164 }) => e164)).toEqual(many.map((each) => `+86${each}`));
    expect(warnings).toEqual(['duplicate_number']);
    expect(warningsOf(read({ 本人手机: many.join(';') }))).toEqual([]);
  });

  it('[IMP-28] a fragment that is no number stays with the case and its class', () => {
    const { rejectedNumbers, warnings } = caseOf(read({ 家庭电话: '12345' }));
    expect(rejectedNumbers).toEqual([{ numberClass: 'home', reason: 'too_short', raw: '12345' }]);
    expect(warnings).toEqual(['phone_rejected']);
  });

  it('[IMP-24] a local number takes the area code of its own address: work the employer’s, a third party’s never', () => {
    const derived = (column: string, addresses: Named) => {
      const made = caseOf(read({ [column]: '55551234', ...addresses }));
      return [
        ...made.numbers.filter(({ areaCodeDerived }) => areaCodeDerived).map(({ e164 }) => e164),
        ...made.warnings,
      ];
    };
    const both = { 单位地址: '北京市海淀区', 家庭地址: '上海市静安区' };
    expect(derived('单位电话', both)).toEqual(['+861055551234', 'area_code_derived']);
    expect(derived('家庭电话', both)).toEqual(['+862155551234', 'area_code_derived']);
    expect(derived('联系人1电话', both)).toEqual(['phone_rejected']);
    expect(derived('家庭电话', { 单位地址: '北京市海淀区' })).toEqual(['phone_rejected']);
    const own = caseOf(read({ 本人手机: '55551234', 家庭地址: '上海市静安区' }));
    expect(own.numbers[0]?.e164).toBe('+862155551234');
    const registered = reader([...chineseHeader, '户籍地址'], 'CN', {}, chineseRow);
    expect(caseOf(registered({ 家庭电话: '55551234', 户籍地址: '四川省成都市' })).numbers[1]?.e164).toBe(
      '+862855551234',
    );
    expect(
      caseOf(registered({ 家庭电话: '55551234', 户籍地址: '四川省成都市', 家庭地址: '上海市' })).numbers[1]?.e164,
    ).toBe('+862155551234');
  });
});

describe('American rows', () => {
  it('[IMP-13] the address tells the zones, and what disagrees with it is a warning', () => {
    const plain = caseOf(readUs());
    expect(plain).toMatchObject({
      debtorName: 'Ann Lee',
      amountMinor: 125000,
      placementDate: '2026-05-01',
      addressZones: ['America/New_York'],
      usAddress: { city: 'New York', state: 'NY', zip5: '10001', placedIn: 'NY', mismatch: false },
      texts: { city: 'New York', state: 'NY', postal_code: '10001' },
      warnings: [],
    });
    expect(warningsOf(readUs({ State: 'CA' }))).toEqual(['zip_state_mismatch']);
    const nowhere = caseOf(readUs({ State: '', ZIP: '', City: '' }));
    expect([nowhere.addressZones, nowhere.warnings]).toEqual([[], ['address_zone_unknown']]);
  });

  it('[IMP-13] an own number of another state is a warning, a third party’s is none', () => {
    expect(warningsOf(readUs({ 'Primary Phone': '(213) 555-0100' }))).toEqual(['area_code_state_conflict']);
    expect(warningsOf(readUs({ 'Work Phone': '(213) 555-0101' }))).toEqual(['area_code_state_conflict']);
    expect(warningsOf(readUs({ 'Primary Phone': '(800) 555-0100' }))).toEqual([]);
    expect(warningsOf(readUs({ 'Primary Phone': '(213) 555-0100', State: '', ZIP: '' }))).toEqual([
      'address_zone_unknown',
    ]);
    const withContact = reader(
      [...americanHeader, 'Reference 1 Phone', 'Home Phone'],
      'US',
      {},
      {
        'Account Number': 'U-1',
        'Consumer ID': '77-1',
        'First Name': 'Ann',
        'Last Name': 'Lee',
        Balance: '1',
        Currency: 'USD',
        'Days Past Due': '1',
        'Placement Date': '5/1/2026',
        'Recall Date': '8/1/2026',
        'Primary Phone': '(212) 555-0100',
        ZIP: '10001',
      },
    );
    expect(warningsOf(withContact({ 'Reference 1 Phone': '(213) 555-0100' }))).toEqual([]);
    expect(warningsOf(withContact({ 'Home Phone': '(213) 555-0100' }))).toEqual(['area_code_state_conflict']);
  });

  it('[IMP-13] elsewhere the country’s one clock is the address’s', () => {
    const british = reader(
      chineseHeader,
      'GB',
      {},
      { ...chineseRow, 委案金额: '12.00', 币种: 'GBP', 委案日期: '01/05/2026', 退案日期: '' },
    );
    expect(caseOf(british())).toMatchObject({ addressZones: ['Europe/London'], usAddress: null });
  });
});

describe('what a row says beside number and sum', () => {
  const withMore = reader([...chineseHeader, '沟通语言', '单位名称', '户籍地址'], 'CN', {}, chineseRow);

  it('[CASE-58] the language to speak is kept as its tag; one that nobody knows is a warning, and none is nothing', () => {
    expect(caseOf(withMore({ 沟通语言: '普通话' }))).toMatchObject({ language: 'zh', warnings: [] });
    const unknown = caseOf(withMore({ 沟通语言: 'Nowherish' }));
    expect(unknown).not.toHaveProperty('language');
    expect(unknown.warnings).toEqual(['language_unknown']);
    expect(caseOf(withMore())).not.toHaveProperty('language');
  });

  it('[IMP-28] employer and addresses are kept as they are written', () => {
    expect(
      caseOf(
        withMore({ 单位名称: '示例公司', 户籍地址: '示例路 1 号', 单位地址: '示例园', 家庭地址: '甲', 备注: '乙' }),
      ).texts,
    ).toEqual({
      ...{
        work_name: '示例公司',
        hukou_address: '示例路 1 号',
        work_address: '示例园',
        home_address: '甲',
        remark: '乙',
      },
      ...{ city: '', state: '', postal_code: '' },
    });
  });

  it('warnings stand in one order, whichever was found first', () => {
    const warnings = caseOf(
      withMore({ 客户姓名: '', 退案日期: '', 沟通语言: 'Nowherish', 本人手机: '13800138000 / 12345' }),
    ).warnings;
    expect(warnings).toEqual(['language_unknown', 'name_missing', 'phone_rejected', 'recall_date_missing']);
  });
});

describe('case ids seen so far', () => {
  it('[IMP-28] an id is known in either case once it was added, among thousands', () => {
    const seen = new SeenCaseIds();
    expect(seen.has('A-1')).toBe(false);
    for (let index = 0; index < 6_000; index += 1) {
      const id = `Case-${index}`;
      if (index % 997 === 0) expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    for (let index = 0; index < 6_000; index += 1) if (!seen.has(`cASE-${index}`)) throw new Error(`lost ${index}`);
    for (let index = 6_000; index < 7_000; index += 1)
      if (seen.has(`Case-${index}`)) throw new Error(`made up ${index}`);
    expect([seen.has(''), seen.has('Case-'), seen.has('Case-5999')]).toEqual([false, false, true]);
  });
});
