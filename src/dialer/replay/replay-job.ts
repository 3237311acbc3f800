import type { FloorOutcome, PacingSettings } from '../../contract/pacing.ts';
import { measureDay, type DayLog } from '../../domain/pacing-replay/day-log.ts';
import { replayDay } from '../../domain/pacing-replay/replay-day.ts';
import { predictive } from '../../domain/pacing-replay/server-pacer.ts';

/** A day and the ways in which it is to be dialed again. */
export interface ReplayJob {
  readonly log: DayLog;
  readonly callsPerSecond: number;
  readonly channels: number;
  /** The stricter of setting and rules counts. */
  readonly targetMost: number;
  /** In the window before the day. */
  readonly before: { readonly live: number; readonly abandoned: number };
  readonly settings: readonly PacingSettings[];
}

export interface ReplayDone {
  readonly measured: FloorOutcome;
  /** One for each of the settings. */
  readonly foreseen: readonly FloorOutcome[];
}

/** Routing gives up an answer that waited so long for an agent. */
const answerWithinMs = 2_000;

const outcomeOf = (one: FloorOutcome): FloorOutcome => ({
  utilisation: one.utilisation,
  talkMs: Math.round(one.talkMs),
  persons: one.persons,
  abandoned: one.abandoned,
  abandonedShare: one.abandonedShare,
  launched: one.launched,
});

/** Pure, and seconds of work for a large floor: run it beside the server, not in it. */
export function runReplay(job: ReplayJob): ReplayDone {
  const { log, callsPerSecond, channels, before } = job;
  return {
    measured: outcomeOf(measureDay(log)),
    foreseen: job.settings.map(({ mode, target, ratio, smallestGroup, callsPerAgent }) => {
      const abandonTarget = Math.min(target, job.targetMost);
      const pacer = predictive({ mode, ratio, smallestGroup, callsPerAgent, keeps: 'bound', before });
      return outcomeOf(replayDay(log, { abandonTarget, callsPerSecond, channels, answerWithinMs }, pacer).foreseen);
    }),
  };
}
