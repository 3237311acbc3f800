import { hashText, makeDice, type Dice, type Range } from '../dice.ts';
import type { Outcome, PopulationFile, Profile, Who } from './schema.ts';

/** The traits of one number, complete. They depend on the seed and the number alone. */
export interface Callee {
  number: string;
  profileName: string;
  voiceHz: number;
  profile: Profile;
}

/** What happens on one particular call to a number. */
export interface CallPlan {
  callee: Callee;
  outcome: Outcome;
  who: Who | null;
  dialMs: number;
  ringMs: number;
  signalsRinging: boolean;
  sipCode: number | null;
  dice: Dice;
}

/** Habits of people who have no entry: a mixed street of ordinary subscribers. */
const ORDINARY: Profile = {
  outcomes: { answer: 55, no_answer: 25, busy: 8, machine: 7, powered_off: 5 },
  who: { debtor: 70, relative: 20, stranger: 10 },
};

const DEFAULT_MS = {
  dialMs: [300, 1200],
  ringMs: [2000, 9000],
  talkMs: [12_000, 60_000],
} as const satisfies Record<string, Range>;

/** SIP replies by outcome; a profile's `sipCode` overrides the network ones. */
const SIP_CODES: Readonly<Record<Outcome, number | null>> = {
  answer: null,
  machine: null,
  fax: null,
  vacant_announcement: null,
  number_changed: null,
  false_answer: null,
  no_answer: null,
  busy: 486,
  vacant: 404,
  rejected: 603,
  powered_off: 480,
  failed: 503,
};

export class Population {
  readonly #file: PopulationFile;
  readonly #seed: string;
  readonly #rules: PopulationFile['rules'];
  readonly #timesCalled = new Map<string, number>();
  readonly #outcomes = new Map<Outcome, number>();

  constructor(file: PopulationFile, seed: number) {
    this.#file = file;
    this.#seed = String(seed);
    this.#rules = file.rules.toSorted((a, b) => b.prefix.length - a.prefix.length);
  }

  get verifiesFrom(): boolean {
    return this.#file.verifyFrom;
  }

  calleeOf(number: string): Callee | null {
    const own = this.#file.callees[number];
    const profileName = own?.profile ?? this.#profileNameOf(number);
    // A client without an entry is not registered anywhere: there is nobody to ring.
    if (!own && profileName === null && number.startsWith('client:')) return null;
    const base = profileName === null ? (own ? {} : ORDINARY) : (this.#file.profiles[profileName] ?? {});
    const profile: Profile = { ...base, ...withoutProfile(own) };
    const voiceHz = profile.voiceHz ?? 200 + (hashText(`${this.#seed}:voice:${number}`) % 57) * 5;
    return { number, profileName: profileName ?? (own ? 'own entry' : 'ordinary'), voiceHz, profile };
  }

  plan(number: string, at: number): CallPlan | null {
    const callee = this.calleeOf(number);
    if (!callee) return null;
    const times = this.#timesCalled.get(number) ?? 0;
    this.#timesCalled.set(number, times + 1);
    const dice = makeDice(`${this.#seed}:call:${number}:${times}`);
    const habit = this.#habitAt(callee.profile, at);
    const outcome = dice.pick<Outcome>(habit.outcomes) ?? 'no_answer';
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    const who =
      outcome === 'answer' ? (dice.pick<Who>(habit.who ?? callee.profile.who ?? { debtor: 1 }) ?? 'debtor') : null;
    return {
      callee,
      outcome,
      who,
      dialMs: dice.between(callee.profile.dialMs ?? DEFAULT_MS.dialMs),
      ringMs: dice.between(callee.profile.ringMs ?? DEFAULT_MS.ringMs),
      signalsRinging: callee.profile.ringing ?? true,
      sipCode: SIP_CODES[outcome] === null ? null : (callee.profile.sipCode ?? SIP_CODES[outcome]),
      dice,
    };
  }

  /** What has been drawn so far. */
  statistics(): { numbersCalled: number; calls: number; outcomes: Record<string, number> } {
    const outcomes = Object.fromEntries(this.#outcomes);
    return {
      numbersCalled: this.#timesCalled.size,
      calls: [...this.#timesCalled.values()].reduce((sum, times) => sum + times, 0),
      outcomes,
    };
  }

  #profileNameOf(number: string): string | null {
    const rule = this.#rules.find((candidate) => number.startsWith(candidate.prefix));
    const profiles = rule?.profiles ?? (number.startsWith('client:') ? undefined : this.#file.default);
    if (profiles === undefined) return null;
    if (typeof profiles === 'string') return profiles;
    return makeDice(`${this.#seed}:profile:${number}`).pick(profiles);
  }

  #habitAt(profile: Profile, at: number): NonNullable<Profile['habits']>[number] {
    const habits = profile.habits ?? [{ outcomes: profile.outcomes ?? { answer: 1 } }];
    const { hour, day } = localHour(at, profile.timeZone ?? this.#file.timeZone);
    const fitting = habits.find(
      (habit) =>
        (habit.hours?.some(([from, to]) => (from <= to ? hour >= from && hour < to : hour >= from || hour < to)) ??
          true) &&
        (habit.days?.some((name) => name === day) ?? true),
    );
    return fitting ?? { outcomes: { no_answer: 1 } };
  }
}

export const talkMsOf = (plan: CallPlan): number => plan.dice.between(plan.callee.profile.talkMs ?? DEFAULT_MS.talkMs);

function withoutProfile(entry: PopulationFile['callees'][string] | undefined): Profile {
  if (!entry) return {};
  const { profile: _profile, ...traits } = entry;
  return traits;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function localHour(at: number, timeZone: string): { hour: number; day: string } {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(at).map((part) => [part.type, part.value]));
  return { hour: Number(parts['hour']) + Number(parts['minute']) / 60, day: (parts['weekday'] ?? '').toLowerCase() };
}
