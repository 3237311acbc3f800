import type { Timer } from '../clock.ts';
import { makeDice } from '../dice.ts';
import type { Outcome } from '../population/schema.ts';
import type { Call } from './call.ts';
import type { Exchange } from './exchange.ts';
import { receiveCall } from './inbound.ts';

/** Calls that the phone kept to be seen later. */
const SEEN: ReadonlySet<Outcome> = new Set(['no_answer', 'busy', 'rejected', 'powered_off']);

/** People who missed a call ring back, each as their habits say. Returns how to end it. */
export function answerMissedCalls(exchange: Exchange): () => void {
  const { clock, calls, settings } = exchange;
  const missed = new Map<string, number>();
  const timers = new Set<Timer>();

  const ringBack = (call: Call): void => {
    const talks = [...calls.values()].some((other) => !other.isOver && [other.to, other.from].includes(call.to));
    if (!talks) receiveCall(exchange, { from: call.to, to: call.from });
  };
  const stop = exchange.events.on((event) => {
    const call = event.name === 'call-ended' ? calls.get(event.callSid) : undefined;
    const plan = call?.plan ?? null;
    const ringsBack = plan?.callee.profile.ringsBack;
    if (call === undefined || plan === null || ringsBack === undefined) return;
    if (call.direction === 'inbound' || !SEEN.has(plan.outcome)) return;
    const times = missed.get(call.to) ?? 0;
    missed.set(call.to, times + 1);
    // Dice of its own: whether somebody rings back changes nothing of what the next call meets.
    const dice = makeDice(`${settings.seed}:rings-back:${call.to}:${times}`);
    if (!dice.chance(ringsBack.share)) return;
    const timer = clock.after(dice.between(ringsBack.afterMs), () => {
      timers.delete(timer);
      ringBack(call);
    });
    timers.add(timer);
  });
  return () => {
    stop();
    for (const timer of timers) timer.cancel();
  };
}
