import type { AgentWall, WallChange } from './agent-wall.ts';
import type { PacingView } from './pacing.ts';

/** socket.io namespace `/supervisor`. Cookie session of a supervisor or administrator; commands go over REST. */
export interface SupervisorServerEvents {
  /** At least once a second for the campaign that this window watches. */
  'pacing:view': (view: PacingView) => void;
  /** An agent asked for leave to pass a window, or waits for it no more. */
  'leaves:changed': () => void;
  /** An alert was raised, acknowledged or resolved. */
  'alerts:changed': () => void;
  /** Status or settings of a campaign that this user directs were changed. */
  'campaign:changed': (event: { campaignId: string }) => void;
  /** The whole wall, once, to a window that begins to watch it. */
  'wall:view': (wall: AgentWall) => void;
  'wall:changed': (change: WallChange) => void;
}

export interface SupervisorClientEvents {
  /** One campaign at a time; null: none. The answer says whether this user may watch it. */
  'pacing:watch': (campaignId: string | null, ack: (reply: 'watching' | 'refused' | 'none') => void) => void;
  'wall:watch': (watching: boolean) => void;
}

export const supervisorNamespace = '/supervisor';
