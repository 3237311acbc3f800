import { describe, expect, it } from 'vitest';
import {
  isPaymentHeader,
  missingColumns,
  paymentColumns,
  readPaymentLine,
} from '../../src/domain/payment/payment-row.ts';
import type { RawCell } from '../../src/domain/placement/cell-text.ts';

const headers = ['案件编号', '流水号', '还款金额', '币种', '还款日期'];
const read = (cells: readonly RawCell[], named: readonly string[] = headers, dateSystem: 1900 | 1904 = 1900) =>
  readPaymentLine(cells, paymentColumns(named), { headers: named, dateSystem });

describe('lines of a payment file', () => {
  it('[PAY-10] a line is a payment of a case, exactly as it is written', () => {
    expect(read(['A-1', 'P-1', '1,234.50', 'CNY', '2026-05-12'])).toEqual({
      kind: 'line',
      line: { caseRef: 'A-1', externalRef: 'P-1', amountMinor: 123450, currency: 'CNY', paidOn: '2026-05-12' },
    });
    expect(read(['A-1', 'P-1', 1234.5, '', 46154])).toMatchObject({
      line: { amountMinor: 123450, currency: null, paidOn: '2026-05-12' },
    });
    expect(read(['A-1', 'P-1', '5', 'JPY', '2026-05-12'])).toMatchObject({ line: { amountMinor: 5, currency: 'JPY' } });
    expect(read(['A-1', 'P-1', '5', 'CNY', 46154 - 1462], headers, 1904)).toMatchObject({
      line: { paidOn: '2026-05-12' },
    });
  });

  it('[PAY-10] the dates and decimals are those of the header’s language', () => {
    const english = ['Account Number', 'Reference', 'Amount Paid', 'Date Paid', 'ZIP'];
    expect(read(['A-1', 'P-1', '1,234.50', '5/12/2026'], english)).toMatchObject({
      line: { amountMinor: 123450, currency: null, paidOn: '2026-05-12' },
    });
    expect(missingColumns(paymentColumns(english))).toEqual([]);
  });

  it('[PAY-10] everything that keeps a line from being a payment is said at once', () => {
    expect(read(['', '', '', 'XXX', ''])).toEqual({
      kind: 'rejected',
      caseRef: '',
      externalRef: '',
      reasons: ['case_missing', 'reference_missing', 'currency_unknown', 'amount_missing', 'date_invalid'],
    });
    expect(read(['A-1', 'P-1', '0', 'CNY', '2026-02-30'])).toEqual({
      kind: 'rejected',
      caseRef: 'A-1',
      externalRef: 'P-1',
      reasons: ['amount_not_positive', 'date_invalid'],
    });
    expect(read(['A-1', 'P-1', 'five', 'CNY', '2026-05-12'])).toMatchObject({ reasons: ['amount_invalid'] });
    expect(read(['A-1', 'P-1', '5', 'XXX', '2026-05-12'])).toMatchObject({ reasons: ['currency_unknown'] });
    expect(read(['', '', null, '无', ''])).toEqual({ kind: 'blank' });
  });

  it('[PAY-10] a column the file lacks is blank in every line', () => {
    expect(read(['A-1'], ['案件编号'])).toMatchObject({
      kind: 'rejected',
      caseRef: 'A-1',
      externalRef: '',
      reasons: ['reference_missing', 'amount_missing', 'date_invalid'],
    });
  });

  it('[PAY-10] columns go by their names in either language; of two that mean the same the first counts', () => {
    expect(
      paymentColumns(['x', ' CASE id ', 'Transaction ID', 'amount', 'Currency', 'Date', '金额', 'Case No']),
    ).toEqual({
      case_id: 1,
      reference: 2,
      amount: 3,
      currency: 4,
      paid_on: 5,
    });
    for (const name of ['案件号', '委案编号', '合同号', 'Case Number', 'Account Ref']) {
      expect(paymentColumns([name]), name).toEqual({ case_id: 0 });
    }
    for (const name of ['还款流水号', '交易流水号', '凭证号', 'Payment Reference', 'Payment ID']) {
      expect(paymentColumns([name]), name).toEqual({ reference: 0 });
    }
    for (const name of ['入账金额', 'Payment Amount']) expect(paymentColumns([name]), name).toEqual({ amount: 0 });
    for (const name of ['入账日期', '还款日', 'Payment Date', 'Paid On']) {
      expect(paymentColumns([name]), name).toEqual({ paid_on: 0 });
    }
    expect(paymentColumns(['货币'])).toEqual({ currency: 0 });
  });

  it('[PAY-10] case, reference, amount and date are asked for, the currency is not; three known names are a header', () => {
    expect(missingColumns({})).toEqual(['case_id', 'reference', 'amount', 'paid_on']);
    expect(missingColumns({ case_id: 0, reference: 1, amount: 2, paid_on: 3 })).toEqual([]);
    expect(isPaymentHeader(['案件编号', '金额', 'Date'])).toBe(true);
    expect(isPaymentHeader(['案件编号', '金额', 'Colour'])).toBe(false);
    expect(isPaymentHeader(['案件编号', '合同号', '金额'])).toBe(false);
  });
});
