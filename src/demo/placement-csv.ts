import type { DemoCase, DemoLanguage, DemoNumber } from './demo-cases.ts';

/** Headers as banks write them; the importer knows both sets without being told. */
const headers: Readonly<Record<DemoLanguage, readonly string[]>> = {
  zh: (
    '委案编号 客户姓名 身份证号 卡号后四位 委案金额 币种 逾期天数 委案日期 退案日期 本人手机 单位名称 单位电话 家庭电话 ' +
    '联系人1姓名 联系人1关系 联系人1电话 亲属姓名 亲属关系 亲属电话 紧急联系人姓名 紧急联系人关系 紧急联系人电话 家庭地址 备注'
  ).split(' '),
  en: [
    'Account Number',
    'Consumer Name',
    'Consumer ID',
    'Card Last 4',
    'Balance',
    'Currency',
    'Days Past Due',
    'Placement Date',
    'Recall Date',
    'Primary Phone',
    'Employer',
    'Work Phone',
    'Home Phone',
    'Reference 1 Name',
    'Reference 1 Relationship',
    'Reference 1 Phone',
    'Relative Name',
    'Relative Relationship',
    'Relative Phone',
    'Emergency Contact Name',
    'Emergency Contact Relationship',
    'Emergency Contact Phone',
    'Address',
    'State',
    'Notes',
  ],
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function rowOf(each: DemoCase, dates: { placedOn: string; recallOn: string }): string[] {
  const of = (numberClass: DemoNumber['class']): DemoNumber | undefined =>
    each.numbers.find((number) => number.class === numberClass);
  const third = (numberClass: DemoNumber['class']): string[] => {
    const number = of(numberClass);
    return [number?.person ?? '', number?.relation ?? '', number?.written ?? ''];
  };
  return [
    each.ref,
    each.name,
    each.debtorId,
    each.cardLast4,
    each.amount,
    each.language === 'zh' ? 'CNY' : 'USD',
    String(each.overdueDays),
    dates.placedOn,
    dates.recallOn,
    of('self_mobile')?.written ?? '',
    of('work') === undefined ? '' : each.firm,
    of('work')?.written ?? '',
    of('home')?.written ?? '',
    ...third('contact'),
    ...third('relative'),
    ...third('emergency'),
    each.address,
    ...(each.language === 'en' ? [each.state] : []),
    each.remark,
  ];
}

/** The placement file of one language, as a bank would send it. */
export function placementCsv(
  cases: readonly DemoCase[],
  language: DemoLanguage,
  dates: { readonly placedOn: string; readonly recallOn: string },
): string {
  const lines = [
    headers[language],
    ...cases.filter((each) => each.language === language).map((each) => rowOf(each, dates)),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}
