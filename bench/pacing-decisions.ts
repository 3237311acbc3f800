import { decidePacing } from '../src/domain/pacing/decide-pacing.ts';
import type { PacedAgent, PacedCall, PacingMoment } from '../src/domain/pacing/moment.ts';
import { PacingMemory } from '../src/domain/pacing/pacing-memory.ts';

const agents = 500;
const calls = 5_000;
const rounds = 2_000;
const hourMs = 3_600_000;

/** What a decision costs on a floor larger than most, beside copying and summing as many numbers in the same run. */
export function timeDecisions(): void {
  const memory = new PacingMemory();
  const decide: number[] = [];
  const learn: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const moment = someMoment(10 * hourMs + round * 137, round);
    decide.push(timed(() => decidePacing(moment, memory)));
    learn.push(timed(() => learnOne(memory, moment.now, round)));
    yardstick.push(timed(() => [...moment.calls.map(({ since }) => since)].reduce((sum, one) => sum + one, 0)));
  }
  say(`decision, ${agents} agents and ${calls} calls`, decide);
  say('learning from one call', learn);
  say(`yardstick: ${calls} numbers copied and summed`, yardstick);
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function say(what: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(3);
  console.log(`${what.padEnd(48)} p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms`);
}

function learnOne(memory: PacingMemory, at: number, round: number): void {
  const launchedAt = at - 2_000 - ((round * 7_919) % 28_000);
  const kind = round % 4 === 0 ? 'live' : 'failed';
  memory.learn({ kind, at, launchedAt, ringingAt: launchedAt + 1_500, pickedUpAt: null, chance: null });
  if (kind !== 'live') return;
  const agentId = String(round);
  memory.learn({ kind: 'connected', at, agentId });
  memory.learn({ kind: 'talk_ended', at, agentId, talkMs: 20_000 + ((round * 104_729) % 200_000) });
}

function someMoment(now: number, round: number): PacingMoment {
  const state = (index: number): PacedAgent['state'] =>
    index % 25 === 0 ? 'ready' : index % 6 === 0 ? 'wrapping_up' : 'talking';
  return {
    now,
    mode: 'predictive',
    callsPerAgent: 1,
    smallestGroup: 0,
    agents: Array.from({ length: agents }, (_, index) => ({
      state: state(index),
      since: now - ((index * 7_919 + round * 31) % 300_000),
    })),
    calls: Array.from({ length: calls }, (_, index): PacedCall => {
      const since = now - ((index * 3_571 + round * 17) % 30_000);
      return { state: index % 9 === 0 ? 'placing' : 'ringing', launchedAt: since - 2_000, since };
    }),
    freeChannels: 4_000,
    cpsTokens: 80,
    dueCases: 1_000_000,
    nextChances: null,
    abandon: {
      target: 0.03,
      live: 20_000,
      abandoned: 400,
      liveLastHour: 9_000,
      abandonedLastHour: 200,
      dialingEndsAt: now + 4 * hourMs,
      machinesAmongLive: false,
    },
    answerWithinMs: 2_000,
  };
}
