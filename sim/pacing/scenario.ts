import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { spreadSchema } from './spread.ts';

const share = z.number().min(0).max(1);
const hour = z.number().min(0).max(24);

const breakSchema = z.strictObject({
  at: hour,
  minutes: z.number().positive(),
  jitterS: z.number().min(0).default(0),
  /** Of the agents, those who take it. */
  share: share.default(1),
});

const agentsSchema = z.strictObject({
  count: z.number().int().positive(),
  from: hour,
  to: hour,
  /** Nobody comes earlier than `from`. */
  fromJitterS: z.number().min(0).default(0),
  toJitterS: z.number().min(0).default(0),
  breaks: z.array(breakSchema).default([]),
  /** Short ones at any time. */
  pauses: z.strictObject({ perHour: z.number().positive(), minutes: z.number().positive() }).optional(),
});

/** What becomes of calls from an hour on; what is left of one are calls that nobody answers. */
const callsSchema = z.strictObject({
  from: hour,
  person: share,
  machine: share.default(0),
  busy: share.default(0),
  invalid: share.default(0),
  /** Runs evenly to the next entry instead of jumping there. */
  drifts: z.boolean().default(false),
});

export const scenarioSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  about: z.string(),
  hours: z.tuple([hour, hour]).default([9, 18]),
  agents: z.array(agentsSchema).min(1),
  calls: z.array(callsSchema).min(1),
  setup: spreadSchema.default({ lognormal: { mean: 2, cv: 0.4 }, least: 0.5, most: 8 }),
  ring: z
    .strictObject({
      person: spreadSchema.default({ lognormal: { mean: 11, cv: 0.6 }, least: 1, most: 29 }),
      machine: spreadSchema.default({ lognormal: { mean: 20, cv: 0.25 }, least: 2, most: 29 }),
      no_answer: spreadSchema.default({ even: [25, 30] }),
      busy: spreadSchema.default(1),
      invalid: spreadSchema.default(0.5),
    })
    .prefault({}),
  talk: spreadSchema.default({ lognormal: { mean: 120, cv: 1 }, most: 1_800 }),
  wrapUp: spreadSchema.default({ lognormal: { mean: 20, cv: 0.6 } }),
  /** `sure`: machines are known at once. `none`: an agent hears them. Else with delay and errors. */
  detection: z
    .union([
      z.enum(['sure', 'none']),
      z.strictObject({ delay: spreadSchema, personsEnded: share, machinesPassed: share }),
    ])
    .default('sure'),
  machineTalk: spreadSchema.default({ lognormal: { mean: 8, cv: 0.4 } }),
  machineWrapUp: spreadSchema.default(3),
  callsPerSecond: z.number().positive().default(30),
  channels: z.number().int().positive().default(2_000),
  answerWithinMs: z.number().min(0).default(2_000),
  tickMs: z.number().positive().default(500),
  /** Numbers differ, and the probability of each is known: beta distributed around the hour's rate; small = far apart. */
  known: z.strictObject({ concentration: z.number().positive() }).optional(),
  /** Numbers differ by tastes of their own that nobody knows, and have been called on days before. */
  street: z
    .strictObject({
      numbers: z.number().int().positive(),
      daysBefore: z.number().int().min(0),
      callsPerDay: z.number().positive(),
      /** Standard deviation of the log odds between numbers. */
      taste: z.number().min(0),
      /** And between dayparts of one number. */
      daypartTaste: z.number().min(0),
    })
    .optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

export const readScenario = (file: string): Scenario => scenarioSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

export const readScenarios = (folder: string): readonly Scenario[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readScenario(join(folder, file)));

export const hourMs = 3_600_000;

export interface CallMix {
  readonly person: number;
  readonly machine: number;
  readonly busy: number;
  readonly invalid: number;
}

/** What calls launched at that instant of the day become. */
export function mixAt({ calls }: Scenario, at: number): CallMix {
  const hourNow = at / hourMs;
  const index = Math.max(
    0,
    calls.findLastIndex(({ from }) => from <= hourNow),
  );
  const now = calls[index];
  const next = calls[index + 1];
  if (now === undefined) throw new Error('a scenario without calls');
  if (!now.drifts || next === undefined) return now;
  const part = Math.max(0, (hourNow - now.from) / (next.from - now.from));
  const between = (read: (one: CallMix) => number): number => read(now) + part * (read(next) - read(now));
  return {
    person: between((one) => one.person),
    machine: between((one) => one.machine),
    busy: between((one) => one.busy),
    invalid: between((one) => one.invalid),
  };
}
