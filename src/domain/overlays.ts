import type { CallWindowCap, OverlayName, Preset } from './preset.ts';
import type { LocalDate } from './vocabulary.ts';
import { clockMinutes, type ClockTime } from './zoned-time.ts';

interface Overlay {
  /** The first day on which it holds; null: it simply holds. */
  readonly since: LocalDate | null;
  readonly hours: readonly [ClockTime, ClockTime] | null;
  readonly callWindows: readonly CallWindowCap[];
}

const counted = { exclude: ['SUPPRESSED'], excludeConsented: false } as const;

/** Rulebook 4, "US states". A calendar week is taken as any seven days, which is never the looser reading. */
const overlays: Readonly<Record<OverlayName, Overlay>> = {
  MA: {
    since: null,
    hours: null,
    callWindows: [
      { calls: 2, days: 7, per: 'debt', classes: null, ...counted },
      { calls: 2, days: 30, per: 'debt', classes: ['work'], ...counted },
    ],
  },
  WA: {
    since: null,
    hours: ['07:30', '21:00'],
    callWindows: [
      { calls: 3, days: 7, per: 'person', classes: null, ...counted },
      { calls: 1, days: 7, per: 'person', classes: ['work'], ...counted },
    ],
  },
  NYC: {
    since: '2026-09-01',
    hours: null,
    callWindows: [{ calls: 3, days: 7, per: 'debt', classes: null, ...counted }],
  },
};

export interface Place {
  /** USPS code. */
  readonly state: string | null;
  readonly city: string | null;
}

/** The five boroughs as they stand in addresses; Manhattan is written as New York. */
const newYorkCity: ReadonlySet<string> = new Set([
  'new york',
  'new york city',
  'manhattan',
  'brooklyn',
  'bronx',
  'the bronx',
  'queens',
  'staten island',
]);

/** Whose local law protects a person living there. */
export function overlaysOf({ state, city }: Place): readonly OverlayName[] {
  if (state === 'MA' || state === 'WA') return [state];
  return state === 'NY' && city !== null && newYorkCity.has(city.trim().toLowerCase()) ? ['NYC'] : [];
}

/** The preset as it holds for one person: local law is added where the preset names it, and only ever tightens (5.2). */
export function withOverlays(preset: Preset, names: readonly OverlayName[], today: LocalDate): Preset {
  let result = preset;
  for (const name of names) {
    const overlay = overlays[name];
    if (!preset.overlays.includes(name) || (overlay.since !== null && overlay.since > today)) continue;
    const { window, caps } = result;
    result = {
      ...result,
      window: overlay.hours === null ? window : { ...window, hours: narrower(window.hours, overlay.hours) },
      caps: { ...caps, callWindows: [...caps.callWindows, ...overlay.callWindows] },
    };
  }
  return result;
}

type Hours = readonly [ClockTime, ClockTime];

const narrower = (a: Hours, b: Hours): Hours => [
  clockMinutes(a[0]) >= clockMinutes(b[0]) ? a[0] : b[0],
  clockMinutes(a[1]) <= clockMinutes(b[1]) ? a[1] : b[1],
];
