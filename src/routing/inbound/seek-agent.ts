import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CounterMetric, HistogramMetric } from '../../platform/metrics.ts';
import type { GiveCall } from '../give-call.ts';
import type { Offer, OfferBook } from '../offer-book.ts';
import type { LifeBoard } from '../life-board.ts';
import type { CallLegs, Presence } from '../ports.ts';
import type { WaitingCaller, WaitingLine } from './waiting-line.ts';

export const inboundOutcomes = ['owner', 'other_agent', 'left'] as const;

export interface SeekAgentDeps extends GiveCall {
  readonly offers: OfferBook;
  readonly line: WaitingLine;
  readonly life: LifeBoard;
  /** Lets the carrier bring his audio here. */
  readonly bringIn: (caller: WaitingCaller) => Promise<'asked' | 'ended' | 'failed'>;
  readonly legs: CallLegs;
  readonly clock: Clock;
  readonly outcomes: CounterMetric<{ readonly outcome: typeof inboundOutcomes }>;
  readonly waitMs: HistogramMetric<Record<never, never>>;
  /** An agent is not kept longer for a stream that does not come. */
  readonly streamWithinMs: number;
}

const restAfterFailureMs = 1_000;
const lookAtAgentMs = 250;
/** Nothing is due before somebody speaks up: an agent, the caller, the carrier. */
const restMs = 60_000;

/**
 * A caller's stay: in the queue until an agent is reserved for him, brought to us, given to the agent. Whatever fails on
 * the way costs neither of them his place. The seeking ends with the talk's beginning, or with the caller.
 */
export function makeSeekAgent(deps: SeekAgentDeps): (caller: WaitingCaller) => Promise<void> {
  const { clock, legs, line } = deps;

  async function letGo(caller: WaitingCaller): Promise<void> {
    const { agent, attemptId } = caller;
    caller.agent = null;
    if (agent !== null) await deps.giveBack(attemptId, agent);
  }

  /** The agent's page is gone: the next one is sought at once, and the caller is kept company meanwhile. */
  async function passOn(caller: WaitingCaller, agent: Presence): Promise<void> {
    caller.refusedBy.push({ agentId: agent.userId, at: clock() });
    if (caller.stream !== null) legs.hold(caller.attemptId, true);
    await letGo(caller);
    await line.serve();
  }

  /** The carrier brought nothing: the agent is free for others, the caller keeps his place and is tried again soon. */
  async function putOff(caller: WaitingCaller): Promise<void> {
    caller.bringUntil = null;
    caller.restsUntil = clock() + restAfterFailureMs;
    await letGo(caller);
    await line.serve();
  }

  /** True: he is gone. */
  async function bring(offer: Offer, caller: WaitingCaller): Promise<boolean> {
    if (caller.bringUntil === null) {
      caller.bringUntil = clock() + deps.streamWithinMs;
      const reply = await deps.bringIn(caller);
      if (reply === 'ended') return true;
      if (reply === 'failed') {
        await putOff(caller);
        return false;
      }
    }
    const leftMs = caller.bringUntil - clock();
    if (leftMs <= 0) await putOff(caller);
    else await offer.wait(Math.min(leftMs, lookAtAgentMs));
    return false;
  }

  /** True: the seeking is over. */
  async function connect(offer: Offer, caller: WaitingCaller, agent: Presence, streamAt: Instant): Promise<boolean> {
    const { attemptId } = caller;
    legs.hold(attemptId, false);
    const given = await deps.give({ offer, agent, answeredAt: streamAt, card: deps.drawCard(attemptId) });
    // Whatever came of it, the reservation is spent.
    caller.agent = null;
    switch (given.kind) {
      case 'connected':
        deps.waitMs.observe({}, given.connectedAt - caller.arrivedAt);
        deps.outcomes.inc({ outcome: agent.userId === caller.ownerId ? 'owner' : 'other_agent' });
        return true;
      case 'called-off':
      case 'ended':
        deps.outcomes.inc({ outcome: 'left' });
        return true;
      case 'next':
        await passOn(caller, agent);
        return false;
    }
  }

  async function stay(offer: Offer, caller: WaitingCaller): Promise<void> {
    while (!offer.calledOff) {
      const { agent, stream } = caller;
      if (agent === null) {
        if (stream !== null) legs.hold(caller.attemptId, true);
        await offer.wait(restMs);
      } else if (!deps.life.isAlive(agent.userId)) {
        await passOn(caller, agent);
      } else if (stream === null) {
        if (await bring(offer, caller)) break;
      } else if (await connect(offer, caller, agent, stream.at)) {
        return;
      }
    }
    await letGo(caller);
    // A guest leaves the node that has him, and is counted there.
    if (!caller.movedOn && caller.host === null) deps.outcomes.inc({ outcome: 'left' });
  }

  return (caller) =>
    deps.offers.run(caller.attemptId, async (offer) => {
      try {
        await stay(offer, caller);
      } finally {
        line.leave(caller.attemptId);
      }
    });
}
