import type { Instant } from '../vocabulary.ts';
import type { CallEnd, CallPlan, CallSource } from './call-plan.ts';
import type { DayLog, LoggedCall } from './day-log.ts';

const stretchMs = 1_800_000;

/** What agents needed for a call that nobody took. */
interface Handling {
  readonly talkMs: number;
  readonly wrapUpMs: number;
}

const usual: Handling = { talkMs: 120_000, wrapUpMs: 20_000 };

/**
 * The calls of a day, to be launched at other moments: each launch meets what a call of the same half hour met, in the
 * order of the log and from its beginning again when more are launched than were then. Nothing is thrown by dice.
 */
export class LoggedCalls implements CallSource {
  readonly #from: Instant;
  /** Plans of each half hour, and how many of them were taken. */
  readonly #stretches: { readonly plans: readonly CallPlan[]; taken: number }[];

  constructor({ from, to, calls }: DayLog) {
    this.#from = from;
    const sorted = calls.toSorted((a, b) => a.launchedAt - b.launchedAt);
    const handled = handlings(sorted);
    const plans = sorted.map((call, index) => ({ call, plan: planOf(call, handled[index % handled.length] ?? usual) }));
    const count = Math.max(1, Math.ceil((to - from) / stretchMs));
    const inStretch = (index: number): CallPlan[] =>
      plans.filter(({ call }) => Math.floor((call.launchedAt - from) / stretchMs) === index).map(({ plan }) => plan);
    this.#stretches = Array.from({ length: count }, (_, index) => ({ plans: inStretch(index), taken: 0 }));
  }

  due(now: Instant): number {
    return this.#nearest(now) === undefined ? 0 : Number.MAX_SAFE_INTEGER;
  }

  chances(): null {
    return null;
  }

  take(now: Instant, places: readonly number[]): readonly CallPlan[] {
    const stretch = this.#nearest(now);
    if (stretch === undefined) return [];
    return places.flatMap(() => stretch.plans[stretch.taken++ % stretch.plans.length] ?? []);
  }

  /** Of the half hours in which anything was launched, the one nearest to now. */
  #nearest(now: Instant): { readonly plans: readonly CallPlan[]; taken: number } | undefined {
    const at = Math.floor((now - this.#from) / stretchMs);
    for (let away = 0; away < this.#stretches.length; away++)
      for (const index of [at - away, at + away]) {
        const stretch = this.#stretches[index];
        if (stretch !== undefined && stretch.plans.length > 0) return stretch;
      }
    return undefined;
  }
}

/** Talk and wrap-up of the calls that had an agent. */
function handlings(calls: readonly LoggedCall[]): readonly Handling[] {
  return calls.flatMap(({ connectedAt, endedAt, wrapUpMs, pickedUpBy }) =>
    connectedAt === null || pickedUpBy !== 'person'
      ? []
      : [{ talkMs: Math.max(0, endedAt - connectedAt), wrapUpMs: wrapUpMs ?? 0 }],
  );
}

function planOf(call: LoggedCall, other: Handling): CallPlan {
  const { launchedAt, answeredAt, endedAt, connectedAt, wrapUpMs } = call;
  const ringingAt = call.ringingAt ?? Math.min(answeredAt ?? endedAt, launchedAt);
  const end = endOf(call);
  const handling =
    connectedAt === null ? other : { talkMs: Math.max(0, endedAt - connectedAt), wrapUpMs: wrapUpMs ?? 0 };
  return {
    setupMs: Math.max(0, ringingAt - launchedAt),
    ringMs: Math.max(0, (answeredAt ?? endedAt) - ringingAt),
    end,
    // A machine that no agent heard was found out some time after it picked up.
    detectMs: end === 'machine' && connectedAt === null && answeredAt !== null ? Math.max(0, endedAt - answeredAt) : 0,
    reachesAgent: end === 'person' || (end === 'machine' && connectedAt !== null),
    ...handling,
    chance: null,
    ...(call.keepsAgent === true ? { keepsAgent: true } : {}),
  };
}

function endOf({ answeredAt, pickedUpBy, busy }: LoggedCall): CallEnd {
  if (answeredAt !== null && pickedUpBy !== 'nobody') return pickedUpBy;
  return busy ? 'busy' : 'no_answer';
}
