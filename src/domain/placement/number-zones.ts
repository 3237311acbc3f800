import { areaCodeGroups, type AreaCodeGroup } from './data/us-area-codes.ts';

const groups = new Map<string, AreaCodeGroup>();
for (const group of areaCodeGroups) for (const code of group.codes.split(' ')) groups.set(code, group);

const northAmerican = /^\+1(\d{3})/;
const none: readonly string[] = [];
const britain: readonly string[] = ['Europe/London'];

const groupOf = (e164: string): AreaCodeGroup | undefined => groups.get(northAmerican.exec(e164)?.[1] ?? '');

/** Candidate zones that a number itself tells; empty when its place is unknown. */
export function zonesOfNumber(e164: string): readonly string[] {
  if (e164.startsWith('+44')) return britain;

  return groupOf(e164)?.zones ?? none;
}

/** USPS state of a US area code; null for toll-free and foreign ones. */
export function usStateOfNumber(e164: string): string | null {
  const group = groupOf(e164);

  return group?.country === 'US' ? group.state : null;
}

// Countries that keep one clock everywhere people are called: the country alone decides.
const zoneByCountry: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai',
  HK: 'Asia/Hong_Kong',
  MO: 'Asia/Macau',
  TW: 'Asia/Taipei',
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  SG: 'Asia/Singapore',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  DE: 'Europe/Berlin',
  IT: 'Europe/Rome',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  AT: 'Europe/Vienna',
  // French overseas numbers have country codes of their own.
  FR: 'Europe/Paris',
};

export const zoneOfCountry = (country: string | null): string | null =>
  country === null ? null : (zoneByCountry[country] ?? null);

/** Zones to hold a call to: those of the number, else the one clock of its country. */
export function zonesToDial(e164: string, country: string | null): readonly string[] {
  const own = zonesOfNumber(e164);
  if (own.length > 0) return own;
  const zone = zoneOfCountry(country);

  return zone === null ? none : [zone];
}

export interface ZoneOfPrefix {
  readonly prefix: string;
  readonly zone: string;
}

/** What an administrator set for the longest beginning of the number, else its own zones. */
export function zonesAsSet(e164: string, own: readonly string[], set: readonly ZoneOfPrefix[]): readonly string[] {
  let longest: ZoneOfPrefix | null = null;
  for (const each of set) {
    if (e164.startsWith(each.prefix) && each.prefix.length > (longest?.prefix.length ?? 0)) longest = each;
  }
  return longest === null ? own : [longest.zone];
}
