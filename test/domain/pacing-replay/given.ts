import type { AgentDay, CallPlan, CallSource, FloorTerms } from '../../../src/domain/pacing-replay/call-plan.ts';
import type { DayLog, LoggedAgentTime, LoggedCall } from '../../../src/domain/pacing-replay/day-log.ts';
import type { PacingPolicy } from '../../../src/domain/pacing-replay/pacing-policy.ts';

export const terms = (over: Partial<FloorTerms> = {}): FloorTerms => ({
  from: 0,
  to: 3_600_000,
  agents: [day()],
  callsPerSecond: 10,
  channels: 50,
  answerWithinMs: 2_000,
  tickMs: 1_000,
  abandonTarget: 0.03,
  machinesAmongLive: false,
  ...over,
});

export const day = (over: Partial<AgentDay> = {}): AgentDay => ({ from: 0, to: 3_600_000, breaks: [], ...over });

export const plan = (over: Partial<CallPlan> = {}): CallPlan => ({
  setupMs: 1_000,
  ringMs: 9_000,
  end: 'person',
  detectMs: 0,
  reachesAgent: true,
  talkMs: 60_000,
  wrapUpMs: 10_000,
  chance: null,
  ...over,
});

/** The plans one after the other, from the first again at the end. */
export function calls(...plans: readonly CallPlan[]): CallSource & { readonly launchedAt: number[] } {
  const launchedAt: number[] = [];
  let next = 0;
  return {
    launchedAt,
    due: () => Number.MAX_SAFE_INTEGER,
    chances: () => null,
    take: (now, places) =>
      places.flatMap(() => {
        launchedAt.push(now);
        return plans[next++ % plans.length] ?? [];
      }),
  };
}

/** Asks for so many at every instant. */
export const greedy = (launch: number): PacingPolicy => ({
  name: 'greedy',
  eventDriven: true,
  decide: () => ({ launch }),
});

/** So many in all, at the first instant. */
export function atOnce(count: number): PacingPolicy {
  let asked = false;
  return {
    name: 'at once',
    eventDriven: true,
    decide: () => {
      const launch = asked ? 0 : count;
      asked = true;
      return { launch };
    },
  };
}

/** A person who was reached after eleven seconds and talked for a minute. */
export const logged = (over: Partial<LoggedCall> = {}): LoggedCall => ({
  launchedAt: 0,
  ringingAt: 1_000,
  answeredAt: 11_000,
  connectedAt: 12_000,
  endedAt: 72_000,
  pickedUpBy: 'person',
  busy: false,
  wrapUpMs: 15_000,
  ...over,
});
export const time = (state: LoggedAgentTime['state'], from: number, to: number, agentId = 'a'): LoggedAgentTime => ({
  agentId,
  state,
  from,
  to,
});
/** Of two hours. */
export const log = (over: Partial<DayLog>): DayLog => ({
  from: 0,
  to: 2 * 3_600_000,
  calls: [],
  agentTimes: [],
  ...over,
});
