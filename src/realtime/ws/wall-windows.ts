import type { AgentWall, WallAgent, WallChange } from '../../contract/agent-wall.ts';
import type { Logger } from '../../platform/log.ts';
import type { After, SocketUser, WallViews } from '../ports.ts';

export interface WallWindow {
  readonly user: SocketUser;
  view(wall: AgentWall): void;
  changed(change: WallChange): void;
}

export interface WallWindows {
  watch(window: WallWindow): void;
  unwatch(window: WallWindow): void;
  close(): void;
}

/**
 * Windows that watch the agents. The wall is read once a second for all of them, and not at all when none looks; each is
 * told who looks otherwise than it was last told.
 */
export function makeWallWindows(deps: {
  readonly wall: WallViews;
  readonly after: After;
  readonly log: Logger;
  readonly everyMs: number;
}): WallWindows {
  const shown = new Map<WallWindow, Map<string, string>>();
  let callOff: (() => void) | null = null;
  let reading = false;
  let closed = false;

  const tell = (window: WallWindow, at: number, agents: readonly WallAgent[], before: Map<string, string>): void => {
    const now = new Map(agents.map((agent) => [agent.agentId, JSON.stringify(agent)]));
    if (before.size === 0) window.view({ at, agents: [...agents] });
    else {
      const changed = agents.filter(({ agentId }) => before.get(agentId) !== now.get(agentId));
      const gone = [...before.keys()].filter((agentId) => !now.has(agentId));
      if (changed.length + gone.length > 0) window.changed({ at, agents: changed, gone });
    }
    if (shown.has(window)) shown.set(window, now);
  };
  const showAll = async (): Promise<void> => {
    // A slow reading is not overtaken by the next one.
    if (reading) return;
    reading = true;
    try {
      const read = await deps.wall.read();
      for (const window of [...shown.keys()]) {
        const agents = await read.for(window.user);
        const before = shown.get(window);
        if (before !== undefined) tell(window, read.at, agents, before);
      }
    } catch (err) {
      deps.log.warn({ err }, 'the agents could not be shown');
    } finally {
      reading = false;
    }
  };
  const keepShowing = (): void => {
    if (callOff !== null || closed || shown.size === 0) return;
    callOff = deps.after(deps.everyMs, () => {
      callOff = null;
      void showAll();
      keepShowing();
    });
  };

  return {
    watch(window) {
      shown.set(window, new Map());
      void showAll();
      keepShowing();
    },
    unwatch: (window) => void shown.delete(window),
    close() {
      closed = true;
      callOff?.();
    },
  };
}
