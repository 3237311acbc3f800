import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { EndCall } from './end-call.ts';
import type { AgentScreens, CallControl, CallLegs, PresenceStore } from './ports.ts';

export type CallReply =
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly because: 'not-on-this-call' | 'no-stream' };

const done: CallReply = { kind: 'done' };
const noStream: CallReply = { kind: 'refused', because: 'no-stream' };

/** Hang up, hold, keys: only on the call one is on. */
export const makeControlCall = (deps: {
  store: PresenceStore;
  calls: CallControl;
  legs: CallLegs;
  screens: AgentScreens;
  endCall: EndCall;
  clock: Clock;
  log: Logger;
}) => {
  const isOn = async (agentId: string, attemptId: string): Promise<boolean> => {
    const { state } = await deps.store.read(agentId);
    return state.name === 'talking' && state.attemptId === attemptId;
  };
  const onOwnCall = async (agentId: string, attemptId: string, act: () => Promise<CallReply> | CallReply) =>
    (await isOn(agentId, attemptId)) ? act() : ({ kind: 'refused', because: 'not-on-this-call' } as const);

  return {
    hangUp: (agentId: string, attemptId: string): Promise<CallReply> =>
      onOwnCall(agentId, attemptId, async () => {
        deps.legs.releaseAgent(attemptId);
        try {
          await deps.calls.hangUp(attemptId, 'agent');
        } catch (err) {
          // The carrier does not listen; a closed stream ends the call there too.
          deps.log.error({ err, attemptId }, 'hang-up not taken by the carrier, stream closed');
          deps.legs.leaveToCarrier(attemptId);
        }
        await deps.endCall(attemptId, deps.clock(), 'agent-hung-up');
        return done;
      }),
    hold: (agentId: string, attemptId: string, onHold: boolean): Promise<CallReply> =>
      onOwnCall(agentId, attemptId, () => {
        if (!deps.legs.hold(attemptId, onHold)) return noStream;
        deps.screens.callHeld(agentId, { attemptId, onHold });
        return done;
      }),
    dtmf: (agentId: string, attemptId: string, digits: string): Promise<CallReply> =>
      onOwnCall(agentId, attemptId, () => (deps.legs.dtmf(attemptId, digits) ? done : noStream)),
  };
};
