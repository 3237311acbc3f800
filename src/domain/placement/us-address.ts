import { usStates } from './data/us-states.ts';
import { zipPrefixes, zipZones } from './data/us-zips.ts';

export interface UsAddress {
  readonly city: string | null;
  /** What the State column says. */
  readonly state: string | null;
  readonly zip5: string | null;
  readonly zones: readonly string[];
  /** The ZIP's state, else the State column: the one numbers are compared with. */
  readonly placedIn: string | null;
  readonly mismatch: boolean;
}

const zoneByZip = new Map<string, string>();
for (const { zone, zips } of zipZones) for (const zip of zips.split(' ')) zoneByZip.set(zip, zone);

const stateByPrefix = new Map<number, string>();
for (const entry of zipPrefixes.split(',')) {
  const [range = '', state = ''] = entry.split(' ');
  const [first = '', last = ''] = range.split('-');
  for (let prefix = Number(first); prefix <= Number(last); prefix += 1) stateByPrefix.set(prefix, state);
}

const codeByName = new Map<string, string>(
  Object.entries(usStates).flatMap(([code, { name }]): [string, string][] => [
    [code.toLowerCase(), code],
    [name.toLowerCase(), code],
  ]),
);

/** Five digits, leading zeros restored; null when the text is no ZIP or its prefix belongs to no state. */
export function readZip(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  const size = digits.length;
  if (size < 3 || (size > 5 && size < 8) || size > 9) return null;
  const zip = size <= 5 ? digits.padStart(5, '0') : digits.padStart(9, '0').slice(0, 5);

  return stateByPrefix.has(Number(zip.slice(0, 3))) ? zip : null;
}

const zonesOfState = (state: string | null): readonly string[] =>
  state === null ? [] : (usStates[state]?.zones ?? []);

/** Where a US debtor lives, and every zone that is possible there. */
export function readUsAddress(city: string, stateText: string, postalCode: string): UsAddress {
  const zip5 = readZip(postalCode);
  const named = codeByName.get(stateText.toLowerCase()) ?? null;
  const zipState = zip5 === null ? null : (stateByPrefix.get(Number(zip5.slice(0, 3))) ?? null);
  const mismatch = zipState !== null && named !== null && named !== zipState;
  const zones = new Set<string>(mismatch ? zonesOfState(named) : []);
  const zipZone = zip5 === null ? undefined : zoneByZip.get(zip5);
  if (zipZone !== undefined) zones.add(zipZone);
  else for (const zone of zonesOfState(zipState ?? named)) zones.add(zone);

  return {
    city: city === '' ? null : city,
    state: named,
    zip5,
    zones: [...zones].sort(),
    placedIn: zipState ?? named,
    mismatch,
  };
}
