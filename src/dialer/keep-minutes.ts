import type { Clock } from '../platform/clock.ts';
import type { PacingLog, PacingMinutes } from './stores.ts';

const minuteMs = 60_000;
/** The agents' log of a minute is complete soon after it. */
const settledMs = 2_000;
/** What nobody counted for longer is left out. */
const reachMs = 60 * minuteMs;
const decisionsKeptMs = 14 * 86_400_000;
const minutesKeptMs = 8 * 86_400_000;

export interface MinuteKeeper {
  /** Writes the whole minutes that have gone by for these campaigns. */
  write(campaignIds: readonly string[]): Promise<void>;
  prune(): Promise<void>;
}

export function makeMinuteKeeper(deps: {
  readonly minutes: PacingMinutes;
  readonly log: PacingLog;
  readonly clock: Clock;
}): MinuteKeeper {
  const { minutes, clock } = deps;
  const writtenTo = new Map<string, number>();
  return {
    async write(campaignIds) {
      const now = clock();
      const before = Math.floor((now - settledMs) / minuteMs) * minuteMs;
      for (const campaignId of campaignIds) {
        const known = writtenTo.get(campaignId);
        if (known !== undefined && known >= before) continue;
        const newest = known === undefined ? await minutes.newest(campaignId) : null;
        const from = Math.max(known ?? (newest === null ? before - minuteMs : newest + minuteMs), before - reachMs);
        if (from < before) await minutes.write(campaignId, from, before);
        writtenTo.set(campaignId, before);
      }
    },
    prune: () => deps.log.prune(clock() - decisionsKeptMs, clock() - minutesKeptMs),
  };
}
