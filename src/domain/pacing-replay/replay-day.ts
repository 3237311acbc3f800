import { agentDaysOf, measureDay, type DayLog, type MeasuredDay } from './day-log.ts';
import { simulateFloor } from './floor.ts';
import type { FloorFigures } from './floor-figures.ts';
import { LoggedCalls } from './logged-calls.ts';
import type { PacingPolicy } from './pacing-policy.ts';

/** The settings to be tried. */
export interface ReplaySettings {
  readonly abandonTarget: number;
  readonly callsPerSecond: number;
  readonly channels: number;
  readonly answerWithinMs: number;
}

export interface ReplayedDay {
  readonly measured: MeasuredDay;
  readonly foreseen: FloorFigures;
}

/** A pacer that reacts to events is still asked so often when nothing happens. */
const tickMs = 500;

/**
 * A day again with other settings: the same agents at the same times and calls that meet what the calls of that half hour
 * met. It is supposed that cases were enough; `foreseen.launched` tells how many calls that takes.
 */
export function replayDay(log: DayLog, settings: ReplaySettings, policy: PacingPolicy): ReplayedDay {
  const terms = {
    ...settings,
    from: log.from,
    to: log.to,
    agents: agentDaysOf(log),
    tickMs,
    machinesAmongLive: log.calls.some((call) => call.pickedUpBy === 'machine' && call.connectedAt !== null),
  };
  return { measured: measureDay(log), foreseen: simulateFloor(terms, new LoggedCalls(log), policy) };
}
