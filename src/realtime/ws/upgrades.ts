import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '../../platform/log.ts';

export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly path: string;
}

/** False: not this door's address. */
export type UpgradeDoor = (upgrade: Upgrade) => boolean;

const reasons = {
  403: 'Forbidden',
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
  503: 'Service Unavailable',
} as const;

export function refuseUpgrade(socket: Duplex, status: keyof typeof reasons): void {
  if (socket.destroyed) return;
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}

/** Hands every upgrade of the server to its door; what belongs to nobody is refused. */
export function attachUpgrades(
  server: HttpServer,
  doors: readonly UpgradeDoor[],
  deps: { leaveAlone: (path: string) => boolean; isClosing: () => boolean; log: Logger },
): () => void {
  const listener = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (deps.leaveAlone(path)) return;
    socket.on('error', (err) => deps.log.debug({ err }, 'socket broke during upgrade'));
    if (deps.isClosing()) {
      refuseUpgrade(socket, 503);
      return;
    }
    if (!doors.some((door) => door({ request, socket, head, path }))) refuseUpgrade(socket, 404);
  };
  server.on('upgrade', listener);
  return () => server.off('upgrade', listener);
}
