import type { PlayableRecording } from './ports.ts';

export type Audible = Pick<
  PlayableRecording,
  'agentId' | 'agentTeamId' | 'ownerId' | 'listenerTeamId' | 'listenerOnCase' | 'covered'
>;

export interface Listener {
  readonly id: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
}

/**
 * Rulebook 5.6: the agent who talked, the case's owner, whoever is connected to a call of the case until it is wrapped up
 * (what was said before is part of what he needs to know), supervisors of the talker's team, administrators.
 * A call no agent was on belongs to every supervisor. While somebody who may not be the debtor is on the agent's line,
 * what was said of the debt before is withheld like the debt itself (IDC-1).
 */
export function mayListen(listener: Listener, recording: Audible): boolean {
  switch (listener.role) {
    case 'admin':
      return true;
    case 'supervisor':
      return (
        recording.agentId === null ||
        recording.agentTeamId === null ||
        recording.agentTeamId === recording.listenerTeamId
      );
    case 'agent':
      if (recording.covered) return false;
      return recording.agentId === listener.id || recording.ownerId === listener.id || recording.listenerOnCase;
  }
}
