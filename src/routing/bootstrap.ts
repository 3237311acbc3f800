import type { AgentBootstrap, CallCard } from '../contract/agent.ts';
import type { Clock } from '../platform/clock.ts';
import type { Floor } from './move-agent.ts';
import type { CallLegs, CaseCards, PresenceStore, TodayDesk, UserCards } from './ports.ts';
import { attemptOf } from './presence-columns.ts';

/** All the console needs to be drawn, after a reload in mid-call too. */
export const makeBootstrap = (deps: {
  users: UserCards;
  store: PresenceStore;
  floor: Floor;
  legs: CallLegs;
  cards: CaseCards;
  today: TodayDesk;
  clock: Clock;
}) => {
  const callOf = async (attemptId: string | null): Promise<CallCard | null> => {
    if (attemptId === null) return null;
    const card = await deps.cards.cardFor(attemptId);
    return card === null ? null : { ...card, onHold: deps.legs.isHeld(attemptId) };
  };
  return async (agentId: string): Promise<AgentBootstrap> => {
    const presence = await deps.store.read(agentId);
    const isWithCall = presence.state.name === 'talking' || presence.state.name === 'wrapping_up';
    const [user, businessZone, call, today] = await Promise.all([
      deps.users.user(agentId),
      deps.users.businessZone(),
      callOf(isWithCall ? attemptOf(presence.state) : null),
      deps.today.figures(agentId),
    ]);
    return {
      user,
      serverNow: deps.clock(),
      businessZone,
      state: deps.floor.view(presence),
      call,
      casePage: call === null || call.covered ? null : await deps.cards.casePage(call.caseId),
      today,
    };
  };
};
