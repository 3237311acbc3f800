import type { FloorDecision, FloorMoment, PacingPolicy } from '../../src/domain/pacing-replay/pacing-policy.ts';
import type { FloorTerms } from '../../src/domain/pacing-replay/call-plan.ts';

export type AdaptiveLimit = 'hard limit' | 'average' | 'tapered';

const sampleMs = 1_000;
const stepMs = 15_000;
const placeMs = 2_500;
const samplesKept = 15;
const highestLevel = 3;
const countsFrom = 50;
/** Hour of the day from which the tapered limit is a hard one. */
const lastHour = 21;

/**
 * The adaptive methods of VICIdial as its manual and its published program describe them: a dial level, lines for each
 * agent that is not paused, moved every 15 seconds by the mean surplus of ready agents, and cut back by the day's share of
 * dropped calls. Its installations are tuned by hand; here it runs with what it ships with, from the morning on.
 */
export class AdaptiveLevel implements PacingPolicy {
  readonly name: string;
  readonly eventDriven = false;
  readonly #limit: AdaptiveLimit;
  #target = 0.03;
  #level = 1;
  #sampledAt = -Infinity;
  #steppedAt = -Infinity;
  #placedAt = -Infinity;
  #samples: { readonly surplus: number; readonly agents: number }[] = [];

  constructor(limit: AdaptiveLimit) {
    this.#limit = limit;
    this.name = `adaptive level, ${limit}`;
  }

  start(terms: FloorTerms): void {
    this.#target = terms.abandonTarget;
    this.#steppedAt = terms.from;
  }

  decide(moment: FloorMoment): FloorDecision {
    const { now, ready, talking, pending, waiting } = moment;
    // Whoever wraps up is paused and does not count.
    const agents = ready + talking;
    if (now - this.#sampledAt >= sampleMs) {
      this.#sampledAt = now;
      this.#samples = [...this.#samples.slice(1 - samplesKept), { surplus: ready - waiting, agents }];
    }
    if (now - this.#steppedAt >= stepMs) {
      this.#steppedAt = now;
      this.#step(moment);
    }
    if (now - this.#placedAt < placeMs) return { launch: 0 };
    this.#placedAt = now;
    return { launch: Math.round(this.#level * agents) - pending - waiting - talking };
  }

  #step({ now, live, abandoned }: FloorMoment): void {
    const mean = (read: (sample: { surplus: number; agents: number }) => number): number =>
      this.#samples.reduce((sum, one) => sum + read(one), 0) / Math.max(1, this.#samples.length);
    const surplus =
      mean((one) => one.surplus) /
      Math.max(
        1,
        mean((one) => one.agents),
      );
    this.#level *= 1 + surplus;
    if (live + abandoned > countsFrom && abandoned / Math.max(1, live) > this.#target) this.#cut(now);
    this.#level = Math.min(highestLevel, Math.max(1, this.#level));
  }

  #cut(now: number): void {
    if (this.#limit === 'hard limit') this.#level = 1;
    else if (this.#limit === 'average') this.#level /= 2;
    else {
      // Both as clock readings without a colon, as the program has them: no cut at all in the morning.
      const clock = (hours: number): number => 100 * Math.floor(hours) + 60 * (hours % 1);
      this.#level *= Math.max(0, Math.min(1, (clock(lastHour) - clock(now / 3_600_000)) / 1_000));
    }
  }
}
