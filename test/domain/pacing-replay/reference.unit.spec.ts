import { describe, expect, it } from 'vitest';
import type { CallEnd, CallPlan, CallSource } from '../../../src/domain/pacing-replay/call-plan.ts';
import { agentDaysOf, measureDay, type DayLog } from '../../../src/domain/pacing-replay/day-log.ts';
import { EventQueue } from '../../../src/domain/pacing-replay/event-queue.ts';
import { fixedRatio } from '../../../src/domain/pacing-replay/fixed-ratio.ts';
import type { FloorFigures } from '../../../src/domain/pacing-replay/floor-figures.ts';
import { simulateFloor } from '../../../src/domain/pacing-replay/floor.ts';
import { LoggedCalls } from '../../../src/domain/pacing-replay/logged-calls.ts';
import type {
  FloorDecision,
  FloorEvent,
  FloorMoment,
  PacingPolicy,
} from '../../../src/domain/pacing-replay/pacing-policy.ts';
import { progressive } from '../../../src/domain/pacing-replay/progressive.ts';
import { replayDay } from '../../../src/domain/pacing-replay/replay-day.ts';
import { predictive } from '../../../src/domain/pacing-replay/server-pacer.ts';
import { day, plan, terms } from './given.ts';

const figure = (value: number): string => String(Number(value.toPrecision(6)));
const minute = 60_000;

/** Calls of every kind, by dice that fall alike in every run. */
function streetOf(seed: number, given: { readonly chances?: boolean; readonly due?: number } = {}) {
  let dice = seed;
  const next = (): number => (dice = (dice * 48_271) % 2_147_483_647) / 2_147_483_647;
  const endOf = (at: number): CallEnd =>
    at < 0.4 ? 'person' : at < 0.5 ? 'machine' : at < 0.8 ? 'no_answer' : at < 0.95 ? 'busy' : 'invalid';
  const planned = (): CallPlan => {
    const chance = given.chances === true ? Number(next().toFixed(2)) : null;
    const end = chance !== null && next() < chance ? 'person' : endOf(next());
    return plan({
      setupMs: Math.floor(next() * 3) * 700,
      ringMs: end === 'no_answer' ? 25_000 : 2_000 + Math.floor(next() * 9_000),
      end,
      detectMs: next() < 0.5 ? 0 : 900,
      reachesAgent: end === 'person' ? next() < 0.95 : end === 'machine' && next() < 0.3,
      talkMs: 15_000 + Math.floor(next() * 90_000),
      wrapUpMs: Math.floor(next() * 20_000),
      chance,
    });
  };
  const waiting = Array.from({ length: 40 }, planned);
  const ended: string[] = [];
  const source: CallSource = {
    due: () => given.due ?? 1_000,
    chances: (_, most) => (given.chances === true ? waiting.slice(0, most).map(({ chance }) => chance ?? 0) : null),
    take: (_, places) => {
      const taken = places.flatMap((place) => waiting[place] ?? []);
      for (const one of taken) waiting.splice(waiting.indexOf(one), 1, planned());
      return taken;
    },
    ended: ({ end }, answered, now) => void ended.push(`${now} ${end}${answered ? ' answered' : ''}`),
  };
  return { source, ended };
}

/** Everything that a policy is told and asked, in order. */
function overheard(policy: PacingPolicy): PacingPolicy & { readonly lines: string[] } {
  const lines: string[] = [];
  const tell = (event: FloorEvent): string =>
    Object.entries(event)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ');
  const ask = (seen: FloorMoment, { launch, picks }: FloorDecision): string => {
    const { now, agents, calls, chances, ...counted } = seen;
    const who = agents.map((one) => `${one.agentId} ${one.state} ${one.since}${one.leaving ? ' leaving' : ''}`).sort();
    const what = calls.map((one) => `${one.state} ${one.launchedAt} ${one.since} ${one.chance ?? ''}`.trim()).sort();
    const counts = Object.entries(counted).map(([name, value]) => `${name} ${String(value)}`);
    return `${now}: ${launch} of ${counts.join(', ')} | ${who.join('; ')} | ${what.join('; ')} | ${picks?.join(' ') ?? chances?.length ?? ''}`;
  };
  return {
    ...policy,
    lines,
    ...(policy.start === undefined ? {} : { start: (given) => policy.start?.(given) }),
    decide: (seen) => {
      const decision = policy.decide(seen);
      lines.push(ask(seen, decision));
      return decision;
    },
    learn: (event) => {
      lines.push(tell(event));
      policy.learn?.(event);
    },
  };
}

const said = ({ stretches, ...figures }: FloorFigures): string[] => [
  Object.entries(figures)
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', '),
  ...stretches.map((one) => Object.values(one).join(' ')),
];

const someAgents = [
  day({ to: 8 * minute, breaks: [{ from: 3 * minute, to: 4 * minute }] }),
  day({ from: minute, to: 20 * minute, breaks: [{ from: 2 * minute, to: 2 * minute + 500 }] }),
  day({ from: 2 * minute, to: 6 * minute }),
];

describe('a floor as it was simulated before', () => {
  it('[RPL-8] event by event, with breaks, ends of shifts, few channels and every kind of call', async () => {
    const { source, ended } = streetOf(7);
    const policy = overheard(fixedRatio(1.6));
    const given = terms({ agents: someAgents, to: 10 * minute, channels: 4, callsPerSecond: 2, tickMs: 20_000 });
    const lines = said(simulateFloor(given, source, policy));
    await expect(`${[...lines, ...ended, ...policy.lines].join('\n')}\n`).toMatchFileSnapshot('reference-floor.txt');
  });

  it('[RPL-8] and in its figures, whatever the pacing', async () => {
    const many = Array.from({ length: 4 }, (_, index) =>
      day({
        from: index * 20_000,
        to: 75 * minute,
        breaks: [{ from: (20 + index) * minute, to: (26 + index) * minute }],
      }),
    );
    const given = terms({ agents: many, to: 75 * minute, tickMs: 5_000 });
    const under = (name: string, policy: PacingPolicy, street: Parameters<typeof streetOf>[1], over = {}): string[] => [
      `# ${name} ${policy.name}`,
      ...said(simulateFloor({ ...given, ...over }, streetOf(11, street).source, policy)),
    ];
    // Over an hour where the trailing hour counts, shorter where it does not: mutants run this again and again.
    const brief = { to: 30 * minute };
    const lines = [
      ...under('one for one', progressive(), {}),
      ...under('every second', { ...fixedRatio(2.4), eventDriven: false }, {}, brief),
      ...under('share', predictive(), {}),
      ...under('share with machines', predictive(), {}, { ...brief, machinesAmongLive: true }),
      ...under('bound', predictive({ keeps: 'bound' }), {}, brief),
      ...under('bound with a past', predictive({ keeps: 'bound', before: { live: 900, abandoned: 9 } }), {}, brief),
      ...under('large groups only', predictive({ smallestGroup: 5 }), {}, brief),
      ...under('few at once', predictive({ callsPerAgent: 0.5 }), {}, brief),
      ...under('ratio', predictive({ mode: 'ratio', ratio: 2.2 }), {}, brief),
      ...under('chances', predictive(), { chances: true }, brief),
      ...under('few due', predictive(), { due: 1 }, brief),
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('reference-figures.txt');
  });

  it('[RPL-8] and the places that are picked', async () => {
    const policy = overheard(predictive());
    const given = terms({ agents: someAgents, to: 4 * minute, tickMs: 10_000 });
    simulateFloor(given, streetOf(3, { chances: true }).source, policy);
    const asked = policy.lines.filter((line) => /^\d+:/.test(line));
    await expect(`${asked.join('\n')}\n`).toMatchFileSnapshot('reference-picks.txt');
  });

  it('[RPL-8] a day that was logged is replayed as before', async () => {
    const log: DayLog = {
      from: minute,
      to: 100 * minute,
      calls: Array.from({ length: 60 }, (_, index) => {
        const launchedAt = minute + index * (index < 30 ? 50_000 : 120_000);
        const pickedUpBy = (['person', 'nobody', 'machine', 'person', 'nobody'] as const)[index % 5] ?? 'nobody';
        const answeredAt = pickedUpBy === 'nobody' ? null : launchedAt + 6_000 + (index % 4) * 1_000;
        const connectedAt = answeredAt === null || index % 10 === 3 || index % 10 === 2 ? null : answeredAt + 400;
        return {
          launchedAt,
          ringingAt: index % 6 === 0 ? null : launchedAt + 1_200,
          answeredAt,
          connectedAt,
          endedAt: (answeredAt ?? launchedAt) + 20_000 + (index % 7) * 3_000,
          pickedUpBy,
          busy: index % 5 === 4,
          wrapUpMs: connectedAt === null || index % 15 === 0 ? null : 8_000 + index * 50,
        };
      }),
      agentTimes: (['ready', 'talking', 'wrapping_up', 'on_break', 'reserved', 'signed_out'] as const).flatMap(
        (state, index) =>
          ['a', 'b'].map((agentId, other) => ({
            agentId,
            state,
            from: index * 15 * minute + other * 5_000,
            to: (index + 1) * 15 * minute + other * 5_000 - (index % 2) * 5_001,
          })),
      ),
    };
    const source = new LoggedCalls(log);
    const settings = { abandonTarget: 0.03, callsPerSecond: 1, channels: 6, answerWithinMs: 2_000 };
    const lines = [
      JSON.stringify(agentDaysOf(log)),
      JSON.stringify(measureDay(log)),
      ...[0, 20, 40, 75, 99, 500].flatMap((at) =>
        source.take(at * minute, [0, 1, 2, 3, 4, 5, 6]).map((one) => `${at} ${JSON.stringify(one)}`),
      ),
      ...[progressive(), fixedRatio(3), predictive()].flatMap((policy) =>
        said(replayDay(log, settings, policy).foreseen),
      ),
      String(source.due(0)),
      String(source.chances()),
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('reference-day.txt');
  });

  it('[RPL-8] what is to happen comes in the order of its instants, and of its entry where they are equal', () => {
    const queue = new EventQueue();
    const order: number[] = [];
    expect([queue.nextAt, queue.take()]).toEqual([Infinity, null]);
    const instants = [5, 3, 9, 3, 1, 9, 5, 0, 3, 7, 2, 2, 8, 0, 6, 4];
    instants.forEach((at, entered) => queue.add(at, () => order.push(entered)));
    const at: number[] = [];
    while (queue.nextAt < Infinity) {
      const next = queue.take();
      at.push(next?.at ?? NaN);
      next?.run();
    }
    const wanted = instants.map((instant, entered) => ({ instant, entered }));
    wanted.sort((a, b) => a.instant - b.instant || a.entered - b.entered);
    expect(at).toEqual(wanted.map(({ instant }) => instant));
    expect(order).toEqual(wanted.map(({ entered }) => entered));
  });
});
