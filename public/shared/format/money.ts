/** Amounts travel as integers of the currency's smallest unit. */

const digitsOf = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
};

export const toMajor = (minor: number, currency: string): number => minor / 10 ** digitsOf(currency);
export const toMinor = (major: number, currency: string): number => Math.round(major * 10 ** digitsOf(currency));

export function money(minor: number, currency: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
      toMajor(minor, currency),
    );
  } catch {
    return `${currency} ${toMajor(minor, currency).toFixed(2)}`;
  }
}

export function moneyShort(minor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: minor >= 10_000_000 ? 'compact' : 'standard',
    maximumFractionDigits: 0,
  }).format(toMajor(minor, currency));
}
