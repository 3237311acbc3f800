import type { AgentStateRequest } from '../contract/agent.ts';
import type { Clock } from '../platform/clock.ts';
import type { LifeBoard } from './life-board.ts';
import type { Floor, MoveReply } from './move-agent.ts';
import type { FieldRefusal } from './ports.ts';
import type { StateReply } from './routing.ts';

const remedies: Readonly<Record<string, string>> = {
  disposition: 'Choose the result of the call.',
  class: 'The class follows from the result; save the wrap-up.',
  next_date: 'Give the next follow-up date inside its window.',
  audio_socket: 'The audio connection is not open; wait for it or reload the page.',
  audio_clock: 'Sound is not running in the page; click into it once.',
  microphone: 'Allow and plug in the microphone.',
  probe: 'The page does not answer; reload it.',
  owed_wrap_up: 'A saved wrap-up alone ends this state: ask the agent to save it.',
  state: 'Look at the state he is in by now.',
};

export const fieldRefusals = (because: string, missing: readonly string[]): FieldRefusal[] =>
  missing.map((field) => ({ field, rule: because, remedy: remedies[field] ?? '' }));

const reply = (moved: MoveReply, floor: Floor): StateReply =>
  moved.kind === 'moved'
    ? { kind: 'moved', view: floor.view(moved.presence) }
    : { kind: 'refused', because: moved.because, problems: fieldRefusals(moved.because, moved.missing) };

/** What an agent asks for himself. Whoever is signed out comes onto the floor by asking. */
export const makeSetState =
  (deps: { floor: Floor; life: LifeBoard; clock: Clock }) =>
  async (agentId: string, request: AgentStateRequest): Promise<StateReply> => {
    const { floor } = deps;
    const at = deps.clock();
    if (request.to === 'signed_out') return reply(await floor.move(agentId, { type: 'signOut', at }), floor);
    const ask = (): Promise<MoveReply> =>
      request.to === 'ready'
        ? floor.move(agentId, { type: 'askReady', at, missing: deps.life.missing(agentId) })
        : floor.move(agentId, { type: 'askBreak', at, reason: request.reason });
    let asked = await ask();
    if (asked.kind === 'refused' && asked.because === 'signed_out') {
      await floor.move(agentId, { type: 'signIn', at });
      asked = await ask();
    }
    if (asked.kind === 'refused' && asked.because === 'already_ready') {
      return { kind: 'moved', view: floor.view(asked.presence) };
    }
    return reply(asked, floor);
  };
