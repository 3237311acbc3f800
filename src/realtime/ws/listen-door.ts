import { randomBytes } from 'node:crypto';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { audioCloseCodes, listenSocketPath, type AudioServerMessage } from '../../contract/audio-control.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { FarEars } from '../far-ears.ts';
import type { Listener } from '../live-mix.ts';
import type { After, ListeningDesk, Sessions, SocketUser } from '../ports.ts';
import type { Switchboard } from '../switchboard.ts';
import { isOwnOrigin } from './own-origin.ts';
import { makeSessionSockets } from './session-sockets.ts';
import { refuseUpgrade, type Upgrade, type UpgradeDoor } from './upgrades.ts';

const maxMessageBytes = 4 * 1024;

export interface ListenDoorDeps {
  readonly sessions: Sessions;
  readonly desk: ListeningDesk;
  readonly switchboard: Switchboard;
  /** Calls of other nodes; null: there are none. */
  readonly far: Pick<FarEars, 'listen'> | null;
  readonly clock: Clock;
  readonly after: After;
  readonly log: Logger;
  readonly publicUrl: string;
  readonly probeEveryMs: number;
  readonly silentSocketMs: number;
}

/** `/ws/listen/:attemptId`: a supervisor hears a live call. Nothing he sends is heard by anybody. */
export function makeListenDoor(deps: ListenDoorDeps): {
  door: UpgradeDoor;
  sessionsEnded(sessionIds: readonly string[]): void;
  close(): void;
} {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxMessageBytes });

  const sockets = makeSessionSockets();
  const enter = async (upgrade: Upgrade, attemptId: string): Promise<void> => {
    const { request, socket } = upgrade;
    if (!isOwnOrigin(request.headers.origin, request.headers.host, deps.publicUrl)) {
      refuseUpgrade(socket, 403);
      return;
    }
    const user = await deps.sessions.authenticateSocket(request.headers.cookie);
    if (user === null) {
      refuseUpgrade(socket, 401);
      return;
    }
    if (user.role === 'agent') {
      refuseUpgrade(socket, 403);
      return;
    }
    // A page learns no more of a refused upgrade than that it failed; the reason is told by the code of the closing.
    server.handleUpgrade(request, socket, upgrade.head, (ws) => {
      sockets.add(ws, user.sessionId);
      admit(ws, user, attemptId, deps).catch((err: unknown) => {
        deps.log.error({ err, attemptId }, 'listener could not be let in');
        ws.close(1011);
      });
    });
  };

  return {
    door: (upgrade) => {
      if (!upgrade.path.startsWith(`${listenSocketPath}/`)) return false;
      const attemptId = z.uuid().safeParse(upgrade.path.slice(listenSocketPath.length + 1));
      if (!attemptId.success) {
        refuseUpgrade(upgrade.socket, 404);
        return true;
      }
      enter(upgrade, attemptId.data).catch((err: unknown) => {
        deps.log.error({ err }, 'listening socket could not be let in');
        refuseUpgrade(upgrade.socket, 503);
      });
      return true;
    },
    sessionsEnded: (sessionIds) => sockets.end(sessionIds),
    close: () => {
      for (const ws of server.clients) ws.close(1012);
      server.close();
    },
  };
}

async function admit(ws: WebSocket, user: SocketUser, attemptId: string, deps: ListenDoorDeps): Promise<void> {
  ws.on('error', (err) => deps.log.info({ err, attemptId }, 'listening socket broke'));
  const mayBeLive = deps.far !== null || deps.switchboard.has(attemptId);
  const answer = mayBeLive ? await deps.desk.begin(user, attemptId) : 'not-live';
  if (answer === 'not-allowed') ws.close(audioCloseCodes.notAllowed);
  else if (answer === 'not-live') ws.close(audioCloseCodes.callOver);
  else await serve(ws, user, attemptId, deps);
}

/** Here or on another node; how to stop, or null: the call is over. */
async function hear(attemptId: string, listener: Listener, deps: ListenDoorDeps): Promise<(() => void) | null> {
  const call = deps.switchboard.call(attemptId);
  if (call === null) return deps.far === null ? null : deps.far.listen(attemptId, listener);
  return call.listen(listener) ? () => call.unlisten(listener) : null;
}

async function serve(ws: WebSocket, user: SocketUser, attemptId: string, deps: ListenDoorDeps): Promise<void> {
  const { clock } = deps;
  const begunAt = clock();
  let heardAt = begunAt;
  let calledOff: () => void = () => undefined;
  let stop: (() => void) | null = null;

  const tell = (message: AudioServerMessage): void => {
    if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(message));
  };
  const listener: Listener = {
    wire: {
      send: (frame) => {
        if (ws.readyState === ws.OPEN) ws.send(frame, { binary: true, compress: false });
      },
      get bufferedAmount() {
        return ws.bufferedAmount;
      },
      close: () => ws.close(1000),
    },
    over: () => {
      tell({ type: 'leg-closed', attemptId });
      ws.close(audioCloseCodes.callOver);
    },
  };
  const probe = (): void => {
    if (clock() - heardAt > deps.silentSocketMs) {
      ws.terminate();
      return;
    }
    tell({ type: 'probe', nonce: randomBytes(8).toString('base64url') });
    calledOff = deps.after(deps.probeEveryMs, probe);
  };
  ws.on('message', () => (heardAt = clock()));

  const ended = (): void => {
    calledOff();
    stop?.();
    deps.desk
      .ended(user, attemptId, clock() - begunAt)
      .catch((err: unknown) => deps.log.error({ err, attemptId }, 'end of listening not noted'));
  };
  // Gone while it was being looked up who he is: the listening was noted, so its end is too.
  if (ws.readyState !== ws.OPEN) {
    ended();
    return;
  }
  ws.on('close', ended);
  tell({ type: 'welcome', userId: user.id, resume: attemptId, probeEveryMs: deps.probeEveryMs });
  probe();
  stop = await hear(attemptId, listener, deps);
  if (stop === null) listener.over();
  // Gone while the call was looked for.
  else if (ws.readyState !== ws.OPEN) stop();
}
