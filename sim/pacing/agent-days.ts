import type { AgentDay } from '../../src/domain/pacing-replay/call-plan.ts';
import { makeDice, type Dice } from '../carrier/dice.ts';
import { hourMs, type Scenario } from './scenario.ts';

type Pause = AgentDay['breaks'][number];

/** Who works when; the same seed gives the same people. */
export function agentDays(scenario: Scenario, seed: number): readonly AgentDay[] {
  const [firstHour] = scenario.hours;
  return scenario.agents.flatMap((group, groupIndex) =>
    Array.from({ length: group.count }, (_, index): AgentDay => {
      const dice = makeDice(`${scenario.name}:agent:${groupIndex}:${index}:${seed}`);
      const around = (seconds: number): number => 1_000 * seconds * (2 * dice.next() - 1);
      const from = Math.max(firstHour * hourMs, group.from * hourMs) + Math.abs(around(group.fromJitterS));
      const to = group.to * hourMs + around(group.toJitterS);
      const planned = group.breaks
        .filter((one) => dice.next() < one.share)
        .map((one) => {
          const start = one.at * hourMs + around(one.jitterS);
          return { from: start, to: start + one.minutes * 60_000 };
        });
      const pauses = group.pauses === undefined ? [] : pausesOf(group.pauses, from, to, dice);
      return { from, to, breaks: apart([...planned, ...pauses], from, to) };
    }),
  );
}

function pausesOf(
  { perHour, minutes }: { readonly perHour: number; readonly minutes: number },
  from: number,
  to: number,
  dice: Dice,
): Pause[] {
  const pauses: Pause[] = [];
  const wait = (mean: number): number => -mean * Math.log(1 - dice.next());
  for (let at = from + wait(hourMs / perHour); at < to; at += wait(hourMs / perHour)) {
    const end = at + wait(minutes * 60_000);
    pauses.push({ from: at, to: end });
    at = end;
  }
  return pauses;
}

/** Breaks that touch are one. */
function apart(breaks: readonly Pause[], from: number, to: number): readonly Pause[] {
  const joined: { from: number; to: number }[] = [];
  for (const one of breaks.filter((pause) => pause.to > from && pause.from < to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else joined.push({ from: Math.max(from, one.from), to: one.to });
  }
  return joined;
}
