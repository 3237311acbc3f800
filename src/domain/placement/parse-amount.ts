import type { CleanCell } from './cell-text.ts';
import { knownCurrencies, type Currency } from './profile.ts';

export type AmountRead =
  | { readonly kind: 'amount'; readonly minor: number }
  | { readonly kind: 'refused'; readonly because: 'amount_missing' | 'amount_invalid' | 'amount_not_positive' };

const marks = /[¥$£€元]|人民币|RMB|CNY|USD|HKD|GBP|EUR|JPY/gi;
const withPoint = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const withComma = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/;

const refused = (because: 'amount_missing' | 'amount_invalid' | 'amount_not_positive'): AmountRead => ({
  kind: 'refused',
  because,
});

export const minorDigits = (currency: Currency): number => (currency === 'JPY' ? 0 : 2);

/** Exact decimal arithmetic on the digits, so that 0.615 is 62 minor units and not 61. */
export function parseAmount(cell: CleanCell, decimal: '.' | ',', minorUnitDigits: number): AmountRead {
  if (cell.text === '') return refused('amount_missing');
  const isNumber = cell.number !== null;
  let text = cell.text;
  let negative = false;
  let shift = minorUnitDigits;
  if (!isNumber && !/^\d+(?:\.\d+)?$/.test(text)) {
    text = text.replace(/\s/g, '').replace(marks, '');
    const bracketed = /^\((.*)\)$/.exec(text);
    if (bracketed !== null) {
      negative = true;
      text = bracketed[1] ?? '';
    }
    if (text.endsWith('万')) {
      shift += 4;
      text = text.slice(0, -1);
    }
  }
  const match = (decimal === '.' || isNumber ? withPoint : withComma).exec(text);
  if (match === null) return refused('amount_invalid');
  const [, sign = '', whole = '', fraction = ''] = match;
  if (sign === '-') negative = true;
  const digits = whole.replace(/[.,]/g, '') + fraction.slice(0, shift).padEnd(shift, '0');
  const minor = Number(digits) + (fraction.charAt(shift) >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return refused('amount_invalid');

  return negative || minor === 0 ? refused('amount_not_positive') : { kind: 'amount', minor };
}

const currencyWords: Readonly<Record<string, Currency>> = {
  人民币: 'CNY',
  RMB: 'CNY',
  '156': 'CNY',
  美元: 'USD',
  '840': 'USD',
  港币: 'HKD',
  港元: 'HKD',
  '344': 'HKD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  日圆: 'JPY',
};
const currencies = new Map<string, Currency>([
  ...Object.entries(currencyWords),
  ...knownCurrencies.map((code): [string, Currency] => [code, code]),
]);

export const parseCurrency = (text: string): Currency | null => currencies.get(text.toUpperCase()) ?? null;
