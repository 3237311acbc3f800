import { chineseProvinces } from './data/chinese-cities.ts';

const areaCodes = new Map<string, string>();
const provinceNames: string[] = [];
for (const province of chineseProvinces) {
  for (const entry of province.cities.split(',')) {
    const [city = '', code = ''] = entry.split(' ');
    areaCodes.set(city, code);
  }
  if (!province.municipality) provinceNames.push(province.full, province.short);
}
const longestFirst = (a: string, b: string): number => b.length - a.length;
const cityNames = [...areaCodes.keys()].sort(longestFirst);
provinceNames.sort(longestFirst);
const cityWithSuffix = new RegExp(`(?:${cityNames.join('|')})(?=市)`);

const cityAtStart = (text: string): string | undefined => cityNames.find((city) => text.startsWith(city));

/** Area code (with its 0) of the city an address stands in, or null when no known city is found (P10). */
export function areaCodeOfAddress(address: string): string | null {
  if (address === '') return null;
  const named = cityWithSuffix.exec(address)?.[0];
  const province = named === undefined ? provinceNames.find((name) => address.startsWith(name)) : undefined;
  const afterProvince = province === undefined ? undefined : cityAtStart(address.slice(province.length));
  const city = named ?? afterProvince ?? cityAtStart(address);

  return city === undefined ? null : (areaCodes.get(city) ?? null);
}

const fixedLine = /^\+86(10|2\d|[3-9]\d{2})/;

/** Area code (with its 0) of a Chinese fixed-line number. */
export function areaCodeOfNumber(e164: string): string | null {
  const code = fixedLine.exec(e164)?.[1];

  return code === undefined ? null : `0${code}`;
}
