import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Countries (ISO 3166-1) of the numbers, each once. */
export function countriesOf(numbers: readonly string[]): readonly string[] {
  const countries = numbers.map((e164) => parsePhoneNumberFromString(e164)?.country);
  return [...new Set(countries.filter((country) => country !== undefined))].sort();
}
