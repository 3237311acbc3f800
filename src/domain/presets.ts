import type { Preset } from './preset.ts';
import { vacantGuardRule } from './vacant-guard.ts';
import type { NumberClass, PresetName } from './vocabulary.ts';
import { minuteMs } from './zoned-time.ts';

const order: readonly NumberClass[] = ['self_mobile', 'work', 'home', 'contact', 'relative', 'emergency', 'traced'];

const manual = {
  daypartRotation: 'trace',
  order,
  openDays: 'all_but_holidays',
  invalid: {
    vacant: 2,
    no_such_person: 3,
    resigned: 3,
    moved: 3,
    compare: '>=',
    independence: 'call',
    combined: null,
  },
  suspended: { threshold: null },
  vacantGuard: vacantGuardRule,
  round: { onRpc: 'stop' },
  cadence: {
    threshold: 200,
    atThreshold: 'lower',
    scope: 'agent',
    effectiveDays: 1,
    otherDays: { lower: 2, upper: 3 },
  },
  lm: { holdScope: 'number' },
  links: { gate: 'soft' },
  fraud: { hold: 'all' },
  acw: { timeoutMs: 5 * minuteMs, timeoutAction: 'alert' },
  work: { allow: 'always' },
  breathingSpaceStop: false,
  windows: {
    NEG: [1, 7],
    REFUSE: [1, 7],
    PTP: [0, 3],
    FUND: [0, 7],
    PAID_CLAIM: [1, 3],
    CALLBACK: [0, 7],
    LM_A: [2, 7],
    LM_B: [3, 7],
    TP_NOINFO: [3, 7],
  },
  retry: { busyAfterMs: 30 * minuteMs, busyExtra: 2, congestionAfterMs: 10 * minuteMs, congestionExtra: 3 },
  minAccountsDay: 50,
  overlays: [],
  clocks: {
    lookup114Days: 3,
    lookup114For: 'trace',
    dataEntryHours: 24,
    visitHours: 24,
    visitAfterRounds: 9,
    visitAfterDayparts: 3,
    fraudSignDays: 7,
    fraudRecallWorkingDays: [2, 3],
  },
} as const satisfies Partial<Preset>;

const cn: Preset = {
  ...manual,
  name: 'cn',
  version: 1,
  window: { hours: ['08:00', '22:00'], zone: 'number', unknownZone: 'block' },
  dayparts: ['08:00', '12:00', '18:00', '22:00'],
  calendar: 'CN',
  holidayDialing: 'ptp_only',
  ptp: {
    reminderWorkingDays: 1,
    dueDayCalls: true,
    maxPerPart: 2,
    graceDays: 0,
    onlyWithConsent: false,
    holdScope: 'case',
  },
  caps: {
    attemptsPerNumberDay: 6,
    attemptsPerPersonDay: null,
    callWindows: [],
    effectiveTalksPerDebtorDay: 3,
    quietAfterTalkDays: 0,
    minRedialMs: 30 * minuteMs,
    redialScope: 'line',
  },
  thirdParty: {
    gate: 'own_numbers_tried_this_round',
    noRpcDays: 3,
    maxPerPerson: null,
    modes: ['preview', 'progressive', 'ratio', 'predictive', 'manual'],
    stopOnRefusal: true,
  },
  abandon: {
    maxRate: 0.03,
    overDays: 30,
    hardRate: null,
    hardOverHours: 24,
    agentWithinMs: 2_000,
    message: 'identify_only',
    noAutoRedialMs: 72 * 60 * minuteMs,
    sameDayRedial: false,
  },
  recording: { all: true, announce: true, retainDays: 1095 },
  amd: 'on',
  ringMinMs: 15_000,
  acceptsFiction: false,
  realCarrierAllowed: true,
};

const usRegF: Preset = {
  ...manual,
  name: 'us-regf',
  version: 1,
  window: { hours: ['08:00', '21:00'], zone: 'number_and_address', unknownZone: 'block' },
  dayparts: ['08:00', '12:00', '18:00', '21:00'],
  calendar: 'US',
  holidayDialing: 'off',
  // The reminder and the due-day calls would fall into the quiet period after the talk that made the promise.
  ptp: {
    reminderWorkingDays: 1,
    dueDayCalls: true,
    maxPerPart: 1,
    graceDays: 0,
    onlyWithConsent: true,
    holdScope: 'case',
  },
  caps: {
    attemptsPerNumberDay: null,
    attemptsPerPersonDay: 2,
    callWindows: [
      {
        calls: 7,
        days: 7,
        per: 'debt',
        classes: null,
        exclude: ['BUSY', 'FAILED', 'CONGESTION', 'VACANT', 'MALFORMED', 'SUPPRESSED'],
        excludeConsented: true,
      },
    ],
    effectiveTalksPerDebtorDay: null,
    quietAfterTalkDays: 7,
    minRedialMs: 240 * minuteMs,
    redialScope: 'person',
  },
  // 1006.6(b)(1): not where the employer is known to forbid it.
  work: { allow: 'unless_prohibited' },
  overlays: ['MA', 'WA', 'NYC'],
  thirdParty: {
    gate: 'location_info_only',
    noRpcDays: 0,
    maxPerPerson: 1,
    modes: ['preview', 'manual'],
    stopOnRefusal: true,
  },
  abandon: {
    maxRate: 0.01,
    overDays: 30,
    hardRate: null,
    hardOverHours: 24,
    agentWithinMs: 2_000,
    message: 'off',
    noAutoRedialMs: 72 * 60 * minuteMs,
    sameDayRedial: false,
  },
  recording: { all: true, announce: true, retainDays: 1095 },
  amd: 'on',
  ringMinMs: 15_000,
  acceptsFiction: false,
  realCarrierAllowed: true,
};

const uk: Preset = {
  ...manual,
  name: 'uk',
  version: 1,
  window: { hours: ['08:00', '21:00'], sunday: ['10:00', '18:00'], zone: 'number', unknownZone: 'block' },
  dayparts: ['08:00', '12:00', '18:00', '21:00'],
  calendar: 'UK',
  holidayDialing: 'off',
  ptp: {
    reminderWorkingDays: 1,
    dueDayCalls: true,
    maxPerPart: 1,
    graceDays: 0,
    onlyWithConsent: false,
    holdScope: 'case',
  },
  caps: {
    attemptsPerNumberDay: null,
    attemptsPerPersonDay: 2,
    callWindows: [
      { calls: 7, days: 7, per: 'person', classes: null, exclude: ['SUPPRESSED'], excludeConsented: false },
    ],
    effectiveTalksPerDebtorDay: null,
    quietAfterTalkDays: 0,
    minRedialMs: 60 * minuteMs,
    redialScope: 'person',
  },
  breathingSpaceStop: true,
  thirdParty: {
    gate: 'no_disclosure',
    noRpcDays: 0,
    maxPerPerson: 1,
    modes: ['preview', 'progressive', 'ratio', 'predictive', 'manual'],
    stopOnRefusal: true,
  },
  abandon: {
    maxRate: 0,
    overDays: 1,
    // Until 2017 the bound under which no fine was to be expected; it stays the point where dialing ends.
    hardRate: 0.03,
    hardOverHours: 24,
    agentWithinMs: 2_000,
    message: 'identify_2s',
    noAutoRedialMs: 72 * 60 * minuteMs,
    sameDayRedial: true,
  },
  recording: { all: true, announce: true, retainDays: 1095 },
  amd: 'off',
  ringMinMs: 15_000,
  acceptsFiction: false,
  realCarrierAllowed: true,
};

/** The floor of the demo: the manual's order, thresholds and windows of `cn`, at any hour, on invented numbers only. */
const demo: Preset = {
  ...cn,
  name: 'demo',
  window: { hours: ['00:00', '24:00'], zone: 'number', unknownZone: 'block' },
  dayparts: ['00:00', '12:00', '18:00', '24:00'],
  calendar: 'none',
  holidayDialing: 'on',
  cadence: { ...manual.cadence, otherDays: { lower: 1, upper: 1 } },
  caps: {
    attemptsPerNumberDay: 50,
    attemptsPerPersonDay: null,
    callWindows: [],
    effectiveTalksPerDebtorDay: 50,
    quietAfterTalkDays: 0,
    minRedialMs: minuteMs,
    redialScope: 'person',
  },
  thirdParty: { ...cn.thirdParty, gate: 'off', noRpcDays: 0 },
  acceptsFiction: true,
  realCarrierAllowed: false,
};

export const presets: Readonly<Record<PresetName, Preset>> = { cn, 'us-regf': usRegF, uk, demo };

/** Every version ever shipped stays here: a campaign goes on with the one it names until somebody changes it. */
export const shippedPresets: readonly Preset[] = Object.values(presets);

export const shippedPreset = (name: string, version: number): Preset | null =>
  shippedPresets.find((preset) => preset.name === name && preset.version === version) ?? null;
