import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { CallBridge } from '../call-bridge.ts';
import { parseCarrierMessage, type CarrierMessage } from '../carrier-message.ts';
import type { Wire } from '../carrier-leg.ts';
import { PayloadCutter } from '../media-payload.ts';
import type { MediaAuthority } from '../ports.ts';
import { scanMediaMessage } from '../scan-media-message.ts';
import { refuseUpgrade, type Upgrade, type UpgradeDoor } from './upgrades.ts';

const address = /^\/carrier\/v1\/media\/([^/]+)\/([^/]+)\/?$/;
const attemptIdForm = z.uuid();
const maxMessageBytes = 256 * 1024;
/** A stream that says neither `start` nor anything else is nobody's call. */
const startWithinMs = 10_000;

export interface MediaDoorDeps {
  readonly authority: MediaAuthority;
  readonly clock: Clock;
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly log: Logger;
  readonly isTaken: (attemptId: string) => boolean;
  /** The callee answered. Null: the attempt has a stream already. */
  readonly begin: (stream: {
    attemptId: string;
    streamSid: string;
    callSid: string;
    carrier: Wire;
  }) => CallBridge | null;
  readonly end: (bridge: CallBridge) => void;
}

const wireOf = (ws: WebSocket): Wire => ({
  send: (message) => {
    if (ws.readyState === ws.OPEN) ws.send(message, { binary: false, compress: false });
  },
  get bufferedAmount() {
    return ws.bufferedAmount;
  },
  close: () => ws.close(1000),
});

/** `/carrier/v1/media/:attemptId/:token`: the carrier's end of a call. It is the client; the token is its key. */
export function makeMediaDoor(deps: MediaDoorDeps): { door: UpgradeDoor; close(): void } {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxMessageBytes });

  const mayEnter = async (upgrade: Upgrade, attemptId: string, token: string): Promise<boolean> => {
    if (!attemptIdForm.safeParse(attemptId).success) return false;
    const signature = upgrade.request.headers['x-twilio-signature'];
    if (typeof signature === 'string') {
      if ((await deps.authority.isAuthentic?.({ signature, path: upgrade.path })) === false) return false;
    }
    return deps.authority.verify(attemptId, token);
  };

  const enter = async (upgrade: Upgrade, attemptId: string, token: string): Promise<void> => {
    if (!(await mayEnter(upgrade, attemptId, token))) {
      deps.log.warn('media stream refused: unknown attempt or token');
      refuseUpgrade(upgrade.socket, 403);
    } else if (deps.isTaken(attemptId)) {
      refuseUpgrade(upgrade.socket, 409);
    } else {
      server.handleUpgrade(upgrade.request, upgrade.socket, upgrade.head, (ws) => serve(ws, attemptId));
    }
  };

  const serve = (ws: WebSocket, attemptId: string): void => {
    const cutter = new PayloadCutter();
    let bridge: CallBridge | null = null;
    const giveUp = deps.after(startWithinMs, () => {
      if (bridge === null) ws.terminate();
    });
    const onMedia = (text: Buffer, from: number, to: number, timestampMs: number): void => {
      if (bridge === null) return;
      const now = deps.clock();
      let mediaMs = timestampMs;
      for (const frame of cutter.cut(text, from, to)) {
        bridge.fromCarrier(frame, mediaMs, now);
        mediaMs += 20;
      }
    };
    const onRare = (message: CarrierMessage): void => {
      switch (message.event) {
        case 'start':
          if (bridge !== null) return;
          bridge = deps.begin({
            attemptId,
            streamSid: message.streamSid,
            callSid: message.start.callSid,
            carrier: wireOf(ws),
          });
          if (bridge === null) ws.close(1008);
          return;
        case 'media': {
          if (message.media.track !== 'inbound') return;
          const text = Buffer.from(message.media.payload, 'latin1');
          onMedia(text, 0, text.length, Number(message.media.timestamp));
          return;
        }
        case 'stop':
          finish();
          ws.close(1000);
          return;
        case 'connected':
        case 'dtmf':
        case 'mark':
      }
    };
    const finish = (): void => {
      giveUp();
      if (bridge === null) return;
      deps.end(bridge);
    };
    ws.on('message', (data: RawData, isBinary: boolean) => {
      if (isBinary || !Buffer.isBuffer(data)) return;
      const span = scanMediaMessage(data);
      if (span !== null) {
        onMedia(data, span.from, span.to, span.timestampMs);
        return;
      }
      const message = parseCarrierMessage(data.toString('utf8'));
      if (message === null) deps.log.debug({ attemptId }, 'media message not understood');
      else onRare(message);
    });
    ws.on('error', (err) => deps.log.info({ err, attemptId }, 'media socket broke'));
    ws.on('close', finish);
  };

  return {
    door: (upgrade) => {
      const match = address.exec(upgrade.path);
      if (match === null) return false;
      enter(upgrade, match[1] ?? '', match[2] ?? '').catch((err: unknown) => {
        deps.log.error({ err }, 'media stream could not be let in');
        refuseUpgrade(upgrade.socket, 503);
      });
      return true;
    },
    close: () => {
      for (const ws of server.clients) ws.terminate();
      server.close();
    },
  };
}
