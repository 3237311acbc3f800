import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { agentNamespace, type AgentClientEvents, type AgentServerEvents } from '../../contract/agent-socket.ts';
import type { AudioStats } from '../../contract/audio-control.ts';
import type { WaitingCallers } from '../../contract/inbound.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { AgentFloor, Sessions } from '../ports.ts';
import type { AgentScreens } from '../realtime.ts';
import { isOwnOrigin } from './own-origin.ts';

type NoEvents = Record<string, never>;
interface SocketData {
  userId: string;
  sessionId: string;
}

/** What socket.io takes to reach windows on other nodes. */
export type SocketAdapter = NonNullable<Parameters<Server['adapter']>[0]>;

export const socketPath = '/socket.io/';

export interface AgentNamespaceDeps {
  readonly sessions: Sessions;
  readonly floor: AgentFloor;
  readonly clock: Clock;
  readonly log: Logger;
  readonly publicUrl: string;
  readonly adapter?: SocketAdapter;
}

export interface AgentWindows {
  /** Other namespaces live on the same socket.io. */
  readonly io: { of(name: string): unknown };
  readonly screens: AgentScreens;
  quality(agentId: string, event: { attemptId: string | null; stats: AudioStats }): void;
  /** Those on this node. */
  sessionsEnded(sessionIds: readonly string[]): void;
  attach(server: HttpServer): void;
  close(): Promise<void>;
}

const roomOf = (userId: string): string => `user:${userId}`;

/** socket.io, namespace `/agent`: tells an agent's windows what happens. Commands go over REST. */
export function makeAgentNamespace(deps: AgentNamespaceDeps): AgentWindows {
  const io = new Server<AgentClientEvents, AgentServerEvents, NoEvents, SocketData>({
    path: socketPath,
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (request, allow) =>
      allow(null, isOwnOrigin(request.headers.origin, request.headers.host, deps.publicUrl)),
    ...(deps.adapter === undefined ? {} : { adapter: deps.adapter }),
  });
  const space = io.of(agentNamespace);
  /** As last told, for windows that open later. */
  let callers: WaitingCallers | null = null;

  space.use((socket, next) => {
    deps.sessions.authenticateSocket(socket.handshake.headers.cookie).then(
      (user) => {
        if (user === null) {
          next(new Error('not signed in'));
          return;
        }
        socket.data = { userId: user.id, sessionId: user.sessionId };
        next();
      },
      (err: unknown) => {
        deps.log.error({ err }, 'socket could not be authenticated');
        next(new Error('try again'));
      },
    );
  });
  space.on('connection', (socket) => {
    const { userId } = socket.data;
    if (callers !== null) socket.emit('callers:waiting', callers);
    void socket.join(roomOf(userId));
    socket.on('ping', (ack) => {
      if (typeof ack === 'function') ack(deps.clock());
    });
    // A window that comes back must not go on showing an old state.
    deps.floor.stateOf(userId).then(
      (view) => socket.emit('agent:state', view),
      (err: unknown) => deps.log.error({ err }, 'state could not be read for a new window'),
    );
  });

  const to = (agentId: string) => space.to(roomOf(agentId));
  return {
    io,
    screens: {
      state: (agentId, view) => void to(agentId).emit('agent:state', view),
      callConnected: (agentId, card) => void to(agentId).emit('call:connected', card),
      callHeld: (agentId, event) => void to(agentId).emit('call:held', event),
      callEnded: (agentId, event) => void to(agentId).emit('call:ended', event),
      recordingReady: (agentId, event) => void to(agentId).emit('recording:ready', event),
      leaveDecided: (agentId, event) => void to(agentId).emit('leave:decided', event),
      caseChanged: (agentId, event) => void to(agentId).emit('case:changed', event),
      todayChanged: (agentId, today) => void to(agentId).emit('today:changed', today),
      callersWaiting: (waiting) => {
        callers = waiting;
        space.emit('callers:waiting', waiting);
      },
    },
    quality: (agentId, event) => void to(agentId).emit('audio:quality', event),
    sessionsEnded(sessionIds) {
      for (const socket of space.sockets.values()) {
        if (sessionIds.includes(socket.data.sessionId)) socket.disconnect(true);
      }
    },
    attach: (server) => void io.attach(server),
    close: async () => {
      space.disconnectSockets(true);
      // The HTTP server is closed by whoever opened it.
      io.engine?.close();
      await Promise.all([space.adapter.close(), io.of('/').adapter.close()]);
    },
  };
}
