import type { Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import {
  supervisorNamespace,
  type SupervisorClientEvents,
  type SupervisorServerEvents,
} from '../../contract/supervisor-socket.ts';
import type { Logger } from '../../platform/log.ts';
import type { After, PacingViews, Sessions, SocketUser, WallViews } from '../ports.ts';
import { makeWallWindows, type WallWindow } from './wall-windows.ts';

type NoEvents = Record<string, never>;
interface SocketData {
  user: SocketUser;
}
type Space = Namespace<SupervisorClientEvents, SupervisorServerEvents, NoEvents, SocketData>;
type Window = Socket<SupervisorClientEvents, SupervisorServerEvents, NoEvents, SocketData>;

export interface SupervisorNamespaceDeps {
  /** The server's own types are those of the agents' namespace. */
  readonly io: { of(name: string): unknown };
  readonly sessions: Sessions;
  readonly pacing: PacingViews;
  readonly wall: WallViews;
  readonly after: After;
  readonly log: Logger;
  readonly everyMs: number;
}

export interface SupervisorWindows {
  changed(campaignId: string): void;
  leavesChanged(): void;
  alertsChanged(): void;
  /** Those on this node. */
  sessionsEnded(sessionIds: readonly string[]): void;
  close(): void;
}

const campaignIdForm = z.uuid();

/**
 * socket.io, namespace `/supervisor`: a window watches one campaign. A campaign is read once for all windows of this node,
 * and not at all when nobody looks.
 */
export function makeSupervisorNamespace(deps: SupervisorNamespaceDeps): SupervisorWindows {
  const { pacing, log } = deps;
  const space = deps.io.of(supervisorNamespace) as Space;
  const watched = new Map<string, Set<Window>>();
  const watching = new Map<Window, string>();
  const reading = new Set<string>();
  const wall = makeWallWindows(deps);
  let callOff: (() => void) | null = null;
  let closed = false;

  const unwatch = (window: Window): void => {
    const campaignId = watching.get(window);
    if (campaignId === undefined) return;
    watching.delete(window);
    const windows = watched.get(campaignId);
    windows?.delete(window);
    if (windows?.size === 0) watched.delete(campaignId);
  };

  const show = async (campaignId: string): Promise<void> => {
    // A slow reading is not overtaken by the next one.
    if (reading.has(campaignId)) return;
    reading.add(campaignId);
    try {
      const view = await pacing.view(campaignId);
      if (view === null) return;
      for (const window of watched.get(campaignId) ?? []) window.emit('pacing:view', view);
    } catch (err) {
      log.warn({ err, campaignId }, 'pacing of a campaign could not be shown');
    } finally {
      reading.delete(campaignId);
    }
  };
  const showAll = (): void => {
    callOff = null;
    for (const campaignId of watched.keys()) void show(campaignId);
    keepShowing();
  };
  const keepShowing = (): void => {
    if (callOff === null && !closed && watched.size > 0) callOff = deps.after(deps.everyMs, showAll);
  };

  const watch = async (window: Window, campaignId: string): Promise<'watching' | 'refused'> => {
    if (!campaignIdForm.safeParse(campaignId).success) return 'refused';
    if (!(await pacing.mayWatch(window.data.user, campaignId))) return 'refused';
    if (!window.connected) return 'refused';
    unwatch(window);
    watching.set(window, campaignId);
    const windows = watched.get(campaignId) ?? new Set();
    watched.set(campaignId, windows.add(window));
    keepShowing();
    void show(campaignId);
    return 'watching';
  };

  space.use((socket, next) => {
    deps.sessions.authenticateSocket(socket.handshake.headers.cookie).then(
      (user) => {
        if (user === null) {
          next(new Error('not signed in'));
          return;
        }
        if (user.role === 'agent') {
          next(new Error('not allowed'));
          return;
        }
        socket.data.user = user;
        next();
      },
      (err: unknown) => {
        log.error({ err }, 'socket could not be authenticated');
        next(new Error('try again'));
      },
    );
  });
  space.on('connection', (window) => {
    window.on('pacing:watch', (campaignId, ack) => {
      const reply = typeof ack === 'function' ? ack : () => undefined;
      unwatch(window);
      if (campaignId === null) {
        reply('none');
        return;
      }
      watch(window, campaignId).then(reply, (err: unknown) => {
        log.error({ err }, 'right to watch could not be read');
        reply('refused');
      });
    });
    const onWall: WallWindow = {
      user: window.data.user,
      view: (view) => void window.emit('wall:view', view),
      changed: (change) => void window.emit('wall:changed', change),
    };
    window.on('wall:watch', (watching) => (watching === true ? wall.watch(onWall) : wall.unwatch(onWall)));
    window.on('disconnect', () => {
      unwatch(window);
      wall.unwatch(onWall);
    });
  });

  return {
    changed(campaignId) {
      for (const window of space.sockets.values()) {
        pacing.mayWatch(window.data.user, campaignId).then(
          (may) => {
            if (may) window.emit('campaign:changed', { campaignId });
          },
          (err: unknown) => log.warn({ err }, 'right to watch could not be read'),
        );
      }
      if (watched.has(campaignId)) void show(campaignId);
    },
    leavesChanged: () => void space.emit('leaves:changed'),
    alertsChanged: () => void space.emit('alerts:changed'),
    sessionsEnded(sessionIds) {
      for (const window of space.sockets.values()) {
        if (sessionIds.includes(window.data.user.sessionId)) window.disconnect(true);
      }
    },
    close() {
      closed = true;
      callOff?.();
      wall.close();
      space.disconnectSockets(true);
    },
  };
}
