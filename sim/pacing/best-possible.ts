import type { AgentDay } from '../../src/domain/pacing-replay/call-plan.ts';
import { mixAt, type CallMix, type Scenario } from './scenario.ts';
import { meanMs } from './spread.ts';

const stepMs = 60_000;

/**
 * Utilisation of somebody who knows every outcome beforehand: each answer is launched one lead time before an agent is
 * free, so only the first lead of the day is lost, and what the trunk cannot carry.
 */
export function bestPossible(scenario: Scenario, agents: readonly AgentDay[], from: number, to: number): number {
  let staffed = 0;
  let busy = 0;
  const leadMs = meanMs(scenario.setup) + meanMs(scenario.ring.person);
  for (let at = from; at < to; at += stepMs) {
    const present = agents.reduce((sum, day) => sum + presence(day, at, Math.min(to, at + stepMs)), 0);
    staffed += present;
    busy += Math.min(present, mostBusy(scenario, mixAt(scenario, at)) * stepMs);
  }
  // Whoever is there when dialing begins waits for one lead.
  const first = agents.filter((day) => day.from - from < leadMs);
  const lost = first.reduce((sum, day) => sum + leadMs - (day.from - from), 0);
  return staffed === 0 ? 0 : Math.min(busy, staffed - lost) / staffed;
}

/** Agents that the trunk's rate and channels can keep busy. */
function mostBusy(scenario: Scenario, mix: CallMix): number {
  const { ring, detection, callsPerSecond, channels } = scenario;
  const passed = detection === 'none' ? 1 : detection === 'sure' ? 0 : detection.machinesPassed;
  const persons = mix.person * (typeof detection === 'string' ? 1 : 1 - detection.personsEnded);
  const machines = mix.machine * passed;
  const talkMs = persons * meanMs(scenario.talk) + machines * meanMs(scenario.machineTalk);
  const wrapMs = persons * meanMs(scenario.wrapUp) + machines * meanMs(scenario.machineWrapUp);
  const byRate = (callsPerSecond / 1_000) * (talkMs + wrapMs);
  const rest = 1 - mix.person - mix.machine - mix.busy - mix.invalid;
  const lineMs =
    meanMs(scenario.setup) +
    mix.person * meanMs(ring.person) +
    mix.machine * meanMs(ring.machine) +
    mix.busy * meanMs(ring.busy) +
    mix.invalid * meanMs(ring.invalid) +
    rest * meanMs(ring.no_answer);
  const byChannels = (channels * (talkMs + wrapMs)) / (lineMs + talkMs);
  return Math.min(byRate, byChannels);
}

function presence({ from, to, breaks }: AgentDay, start: number, end: number): number {
  const overlap = (a: number, b: number): number => Math.max(0, Math.min(b, end) - Math.max(a, start));
  return overlap(from, to) - breaks.reduce((sum, one) => sum + overlap(one.from, Math.min(one.to, to)), 0);
}
