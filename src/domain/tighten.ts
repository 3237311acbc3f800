import type { Preset } from './preset.ts';
import { clockMinutes } from './zoned-time.ts';

type LawParts = 'window' | 'holidayDialing' | 'caps' | 'thirdParty' | 'abandon' | 'recording' | 'amd' | 'ringMinMs';
/** Of the manual a campaign chooses whose cases are counted, and asks for more of R31 and R35, never for less. */
type ManualParts = 'cadence' | 'links' | 'clocks';

/** What a campaign may change of a preset: the law layer, which it tightens and never loosens (5.2), and its choices. */
export type LawChange = Partial<Pick<Preset, LawParts | ManualParts>>;

/** What a campaign says of its law layer: the fields it changes and no others. */
export type Tightening = {
  readonly [Part in keyof LawChange]?: NonNullable<LawChange[Part]> extends object
    ? | { readonly [Field in keyof NonNullable<LawChange[Part]>]?: NonNullable<LawChange[Part]>[Field] | undefined }
      | undefined
    : LawChange[Part] | undefined;
};

export type Tightened =
  | { readonly kind: 'tightened'; readonly preset: Preset }
  | { readonly kind: 'refused'; readonly loosened: readonly string[] };

const gates = ['off', 'no_disclosure', 'own_numbers_tried_this_round', 'location_info_only'] as const;
const linkedGates = ['off', 'soft', 'hard'] as const;
const holidays = ['on', 'ptp_only', 'off'] as const;

const atMost = (next: number | null, law: number | null): boolean => law === null || (next !== null && next <= law);
const includesAll = <T>(whole: readonly T[], parts: readonly T[]): boolean =>
  parts.every((part) => whole.includes(part));

function withinHours(next: Preset['window']['hours'], law: Preset['window']['hours']): boolean {
  return clockMinutes(next[0]) >= clockMinutes(law[0]) && clockMinutes(next[1]) <= clockMinutes(law[1]);
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const daysOf = (window: Preset['window']): readonly number[] => window.days ?? everyDay;

function sundayHolds(next: Preset['window'], law: Preset['window']): boolean {
  const lawful = law.sunday === undefined ? law.hours : law.sunday;
  const asked = next.sunday === undefined ? next.hours : next.sunday;
  return asked === null || (lawful !== null && withinHours(asked, lawful));
}

/** Each limit with its test; `true` = as strict as the law or stricter. */
function judge(next: Preset, law: Preset): Readonly<Record<string, boolean>> {
  return {
    'window.hours': withinHours(next.window.hours, law.window.hours),
    'window.days': includesAll(daysOf(law.window), daysOf(next.window)),
    'window.sunday': sundayHolds(next.window, law.window),
    'window.zone': law.window.zone === 'number' || next.window.zone === 'number_and_address',
    holidayDialing: holidays.indexOf(next.holidayDialing) >= holidays.indexOf(law.holidayDialing),
    'caps.attemptsPerNumberDay': atMost(next.caps.attemptsPerNumberDay, law.caps.attemptsPerNumberDay),
    'caps.attemptsPerPersonDay': atMost(next.caps.attemptsPerPersonDay, law.caps.attemptsPerPersonDay),
    'caps.effectiveTalksPerDebtorDay': atMost(
      next.caps.effectiveTalksPerDebtorDay,
      law.caps.effectiveTalksPerDebtorDay,
    ),
    'caps.callWindows': law.caps.callWindows.every((cap) =>
      next.caps.callWindows.some(
        ({ calls, days, per, classes, exclude, excludeConsented }) =>
          calls <= cap.calls &&
          days >= cap.days &&
          (per === cap.per || per === 'person') &&
          (classes === null || (cap.classes !== null && includesAll(classes, cap.classes))) &&
          includesAll(cap.exclude, exclude) &&
          (cap.excludeConsented || !excludeConsented),
      ),
    ),
    'caps.quietAfterTalkDays': next.caps.quietAfterTalkDays >= law.caps.quietAfterTalkDays,
    'caps.minRedialMs': next.caps.minRedialMs >= law.caps.minRedialMs,
    'caps.redialScope': law.caps.redialScope === 'line' || next.caps.redialScope === 'person',
    'thirdParty.gate': gates.indexOf(next.thirdParty.gate) >= gates.indexOf(law.thirdParty.gate),
    'thirdParty.noRpcDays': next.thirdParty.noRpcDays >= law.thirdParty.noRpcDays,
    'thirdParty.maxPerPerson': atMost(next.thirdParty.maxPerPerson, law.thirdParty.maxPerPerson),
    'thirdParty.modes': includesAll(law.thirdParty.modes, next.thirdParty.modes),
    'thirdParty.stopOnRefusal': next.thirdParty.stopOnRefusal || !law.thirdParty.stopOnRefusal,
    'abandon.maxRate': next.abandon.maxRate <= law.abandon.maxRate,
    'abandon.hardRate': atMost(next.abandon.hardRate, law.abandon.hardRate),
    'abandon.hardOverHours': law.abandon.hardRate === null || next.abandon.hardOverHours === law.abandon.hardOverHours,
    'abandon.agentWithinMs': next.abandon.agentWithinMs <= law.abandon.agentWithinMs,
    'abandon.noAutoRedialMs': next.abandon.noAutoRedialMs >= law.abandon.noAutoRedialMs,
    'abandon.sameDayRedial': law.abandon.sameDayRedial || !next.abandon.sameDayRedial,
    'recording.all': next.recording.all || !law.recording.all,
    'recording.announce': next.recording.announce || !law.recording.announce,
    'recording.retainDays': next.recording.retainDays >= law.recording.retainDays,
    amd: law.amd === 'on' || next.amd === 'off',
    ringMinMs: next.ringMinMs >= law.ringMinMs,
    'links.gate': linkedGates.indexOf(next.links.gate) >= linkedGates.indexOf(law.links.gate),
    'clocks.lookup114For': law.clocks.lookup114For === 'trace' || next.clocks.lookup114For === 'all',
  };
}

/** Limits in which one set of rules is looser than another, by their fields. */
export const loosenedFields = (next: Preset, law: Preset): readonly string[] =>
  Object.entries(judge(next, law)).flatMap(([field, holds]) => (holds ? [] : [field]));

/**
 * What new rules of a campaign loosen of the law layer of its tenant. What the campaign had already that loose may stay:
 * otherwise nothing of it could be tightened step by step.
 */
export function loosenedForTenant(next: Preset, present: Preset, tenant: Preset): readonly string[] {
  const now = new Set(loosenedFields(next, present));
  return loosenedFields(next, tenant).filter((field) => now.has(field));
}

/** 5.2: the preset with a campaign's change, or every limit that the change would loosen, by its field. */
export function tighten(preset: Preset, change: LawChange): Tightened {
  const next: Preset = { ...preset, ...change };
  const loosened = loosenedFields(next, preset);
  return loosened.length > 0 ? { kind: 'refused', loosened } : { kind: 'tightened', preset: next };
}

const merged = <T extends object>(law: T, part: { readonly [K in keyof T]?: T[K] | undefined } | undefined): T => {
  const said = Object.entries(part ?? {}).filter(([, value]) => value !== undefined);
  return { ...law, ...(Object.fromEntries(said) as Partial<T>) };
};

/** The preset under a campaign's own tightening, or what of it would loosen the law. */
export function rulesUnder(preset: Preset, asked: Tightening): Tightened {
  return tighten(preset, {
    window: merged(preset.window, asked.window),
    holidayDialing: asked.holidayDialing ?? preset.holidayDialing,
    caps: merged(preset.caps, asked.caps),
    thirdParty: merged(preset.thirdParty, asked.thirdParty),
    abandon: merged(preset.abandon, asked.abandon),
    recording: merged(preset.recording, asked.recording),
    amd: asked.amd ?? preset.amd,
    ringMinMs: asked.ringMinMs ?? preset.ringMinMs,
    cadence: merged(preset.cadence, asked.cadence),
    links: merged(preset.links, asked.links),
    clocks: merged(preset.clocks, asked.clocks),
  });
}
