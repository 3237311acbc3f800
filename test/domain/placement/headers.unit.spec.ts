import { describe, expect, it } from 'vitest';
import { areaCodeOfAddress, areaCodeOfNumber } from '../../../src/domain/placement/chinese-area-code.ts';
import { planColumns } from '../../../src/domain/placement/column-plan.ts';
import { headerTexts, isHeaderRow, mapHeaders } from '../../../src/domain/placement/find-header.ts';
import { fieldOfHeader, isField, isPhoneField } from '../../../src/domain/placement/header-names.ts';
import { fieldsNeeded } from '../../../src/domain/placement/needed-fields.ts';
import { codeOfNote, codesOfNotes } from '../../../src/domain/placement/note-codes.ts';
import {
  usStateOfNumber,
  zoneOfCountry,
  zonesOfNumber,
  zonesToDial,
} from '../../../src/domain/placement/number-zones.ts';
import { placedClasses, startingProfiles, suggestProfile } from '../../../src/domain/placement/profile.ts';

describe('headers of a placement', () => {
  it.each([
    ['委案编号', 'case_id'],
    ['Account Number', 'case_id'],
    [' account  NUMBER ', 'case_id'],
    ['客户姓名', 'debtor_name'],
    ['Prénom', 'first_name'],
    ['Surname', 'last_name'],
    ['身份证号', 'debtor_id'],
    ['Card No (last 4)', 'card_last4'],
    ['Card No （last 4）', 'card_last4'],
    ['Solde', 'amount'],
    ['币种', 'currency'],
    ['DPD', 'overdue_days'],
    ['Date Placed', 'placement_date'],
    ['退案日期', 'recall_date'],
    ['Cell Phone', 'phone.self_mobile'],
    ['单位电话', 'phone.work'],
    ['宅电', 'phone.home'],
    ['Next of Kin Tel', 'phone.relative'],
    ['紧急联系人电话', 'phone.emergency'],
    ['亲属姓名', 'relative.name'],
    ['亲属与本人关系', 'relative.relation'],
    ['Emergency Contact Name', 'emergency.name'],
    ['紧急联系人关系', 'emergency.relation'],
    ['Employer', 'work_name'],
    ['单位地址', 'work_address'],
    ['Address Line 1', 'home_address'],
    ['户籍地址', 'hukou_address'],
    ['Town', 'city'],
    ['State', 'state'],
    ['Code postal', 'postal_code'],
    ['沟通语言', 'language'],
    ['Preferred Language', 'language'],
    ['备注', 'remark'],
    ['联系人1电话', 'phone.contact1'],
    ['联系人九姓名', 'contact9.name'],
    ['第二联系人关系', 'contact2.relation'],
    ['第3联系人与本人关系', 'contact3.relation'],
    ['Reference 4 Phone', 'phone.contact4'],
    ['Contact 5 Tel', 'phone.contact5'],
    ['contact6 name', 'contact6.name'],
    ['Reference 7 Relationship', 'contact7.relation'],
    ['联系人0电话', null],
    ['联系人10电话', null],
    ['Contact 0 Tel', null],
    ['My Contact 1 Tel', null],
    ['Contact 1 Telex', null],
    ['前联系人1电话', null],
    ['联系人1电话号', null],
    ['Colour', null],
    ['', null],
  ] as const)('[IMP-3] %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
    if (field !== null) expect(isField(field)).toBe(true);
  });

  it('[IMP-34] a mapping names fields that there are, and no others', () => {
    expect(['phone.contact9', 'contact1.name', 'contact9.relation', 'phone.work'].every(isField)).toBe(true);
    for (const word of ['phone.contact0', 'phone.contact10', 'contact1.age', 'xcontact1.name', 'contact1.names', '']) {
      expect(isField(word), word).toBe(false);
    }
    expect([isPhoneField('phone.contact1'), isPhoneField('contact1.name'), isPhoneField('case_id')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('[IMP-34] what no row can do without: case id, amount, placement date, a phone', () => {
    expect(fieldsNeeded([])).toEqual(['case_id', 'amount', 'placement_date', 'phone']);
    expect(fieldsNeeded(['case_id', null, 'amount', 'placement_date', 'phone.contact1'])).toEqual([]);
    expect(fieldsNeeded(['amount', 'contact1.name', null])).toEqual(['case_id', 'placement_date', 'phone']);
  });

  it('[IMP-3] a header is a row with five known names, whatever else stands in it', () => {
    const five = ['委案编号', '姓名', '委案金额', '委案日期', '本人手机'];
    expect(isHeaderRow(five)).toBe(true);
    expect(isHeaderRow(['', 7, null, ...five, 'Colour'])).toBe(true);
    expect(isHeaderRow([...five.slice(1), 'Colour', '', ''])).toBe(false);
    expect(headerTexts(['a\u2010b', 7, null, { error: '#N/A' }, ` ${'x'.repeat(300)}`])).toEqual([
      'a-b',
      '',
      '',
      '',
      'x'.repeat(199),
    ]);
    expect(headerTexts([`${'x'.repeat(199)}😀`])).toEqual(['x'.repeat(199)]);
  });

  it('[IMP-3] of two columns with one meaning the first counts; several phone columns may feed one class', () => {
    expect(mapHeaders(['姓名', '客户姓名', '本人手机', '手机号码', '', 'Colour', '备注'])).toEqual([
      'debtor_name',
      null,
      'phone.self_mobile',
      'phone.self_mobile',
      null,
      null,
      'remark',
    ]);
  });

  it('[IMP-28] phone columns stand in the order in which numbers are dialed, with the people behind them', () => {
    const mapping = mapHeaders([
      '紧急联系人电话',
      '联系人2电话',
      '联系人2姓名',
      '联系人2关系',
      '宅电',
      '家庭电话',
      '亲属电话',
      '亲属姓名',
      '联系人1电话',
      '本人手机',
      '单位电话',
    ]);
    const plan = planColumns(mapping, placedClasses);
    expect(plan.phones).toEqual([
      { column: 9, numberClass: 'self_mobile', personColumn: -1, relationColumn: -1 },
      { column: 10, numberClass: 'work', personColumn: -1, relationColumn: -1 },
      { column: 4, numberClass: 'home', personColumn: -1, relationColumn: -1 },
      { column: 5, numberClass: 'home', personColumn: -1, relationColumn: -1 },
      { column: 1, numberClass: 'contact', personColumn: 2, relationColumn: 3 },
      { column: 8, numberClass: 'contact', personColumn: -1, relationColumn: -1 },
      { column: 6, numberClass: 'relative', personColumn: 7, relationColumn: -1 },
      { column: 0, numberClass: 'emergency', personColumn: -1, relationColumn: -1 },
    ]);
    expect([plan.column('phone.home'), plan.column('contact2.name'), plan.column('amount')]).toEqual([4, 2, -1]);
    expect(planColumns(mapping, ['emergency', 'work']).phones.at(-1)?.numberClass).toBe('work');
    const sameClass = planColumns([...Array<'phone.work'>(12).fill('phone.work'), 'phone.self_mobile'], placedClasses);
    expect(sameClass.phones.map(({ column }) => column)).toEqual([12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it.each([
    ['CN', ['客户姓名', 'Balance', 'ZIP', '备注']],
    ['US', ['Consumer Name', 'Balance', 'Zip Code', 'Town']],
    ['GB', ['Fore name', 'SURNAME', 'Postcode', 'Balance']],
    ['FR', ['Prénom', 'Nom', 'Solde', 'Tél mobile', 'State']],
    ['CN', ['A', 'B']],
    ['CN', ['姓名', 'ZIP']],
  ] as const)('[IMP-34] the vocabulary proposes the profile of %s', (country, headers) => {
    expect(suggestProfile(headers)).toBe(startingProfiles[country]);
  });

  it('[IMP-34] what blank and ambiguous cells mean in each profile', () => {
    const of = ({ defaultCountry, defaultCurrency, dateOrder, decimal }: (typeof startingProfiles)['CN']) =>
      [defaultCountry, defaultCurrency, dateOrder, decimal].join(' ');
    expect(Object.values(startingProfiles).map(of)).toEqual([
      'CN CNY YMD .',
      'US USD MDY .',
      'GB GBP DMY .',
      'FR EUR DMY ,',
    ]);
    expect(startingProfiles.CN.classOrder).toEqual(['self_mobile', 'work', 'home', 'contact', 'relative', 'emergency']);
  });
});

describe('what notes, numbers and addresses tell', () => {
  it.each([
    ['空号', 'vacant'],
    ['Disconnected', 'vacant'],
    ['line not in service', 'vacant'],
    ['已停机', 'suspended'],
    ['欠费', 'suspended'],
    ['关机', 'powered_off'],
    ['查无此人', 'no_such_person'],
    ['错号', 'no_such_person'],
    ['wrong number', 'no_such_person'],
    ['Wrong Person', 'no_such_person'],
    ['已离职', 'resigned'],
    ['no longer employed', 'resigned'],
    ['no longer works here', 'resigned'],
    ['left company', 'resigned'],
    ['quit', 'resigned'],
    ['搬走了', 'moved'],
    ['moved', 'moved'],
    ['换号', 'number_changed'],
    ['changed number', 'number_changed'],
    ['不要再打', 'do_not_call'],
    ['DNC', 'do_not_call'],
    ['do not call', 'do_not_call'],
    ['空号,已停机', 'vacant'],
    ['quitting time', null],
    ['removed', null],
    ['老客户', null],
    ['', null],
  ] as const)('[IMP-18] the note "%s"', (note, code) => {
    expect(codeOfNote(note)).toBe(code);
  });

  it('[IMP-18] a number has each code of its notes once, in their order', () => {
    expect(codesOfNotes(['关机', '老客户', '空号', '已关机'])).toEqual(['powered_off', 'vacant']);
    expect(codesOfNotes([])).toEqual([]);
  });

  it('[IMP-13] a number tells its zones and its state by its area code, else by the one clock of its country', () => {
    expect(zonesOfNumber('+12125550100')).toEqual(['America/New_York']);
    expect(zonesOfNumber('+447700900000')).toEqual(['Europe/London']);
    expect(zonesOfNumber('+8613800138000')).toEqual([]);
    expect(zonesOfNumber('+18005550100')).toEqual([]);
    expect(zonesOfNumber('x+12125550100')).toEqual([]);
    expect([usStateOfNumber('+12125550100'), usStateOfNumber('+12045550100'), usStateOfNumber('+18005550100')]).toEqual(
      ['NY', null, null],
    );
    expect(usStateOfNumber('+8613800138000')).toBeNull();
    expect(zonesToDial('+12125550100', 'US')).toEqual(['America/New_York']);
    expect(zonesToDial('+8613800138000', 'CN')).toEqual(['Asia/Shanghai']);
    expect(zonesToDial('+18005550100', 'US')).toEqual([]);
    expect(zonesToDial('+18005550100', null)).toEqual([]);
  });

  it.each([
    ['CN', 'Asia/Shanghai'],
    ['HK', 'Asia/Hong_Kong'],
    ['MO', 'Asia/Macau'],
    ['TW', 'Asia/Taipei'],
    ['JP', 'Asia/Tokyo'],
    ['KR', 'Asia/Seoul'],
    ['SG', 'Asia/Singapore'],
    ['GB', 'Europe/London'],
    ['IE', 'Europe/Dublin'],
    ['DE', 'Europe/Berlin'],
    ['IT', 'Europe/Rome'],
    ['NL', 'Europe/Amsterdam'],
    ['BE', 'Europe/Brussels'],
    ['CH', 'Europe/Zurich'],
    ['AT', 'Europe/Vienna'],
    ['FR', 'Europe/Paris'],
    ['US', null],
    [null, null],
  ])('[IMP-13] the clock of %s', (country, zone) => {
    expect(zoneOfCountry(country)).toBe(zone);
  });

  it.each([
    ['上海市静安区', '021'],
    ['四川省成都市武侯区', '028'],
    ['四川成都武侯区', '028'],
    ['北京海淀区', '010'],
    ['静安区上海市', '021'],
    ['人民路1号上海弄', null],
    ['四川省', null],
    ['', null],
  ])('[IMP-24] the area code of %s', (address, code) => {
    expect(areaCodeOfAddress(address)).toBe(code);
  });

  it('[IMP-24] a fixed line tells its area code, a mobile has none', () => {
    expect(
      ['+861055551234', '+862155551234', '+8675555551234', '+8613800138000', '+12125550100'].map(areaCodeOfNumber),
    ).toEqual(['010', '021', '0755', null, null]);
    expect(areaCodeOfNumber('1+861055551234')).toBeNull();
  });
});
