/** What a column means. Phone columns and the people behind them carry the contact's number: `phone.contact2`. */
export type PlainField =
  | 'case_id'
  | 'debtor_name'
  | 'first_name'
  | 'last_name'
  | 'debtor_id'
  | 'card_last4'
  | 'amount'
  | 'currency'
  | 'overdue_days'
  | 'placement_date'
  | 'recall_date'
  | 'work_name'
  | 'work_address'
  | 'home_address'
  | 'hukou_address'
  | 'city'
  | 'state'
  | 'postal_code'
  | 'language'
  | 'remark';
export type Third = `contact${number}` | 'relative' | 'emergency';
export type PhoneField = 'phone.self_mobile' | 'phone.work' | 'phone.home' | `phone.${Third}`;
export type Field = PlainField | PhoneField | `${Third}.name` | `${Third}.relation`;

const names: Readonly<Partial<Record<Field, string>>> = {
  case_id: '委案编号|案件编号|委托编号|委外编号|案件号|Account Number|Account Ref|Account No|Client Account',
  debtor_name: '客户姓名|姓名|持卡人姓名|债务人姓名|Consumer Name|Debtor Name',
  first_name: 'First Name|Forename|Prénom',
  last_name: 'Last Name|Surname|Nom',
  debtor_id: '身份证号|证件号码|身份证号码|证件号|Consumer ID|Customer Ref|Customer ID|Réf client',
  card_last4: '卡号后四位|卡尾号|卡号末四位|Card Last 4|Card No (last 4)',
  amount: '委案金额|委托金额|欠款金额|欠款总额|Balance|Balance Outstanding|Amount Placed|Solde',
  currency: '币种|货币|Currency|Devise',
  overdue_days: '逾期天数|逾期日数|Days Past Due|Days in Arrears|DPD|Jours de retard',
  placement_date: '委案日期|委托日期|委外日期|Placement Date|Date Placed|Date de placement',
  recall_date: '退案日期|撤案日期|预计退案日期|到期退案日|Recall Date|Return Date|Date de retour',
  'phone.self_mobile': '本人手机|手机号码|移动电话|本人手机号|Primary Phone|Mobile|Cell Phone|Tél mobile',
  'phone.work': '单位电话|办公电话|公司电话|Work Phone|Work Tel|POE Phone|Tél travail',
  'phone.home': '家庭电话|住宅电话|宅电|Home Phone|Home Tel|Tél domicile',
  'phone.relative': '亲属电话|直系亲属电话|Relative Phone|Next of Kin Tel|Nearest Relative Phone',
  'phone.emergency': '紧急联系人电话|紧急联络人电话|Emergency Contact Phone|Emergency Contact Tel',
  'relative.name': '亲属姓名|直系亲属姓名|Relative Name|Next of Kin Name|Nearest Relative Name',
  'relative.relation':
    '亲属关系|直系亲属关系|亲属与本人关系|直系亲属与本人关系|Relative Relationship|Next of Kin Relationship|Nearest Relative Relationship',
  'emergency.name': '紧急联系人姓名|紧急联络人姓名|Emergency Contact Name',
  'emergency.relation':
    '紧急联系人关系|紧急联络人关系|紧急联系人与本人关系|紧急联络人与本人关系|Emergency Contact Relationship',
  work_name: '单位名称|工作单位|公司名称|Employer',
  work_address: '单位地址|公司地址|Employer Address',
  home_address: '家庭地址|住宅地址|现住址|居住地址|Address|Address Line 1|Adresse',
  hukou_address: '户籍地址|身份证地址',
  city: 'City|Town|Ville',
  state: 'State',
  postal_code: 'ZIP|Zip Code|Postcode|Code postal',
  language: '语言|沟通语言|Language|Preferred Language|Language Preference|Langue',
  remark: '备注|备注信息|说明|Notes|Comments',
};

const squeeze = (header: string): string => header.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const byName = new Map<string, Field>(
  (Object.entries(names) as [Field, string][]).flatMap(([field, list]) =>
    list.split('|').map((name): [string, Field] => [squeeze(name), field]),
  ),
);

const hanDigits = '一二三四五六七八九';
const chineseContact =
  /^(?:联系人([1-9一二三四五六七八九])|第([1-9一二三四五六七八九])联系人)(电话|姓名|关系|与本人关系)$/;
const englishContact = /^(?:reference|contact)([1-9])(phone|tel|name|relationship)$/;

function contactField(which: string, what: string): Field {
  const ordinal = hanDigits.includes(which) ? hanDigits.indexOf(which) + 1 : Number(which);
  const third: Third = `contact${ordinal}`;
  if (what === '电话' || what === 'phone' || what === 'tel') return `phone.${third}`;

  return what === '姓名' || what === 'name' ? `${third}.name` : `${third}.relation`;
}

/** The field a header names, or null when the column is not imported. */
export function fieldOfHeader(header: string): Field | null {
  const plain = squeeze(header);
  const known = byName.get(plain);
  if (known !== undefined) return known;
  const contact = chineseContact.exec(plain) ?? englishContact.exec(plain);
  if (contact === null) return null;
  const which = contact[1] ?? contact[2] ?? '1';

  return contactField(which, contact.at(-1) ?? '');
}

const plainFields = new Set<string>([...byName.values()]);

/** Whether a word given from outside names a field. */
export const isField = (word: string): word is Field =>
  plainFields.has(word) || /^(?:phone\.contact[1-9]|contact[1-9]\.(?:name|relation))$/.test(word);

export const isPhoneField = (field: Field): field is PhoneField => field.startsWith('phone.');
