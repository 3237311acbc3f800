import { cellAt, cleanRow, textAt, type CellFindings, type RawCell } from '../placement/cell-text.ts';
import { headerTexts, type IsHeaderRow } from '../placement/find-header.ts';
import { minorDigits, parseAmount, parseCurrency } from '../placement/parse-amount.ts';
import { parseDate, type DateSystem } from '../placement/parse-date.ts';
import { suggestProfile } from '../placement/profile.ts';
import type { LocalDate } from '../vocabulary.ts';

const paymentFields = ['case_id', 'reference', 'amount', 'currency', 'paid_on'] as const;
export type PaymentField = (typeof paymentFields)[number];

/** Header names by meaning, in the languages of the placements. */
const names: Readonly<Record<PaymentField, string>> = {
  case_id: '案件编号|案件号|委案编号|合同号|Case ID|Case No|Case Number|Account Number|Account Ref',
  reference: '流水号|还款流水号|交易流水号|凭证号|Reference|Payment Reference|Payment ID|Transaction ID',
  amount: '还款金额|入账金额|金额|Amount|Payment Amount|Amount Paid',
  currency: '币种|货币|Currency',
  paid_on: '还款日期|入账日期|还款日|Payment Date|Paid On|Date Paid|Date',
};
const squeeze = (header: string): string => header.replace(/\s+/g, '').toLowerCase();
const byName = new Map<string, PaymentField>(
  paymentFields.flatMap((field) =>
    names[field].split('|').map((name): [string, PaymentField] => [squeeze(name), field]),
  ),
);

/** Column of each field; the first of two columns that mean the same counts. */
export type PaymentColumns = Readonly<Partial<Record<PaymentField, number>>>;

export function paymentColumns(headers: readonly string[]): PaymentColumns {
  const columns: Partial<Record<PaymentField, number>> = {};
  for (const [at, header] of headers.entries()) {
    const field = byName.get(squeeze(header));
    if (field !== undefined) columns[field] ??= at;
  }
  return columns;
}

export const missingColumns = (columns: PaymentColumns): readonly PaymentField[] =>
  paymentFields.filter((field) => field !== 'currency' && columns[field] === undefined);

const leastKnownHeaders = 3;

export const isPaymentHeader: IsHeaderRow = (cells) =>
  Object.keys(paymentColumns(headerTexts(cells))).length >= leastKnownHeaders;

export interface PaymentLine {
  readonly caseRef: string;
  readonly externalRef: string;
  readonly amountMinor: number;
  /** Null: the file does not say; the case's own is meant. */
  readonly currency: string | null;
  readonly paidOn: LocalDate;
}

export type PaymentLineReason =
  | 'case_missing'
  | 'reference_missing'
  | 'amount_missing'
  | 'amount_invalid'
  | 'amount_not_positive'
  | 'currency_unknown'
  | 'date_invalid';

export type PaymentLineRead =
  | { readonly kind: 'blank' }
  | { readonly kind: 'line'; readonly line: PaymentLine }
  | {
      readonly kind: 'rejected';
      readonly caseRef: string;
      readonly externalRef: string;
      readonly reasons: readonly PaymentLineReason[];
    };

/** One row of a payment file: a payment, or everything that keeps it from being one. */
export function readPaymentLine(
  cells: readonly RawCell[],
  columns: PaymentColumns,
  given: { readonly headers: readonly string[]; readonly dateSystem: DateSystem },
): PaymentLineRead {
  const findings: CellFindings = { error: false, controlChars: false, tooLong: false };
  const row = cleanRow(cells, findings);
  if (row.texts.every((text) => text === '')) return { kind: 'blank' };
  const profile = suggestProfile(given.headers);
  const text = (field: PaymentField): string => (columns[field] === undefined ? '' : textAt(row, columns[field]));
  const cell = (field: PaymentField) =>
    columns[field] === undefined ? { text: '', number: null } : cellAt(row, columns[field]);
  const reasons: PaymentLineReason[] = [];
  const caseRef = text('case_id');
  const externalRef = text('reference');
  if (caseRef === '') reasons.push('case_missing');
  if (externalRef === '') reasons.push('reference_missing');
  const currency = text('currency') === '' ? null : parseCurrency(text('currency'));
  if (currency === null && text('currency') !== '') reasons.push('currency_unknown');
  const amount = parseAmount(cell('amount'), profile.decimal, minorDigits(currency ?? profile.defaultCurrency));
  if (amount.kind === 'refused') reasons.push(amount.because);
  const paidOn = text('paid_on') === '' ? null : parseDate(cell('paid_on'), profile.dateOrder, given.dateSystem);
  if (paidOn === null) reasons.push('date_invalid');
  if (reasons.length > 0 || amount.kind === 'refused' || paidOn === null) {
    return { kind: 'rejected', caseRef, externalRef, reasons };
  }
  return { kind: 'line', line: { caseRef, externalRef, amountMinor: amount.minor, currency, paidOn } };
}
