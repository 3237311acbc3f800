import type { CallEnd, CallPlan } from '../../src/domain/pacing-replay/call-plan.ts';
import type { Dice } from '../carrier/dice.ts';
import type { CallMix, Scenario } from './scenario.ts';
import { drawMs } from './spread.ts';

/** What becomes of a call that a person answers with that probability; the other endings share what is left. */
export function drawCall(
  scenario: Scenario,
  mix: CallMix,
  person: number,
  chance: number | null,
  dice: Dice,
): CallPlan {
  const { ring, detection } = scenario;
  const end = drawEnd(mix, person, dice);
  const setupMs = drawMs(scenario.setup, dice);
  const ringMs = drawMs(ring[end], dice);
  const personTalks = { talkMs: drawMs(scenario.talk, dice), wrapUpMs: drawMs(scenario.wrapUp, dice) };
  const machineTalks = { talkMs: drawMs(scenario.machineTalk, dice), wrapUpMs: drawMs(scenario.machineWrapUp, dice) };
  const error = dice.next();
  const pickedUp = end === 'person' || end === 'machine';
  const detectMs = typeof detection === 'string' || !pickedUp ? 0 : drawMs(detection.delay, dice);
  return {
    setupMs,
    ringMs,
    end,
    detectMs,
    reachesAgent: pickedUp && reachesAgent(detection, end, error),
    chance,
    ...(end === 'machine' ? machineTalks : personTalks),
  };
}

function reachesAgent(detection: Scenario['detection'], end: CallEnd, error: number): boolean {
  if (detection === 'none') return true;
  if (detection === 'sure') return end === 'person';
  return end === 'person' ? error >= detection.personsEnded : error < detection.machinesPassed;
}

function drawEnd(mix: CallMix, person: number, dice: Dice): CallEnd {
  if (dice.next() < person) return 'person';
  let left = dice.next() * (1 - mix.person);
  for (const end of ['machine', 'busy', 'invalid'] as const) {
    left -= mix[end];
    if (left < 0) return end;
  }
  return 'no_answer';
}
