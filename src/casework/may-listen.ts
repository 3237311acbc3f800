import { hearsAgent } from '../domain/team-sight.ts';
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
  if (listener.role !== 'agent')
    return (
      recording.agentId === null ||
      hearsAgent({ role: listener.role, teamId: recording.listenerTeamId }, recording.agentTeamId)
    );
  if (recording.covered) return false;
  return recording.agentId === listener.id || recording.ownerId === listener.id || recording.listenerOnCase;
}
