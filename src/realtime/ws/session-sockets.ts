import type { WebSocket } from 'ws';
import { audioCloseCodes } from '../../contract/audio-control.ts';

/** Which session a socket was opened with, so that it ends with it. */
export interface SessionSockets {
  add(ws: WebSocket, sessionId: string): void;
  end(sessionIds: readonly string[]): void;
}

export function makeSessionSockets(): SessionSockets {
  const sessionOf = new Map<WebSocket, string>();
  return {
    add(ws, sessionId) {
      sessionOf.set(ws, sessionId);
      ws.on('close', () => sessionOf.delete(ws));
    },
    end(sessionIds) {
      for (const [ws, sessionId] of sessionOf) {
        if (sessionIds.includes(sessionId)) ws.close(audioCloseCodes.sessionEnded);
      }
    },
  };
}
