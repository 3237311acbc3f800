import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDice, type Dice } from '../sim/carrier/dice.ts';

/**
 * Floors that nothing was fitted to, in the judge's own format: group size, answers, talk, shifts, breaks, detection, trunk
 * and tick are thrown by dice, alike in every run. Returns the folder; each file is one floor.
 */
export function drawFloors(count: number, seedText = 'fresh floors'): string {
  const folder = mkdtempSync(join(tmpdir(), 'casedial-floors-'));
  for (let one = 1; one <= count; one++) {
    const floor = drawFloor(makeDice(`${seedText} ${one}`), one);
    writeFileSync(join(folder, `${floor.name}.json`), JSON.stringify(floor));
  }
  return folder;
}

const kindsOfTalk = ['skewed', 'regular', 'two kinds', 'memoryless'] as const;
const shiftsOf = ['whole', 'lunch', 'churn', 'staggered'] as const;

function drawFloor(dice: Dice, index: number) {
  const oneOf = <T>(all: readonly T[]): T => all[Math.min(all.length - 1, Math.floor(dice.next() * all.length))] as T;
  const spread = (least: number, most: number): number => least * (most / least) ** dice.next();
  // Small groups are where dialers differ, and most agencies are small.
  const agents = Math.round(spread(3, 300));
  const answer = spread(0.07, 0.6);
  const talkSeconds = spread(40, 400);
  const talk = oneOf(kindsOfTalk);
  const shift = oneOf(shiftsOf);
  const detection = oneOf(['perfect', 'perfect', 'real', 'none'] as const);
  const wrapSeconds = spread(5, 60);
  const outcomes = mixOf(answer, dice);
  const shifted = { hour: 13, ...mixOf(answer * spread(0.5, 1.8), dice) };
  const scored = dice.chance(0.2);
  // A trunk that is a little too small for two in ten.
  const narrow = dice.chance(0.2) ? Math.max(1, (agents * 1.1) / (talkSeconds + wrapSeconds) / answer) : 30;
  return {
    name: `${String(index).padStart(2, '0')}-${agents}-agents-${Math.round(100 * answer)}-percent-${talk.replace(' ', '-')}-${shift}-${detection}${scored ? '-scored' : ''}`,
    tickMs: oneOf([250, 500, 1_000, 2_000]),
    cps: Math.max(1, Math.round(narrow)),
    agents: agentsOf(shift, agents),
    outcomes: dice.chance(0.3) ? [{ hour: 0, ...outcomes }, shifted] : [{ hour: 0, ...outcomes }],
    talk: talkOf(talk, talkSeconds),
    wrap: { lognormal: { mean: wrapSeconds, cv: 0.6 } },
    amd: detectionOf(detection),
    ...(scored ? { scores: { concentration: spread(0.5, 4) } } : {}),
  };
}

function mixOf(answer: number, dice: Dice) {
  const person = Math.min(0.7, answer);
  const rest = 1 - person;
  const machine = rest * (0.1 + 0.4 * dice.next());
  return { answer: person, machine, busy: 0.05 * rest, invalid: 0.04 * rest, noanswer: 0.91 * rest - machine };
}

function talkOf(kind: (typeof kindsOfTalk)[number], mean: number) {
  if (kind === 'memoryless') return { exp: mean };
  if (kind === 'regular') return { gamma: { mean, cv: 0.5 } };
  if (kind === 'skewed') return { lognormal: { mean, cv: 1.1 }, max: 1_800 };
  const short = { w: 0.55, lognormal: { mean: 0.15 * mean, cv: 0.5 }, min: 3 };
  return { mix: [short, { w: 0.45, gamma: { mean: 2 * mean, cv: 0.6 } }] };
}

function detectionOf(mode: 'perfect' | 'real' | 'none') {
  if (mode !== 'real') return { mode };
  const delay = { gamma: { mean: 2.1, cv: 0.3 }, min: 1.2, max: 3.5 };
  return { mode, delay, falsePositive: 0.03, falseNegative: 0.08 };
}

function agentsOf(shift: (typeof shiftsOf)[number], count: number) {
  const whole = { login: 9, logout: 18, loginJitterSec: 120 };
  if (shift === 'whole') return [{ count, ...whole }];
  if (shift === 'lunch')
    return [{ count, ...whole, breaks: [{ at: 12.5, minutes: 30, jitterSec: 3_600, lengthJitterSec: 120 }] }];
  if (shift === 'churn') return [{ count, ...whole, randomBreaks: { perHour: 1, minutes: 5 } }];
  const early = Math.ceil(count / 2);
  const later = count - early;
  return [
    { count: early, login: 9, logout: 15, loginJitterSec: 600, logoutJitterSec: 900 },
    { count: later, login: 11, logout: 18, loginJitterSec: 600 },
  ].filter((group) => group.count > 0);
}
