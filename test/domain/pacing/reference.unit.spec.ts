import { describe, expect, it } from 'vitest';
import { decidePacing, type PacingDecision } from '../../../src/domain/pacing/decide-pacing.ts';
import type { PacingEvent } from '../../../src/domain/pacing/events.ts';
import type { PacedAgent, PacedCall, PacingMoment } from '../../../src/domain/pacing/moment.ts';
import { PacingMemory } from '../../../src/domain/pacing/pacing-memory.ts';
import { moment, nowAt, plenty, practised, spent } from './given.ts';

const figure = (value: number): string => String(Number(value.toPrecision(6)));

const told = (memory: PacingMemory, events: readonly PacingEvent[]): PacingMemory => {
  for (const event of events) memory.learn(event);
  return memory;
};
const several = (count: number, event: (index: number) => readonly PacingEvent[]): PacingEvent[] =>
  Array.from({ length: count }, (_, index) => event(index)).flat();

/** Something picks up and is listened to for a while: every third is a person. */
const detections = several(90, (index): PacingEvent[] => {
  const launchedAt = nowAt - 900_000 + index * 9_000;
  const ringingAt = index % 5 === 0 ? null : launchedAt + 2_200;
  const pickedUpAt = launchedAt + 7_000 + (index % 9) * 900;
  const at = pickedUpAt + 400 + (index % 8) * 450;
  return [{ kind: index % 3 === 0 ? 'live' : 'failed', at, launchedAt, ringingAt, pickedUpAt, chance: null }];
});
/** Said beforehand to be likelier than it was. */
const chances = several(60, (index): PacingEvent[] => {
  const launchedAt = nowAt - 800_000 + index * 11_000;
  const at = launchedAt + 9_000 + (index % 4) * 2_500;
  const stages = { at, launchedAt, ringingAt: launchedAt + 1_400, pickedUpAt: null };
  return [{ kind: index % 4 === 0 ? 'live' : 'failed', ...stages, chance: 0.2 + (index % 5) * 0.1 }];
});
const departures: PacingEvent[] = [
  ...several(6, (index) => [
    { kind: 'agent_left', at: nowAt - 700_000 + index * 90_000, from: index % 2 === 0 ? 'busy' : 'ready' },
  ]),
  ...several(4, (index) => [
    { kind: 'talk_ended', at: nowAt - 300_000 + index * 60_000, agentId: 'agent-9', talkMs: 9_000 + index * 6_000 },
  ]),
];
const launches = (expectedAbandoned: number, lost: number, steers = true): PacingEvent[] =>
  several(45, (index): PacingEvent[] => [
    {
      kind: 'launched',
      at: nowAt - 450_000 + index * 9_000,
      count: 3,
      expectedAnswers: 0.9,
      expectedAbandoned,
      allowance: 0.027,
      steers,
      target: index < 5 ? 0.05 : 0.03,
      agents: 9,
    },
    index < lost
      ? { kind: 'abandoned', at: nowAt - 440_000 + index * 9_000 }
      : { kind: 'connected', at: nowAt - 440_000 + index * 9_000, agentId: `agent-${index % 4}` },
  ]);

const memories: Readonly<Record<string, () => PacingMemory>> = {
  'nothing known': () => new PacingMemory(),
  'thirty calls': () => practised(30),
  'four hundred calls': () => practised(),
  'two thousand calls': () => practised(2_000),
  'machines told apart': () => told(practised(60), detections),
  'chances too high': () => told(practised(60), chances),
  'agents who leave': () => told(practised(120), departures),
  'more lost than foreseen': () => told(practised(120), launches(0.02, 6)),
  'less lost than foreseen': () => told(practised(120), launches(0.06, 0)),
  'held back': () => told(practised(120), launches(0.06, 2, false)),
};

const ago = (seconds: number): number => nowAt - seconds * 1_000;
const calls: PacedCall[] = [
  { state: 'placing', launchedAt: ago(1), since: ago(1) },
  { state: 'placing', launchedAt: ago(1), since: ago(1) },
  { state: 'ringing', launchedAt: ago(9), since: ago(7), chance: 0.6 },
  { state: 'ringing', launchedAt: ago(13), since: ago(11) },
  { state: 'detecting', launchedAt: ago(15), since: ago(1.5) },
  { state: 'waiting', launchedAt: ago(15), since: ago(0.7) },
];
const agents: PacedAgent[] = [
  { state: 'ready', since: ago(4) },
  { state: 'ready', since: ago(2), leaving: true },
  { state: 'reserved', since: ago(1) },
  { state: 'talking', since: ago(70) },
  { state: 'talking', since: ago(250), leaving: true },
  { state: 'wrapping_up', since: ago(3) },
  { state: 'wrapping_up', since: ago(25) },
];
const of = (over: Partial<PacingMoment['abandon']>) => ({ abandon: { ...plenty, ...over } });
const usual = { ready: 4, talking: [15, 60, 130, 200], ringing: [2, 6, 11, 18] };

const moments: Readonly<Record<string, PacingMoment>> = {
  'one ready': moment({ ready: 1 }),
  'some busy': moment(usual),
  'nobody ready': moment({ talking: [5, 90, 180, 300], ringing: [4] }),
  'answer waits': moment({ talking: [100, 150], ringing: [8, 9], waiting: 1 }),
  'every stage': moment({}, { agents, calls }),
  'large floor': moment({
    ready: 6,
    talking: Array.from({ length: 40 }, (_, index) => index * 7),
    ringing: Array.from({ length: 25 }, (_, index) => index),
  }),
  'many ready': moment({ ready: 30, talking: [30, 40, 50], ringing: [1, 2, 3, 4, 5, 6, 7, 8] }),
  'chances given': moment(usual, { nextChances: [0.9, 0.5, 0.1, 0.04, 0.3, 0.02] }),
  'few chances': moment(usual, { nextChances: [0.05] }),
  'long grace': moment(usual, { answerWithinMs: 5_000 }),
  'no end known': moment(usual, of({ dialingEndsAt: null })),
  'ends in a minute': moment(usual, of({ dialingEndsAt: nowAt + 60_000 })),
  'nearly spent': moment(usual, of({ dialingEndsAt: nowAt + 60_000, abandoned: 59 })),
  'made good': moment(usual, of({ abandoned: 64 })),
  spent: moment(usual, { abandon: spent }),
  'hour spent': moment(usual, of({ abandonedLastHour: 30 })),
  'first answers': moment(usual, of({ live: 12, abandoned: 0, liveLastHour: 12, abandonedLastHour: 0 })),
  'machines among live': moment(usual, of({ machinesAmongLive: true })),
  'bound kept': moment(usual, of({ deviations: 1.645 })),
  'bound passed': moment(usual, of({ live: 400, abandoned: 7, deviations: 1.645 })),
  ratio: moment(usual, { mode: 'ratio', callsPerAgent: 2.7 }),
  'ratio spent': moment(usual, { mode: 'ratio', callsPerAgent: 2.7, abandon: spent }),
  progressive: moment({ ready: 4, ringing: [3] }, { mode: 'progressive' }),
  'small group': moment(usual, { smallestGroup: 9 }),
  'held first': moment(usual, { heldFirst: true }),
  'by hand': moment(usual, { mode: 'manual' }),
  tight: moment(usual, { freeChannels: 2, cpsTokens: 2.5, dueCases: 2 }),
};

const line = ({ launch, because, mayHold, figures: f }: PacingDecision): string =>
  [
    `${launch} ${because}${mayHold ? ', may hold' : ''}`,
    `answers ${figure(f.pendingAnswers)} at ${figure(f.answerRate)} ±${figure(f.answerError)}`,
    `risk ${figure(f.risk)} of ${figure(f.riskBound)}, held ${figure(f.heldRisk)}`,
    `left ${figure(f.budgetLeft)}, allows ${figure(f.allowance)}${f.steers ? ', steers' : ''}, foreseen ${figure(f.foreseenShare)}`,
    `expects ${figure(f.expectedAnswers)} and ${figure(f.expectedAbandoned)} lost`,
    `${f.ready}/${f.working} ready, ${f.pending}+${f.waiting} calls, ${figure(f.abandonRate)} of ${f.abandonTarget}`,
    `room ${f.freeChannels} ${f.cpsTokens} ${f.dueCases}`,
  ].join(' · ');

const learned = (memory: PacingMemory): string =>
  [
    `rate ${figure(memory.answerRate.mean)}`,
    `answers ${figure(memory.answerFromLaunch.meanMs)} and ${figure(memory.answerFromRing.meanMs)} ms`,
    `failures ${figure(memory.failureFromLaunch.meanMs)} and ${figure(memory.failureFromRing.meanMs)} ms`,
    `rings ${figure(memory.ringMs)}, detects ${figure(memory.detection.meanMs)} ms, ${memory.detectionSteps} steps, ${figure(memory.detectedLive)} live`,
    `talks ${figure(memory.talk.meanMs)}, writes ${figure(memory.wrapUp.meanMs)} ms`,
    `returns ${figure(memory.returns)}, leaves ${figure(memory.leavesPerMs(nowAt))}, lives ${figure(memory.livePerMs(nowAt))} a ms`,
    `persons ${figure(memory.personShare)}, 0.4 is ${figure(memory.calibrated(0.4))}`,
    `bound ${figure(memory.bound.factor(0.03))} and ${figure(memory.bound.factor(0.05))}, share ${figure(memory.bound.expectedShare)}, forecasts ${figure(memory.bound.calibration)}`,
  ].join(' · ');

describe('the decisions that were judged', () => {
  it('[PACE-28] what was learned and every figure of a decision is as it was when pacing was last judged', async () => {
    const lines = Object.entries(memories).flatMap(([known, memoryOf]) => {
      const memory = memoryOf();
      return [
        `# ${known}: ${learned(memory)}`,
        ...Object.entries(moments).map(([name, at]) => `${name}: ${line(decidePacing(at, memory))}`),
      ];
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('reference-decisions.txt');
  });

  it('[PACE-28] and so is a shift of decisions that learn from what became of them', async () => {
    const memory = new PacingMemory();
    const lines: string[] = [];
    let dice = 1;
    const next = (): number => (dice = (dice * 48_271) % 2_147_483_647) / 2_147_483_647;
    let live = 0;
    let abandoned = 0;
    for (let step = 0; step < 240; step += 1) {
      const now = nowAt + step * 4_000;
      const floor = { ready: step % 4, talking: [step % 50, 20 + (step % 90), 70 + (step % 160)], ringing: [step % 9] };
      const abandon = { ...plenty, live, abandoned, liveLastHour: live, abandonedLastHour: abandoned };
      const at = { ...moment(floor, { abandon: { ...abandon, dialingEndsAt: nowAt + 3_600_000 } }), now };
      const decision = decidePacing(at, memory);
      const { figures, launch } = decision;
      const shared = { kind: 'launched', at: now, count: launch, target: 0.03, agents: figures.working } as const;
      const { expectedAnswers, expectedAbandoned, allowance, steers } = figures;
      memory.learn({ ...shared, expectedAnswers, expectedAbandoned, allowance, steers });
      for (let call = 0; call < launch; call += 1) {
        const isLive = next() < (step < 120 ? 0.3 : 0.08);
        const endsAt = now + 3_000 + Math.floor(next() * 24_000);
        const stages = { at: endsAt, launchedAt: now, ringingAt: now + 1_700, pickedUpAt: isLive ? endsAt : null };
        memory.learn({ kind: isLive ? 'live' : 'failed', ...stages, chance: null });
        if (!isLive) continue;
        live += 1;
        const lost = next() < 0.06;
        if (lost) abandoned += 1;
        memory.learn(lost ? { kind: 'abandoned', at: endsAt } : { kind: 'connected', at: endsAt, agentId: `a${step}` });
        const talkMs = Math.floor(30_000 + next() * 150_000);
        if (!lost) memory.learn({ kind: 'talk_ended', at: endsAt + talkMs, agentId: `a${step}`, talkMs });
        if (!lost && step % 3 > 0)
          memory.learn({
            kind: 'wrap_up_ended',
            at: endsAt + talkMs,
            agentId: `a${step}`,
            wrapUpMs: 9_000 + step * 10,
          });
      }
      if (step % 12 === 11) lines.push(`${step}: ${line(decision)}`, `  ${learned(memory)}`);
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('reference-shift.txt');
  });
});
