import { areaCodeGroups } from '../domain/placement/data/us-area-codes.ts';

/**
 * Numbers for the demo come from ranges reserved for fiction and from nowhere else: NPA-555-0100 to 0199 of every area
 * code tied to one state and one zone, and Ofcom's mobile range for drama. Nobody can own one of them.
 */
export interface FictionalNumber {
  readonly e164: string;
  /** As a bank would write it. */
  readonly written: string;
  readonly state: string | null;
}

/** Kept out of the pool: the area code from which the demo itself calls. */
const callingAreaCode = '202';
const perAreaCode = 100;
const ukMobiles = 1_000;
/** Neighbouring numbers go to different people. */
const stride = 37;

export const demoCallerIds: readonly string[] = Array.from(
  { length: 10 },
  (_, index) => `+1${callingAreaCode}55501${String(index).padStart(2, '0')}`,
);

const areaCodes = areaCodeGroups
  .filter((group) => group.kind === 'geographic' && group.country === 'US' && group.zones.length === 1)
  .flatMap((group) => group.codes.split(' ').map((code) => ({ code, state: group.state })))
  .filter(({ code, state }) => code !== callingAreaCode && state !== null);

export const usNumberCount = areaCodes.length * perAreaCode;

/** The n-th number of the pool; the pool ends after `usNumberCount`. */
export function usNumber(index: number): FictionalNumber {
  const area = areaCodes[index % areaCodes.length];
  const round = Math.floor(index / areaCodes.length);
  if (area === undefined || round >= perAreaCode) throw new RangeError('the pool of fictional numbers is used up');
  const last = `01${String((round * stride) % perAreaCode).padStart(2, '0')}`;
  return { e164: `+1${area.code}555${last}`, written: `+1 ${area.code} 555 ${last}`, state: area.state };
}

export function ukNumber(index: number): FictionalNumber {
  if (index >= ukMobiles) throw new RangeError('the pool of fictional numbers is used up');
  const last = String((index * stride) % ukMobiles).padStart(3, '0');
  return { e164: `+447700900${last}`, written: `+44 7700 900${last}`, state: null };
}
