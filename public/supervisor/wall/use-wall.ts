import { useEffect, useState } from 'react';
import type { WallAgent } from '../../../src/contract/agent-wall.ts';
import { openSupervisorSocket } from '../../shared/api/supervisor-socket.ts';

export interface Wall {
  /** Null before the first word of the server; what was last known stays while the network is away. */
  readonly agents: readonly WallAgent[] | null;
  /** How far the server's clock is ahead of this computer's. */
  readonly offsetMs: number;
  readonly link: 'connecting' | 'live' | 'offline' | 'refused';
}

/** All agents, told by the server as they change. */
export function useWall(): Wall {
  const [known, setKnown] = useState<ReadonlyMap<string, WallAgent> | null>(null);
  const [offsetMs, setOffsetMs] = useState(0);
  const [link, setLink] = useState<Wall['link']>('connecting');
  useEffect(() => {
    const socket = openSupervisorSocket('live');
    socket.on('connect', () => socket.emit('wall:watch', true));
    socket.on('disconnect', () => setLink('offline'));
    socket.on('connect_error', ({ message }) => setLink(message.startsWith('not ') ? 'refused' : 'offline'));
    socket.on('wall:view', ({ at, agents }) => {
      setLink('live');
      setOffsetMs(at - Date.now());
      setKnown(new Map(agents.map((agent) => [agent.agentId, agent])));
    });
    socket.on('wall:changed', ({ agents, gone }) =>
      setKnown((before) => {
        const next = new Map(before);
        for (const agent of agents) next.set(agent.agentId, agent);
        for (const agentId of gone) next.delete(agentId);
        return next;
      }),
    );
    return () => {
      socket.disconnect();
    };
  }, []);
  return { agents: known === null ? null : [...known.values()], offsetMs, link };
}
