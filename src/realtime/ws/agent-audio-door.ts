import { randomBytes } from 'node:crypto';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { audioSocketPath } from '../../contract/agent-socket.ts';
import {
  audioClientMessage,
  audioCloseCodes,
  type AudioServerMessage,
  type AudioStats,
} from '../../contract/audio-control.ts';
import { audioFrameHeaderBytes, audioFramePayloadBytes, audioFrameVersion } from '../../contract/audio-frame.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import { AgentLife } from '../agent-life.ts';
import type { After, AgentFloor, Sessions, SocketUser } from '../ports.ts';
import type { AgentLine, Switchboard } from '../switchboard.ts';
import { lossOf, UplinkWatch } from '../uplink-watch.ts';
import { isOwnOrigin } from './own-origin.ts';
import { readJson } from './read-json.ts';
import { makeSessionSockets } from './session-sockets.ts';
import { refuseUpgrade, type Upgrade, type UpgradeDoor } from './upgrades.ts';

const frameBytes = audioFrameHeaderBytes + audioFramePayloadBytes;
const maxMessageBytes = 4 * 1024;

export interface AgentAudioDoorDeps {
  readonly sessions: Sessions;
  readonly floor: AgentFloor;
  readonly switchboard: Switchboard;
  readonly clock: Clock;
  readonly after: After;
  readonly log: Logger;
  readonly publicUrl: string;
  readonly probeEveryMs: number;
  readonly silentSocketMs: number;
  readonly quality: (agentId: string, event: { attemptId: string | null; stats: AudioStats }) => void;
}

/** `/ws/audio`: an agent's audio socket, open from sign-in to sign-out. */
export function makeAgentAudioDoor(deps: AgentAudioDoorDeps): {
  door: UpgradeDoor;
  sessionsEnded(sessionIds: readonly string[]): void;
  close(): void;
} {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxMessageBytes });

  const sockets = makeSessionSockets();
  const enter = async (upgrade: Upgrade): Promise<void> => {
    const { request, socket } = upgrade;
    if (!isOwnOrigin(request.headers.origin, request.headers.host, deps.publicUrl)) {
      refuseUpgrade(socket, 403);
      return;
    }
    const user = await deps.sessions.authenticateSocket(request.headers.cookie);
    if (user === null) refuseUpgrade(socket, 401);
    else if (user.role !== 'agent') refuseUpgrade(socket, 403);
    else {
      server.handleUpgrade(request, socket, upgrade.head, (ws) => {
        sockets.add(ws, user.sessionId);
        serve(ws, user, deps);
      });
    }
  };

  return {
    door: (upgrade) => {
      if (upgrade.path !== audioSocketPath) return false;
      enter(upgrade).catch((err: unknown) => {
        deps.log.error({ err }, 'audio socket could not be let in');
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

function serve(ws: WebSocket, user: SocketUser, deps: AgentAudioDoorDeps): void {
  const { clock, floor, switchboard } = deps;
  const agentId = user.id;
  const life = new AgentLife(deps.probeEveryMs);
  const uplink = new UplinkWatch();
  let heardAt = clock();
  let calledOff: () => void = () => undefined;
  let reported = '';
  let closed = false;

  const tell = (message: AudioServerMessage): void => {
    if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(message));
  };
  const report = (): void => {
    const missing = life.missing(clock());
    const words = missing.join();
    // While something is missing it is said once; life is said again and again.
    if (missing.length > 0 && words === reported) return;
    reported = words;
    floor.lifeSigns(agentId, missing);
  };
  const line: AgentLine = {
    agentId,
    wire: {
      send: (frame) => {
        if (ws.readyState === ws.OPEN) ws.send(frame, { binary: true, compress: false });
      },
      get bufferedAmount() {
        return ws.bufferedAmount;
      },
      close: () => ws.close(1000),
    },
    tell,
    legOpened: () => uplink.restart(),
    replaced: () => {
      closed = true;
      calledOff();
      tell({ type: 'replaced' });
      ws.close(audioCloseCodes.replaced);
    },
  };
  const probe = (): void => {
    if (clock() - heardAt > deps.silentSocketMs) {
      ws.terminate();
      return;
    }
    const nonce = randomBytes(8).toString('base64url');
    life.probed(nonce, clock());
    tell({ type: 'probe', nonce });
    report();
    calledOff = deps.after(deps.probeEveryMs, probe);
  };
  const onText = (text: string): void => {
    const message = audioClientMessage.safeParse(readJson(text));
    if (!message.success) return;
    switch (message.data.type) {
      case 'hello':
        return;
      case 'probe-reply':
        if (!life.replied(message.data, clock())) return;
        report();
        if (switchboard.callOf(agentId) === null) {
          floor.lineFigures(agentId, { rttMs: life.rttMs, lossShare: null, jitterMs: null });
        }
        return;
      case 'stats': {
        const bridge = switchboard.callOf(agentId);
        const stats = uplink.take(bridge?.backlogMs(clock()) ?? 0, bridge?.figures.carrierUnderruns ?? 0, life.rttMs);
        deps.quality(agentId, { attemptId: bridge?.attemptId ?? null, stats });
        const { stats: ofPage } = message.data;
        floor.lineFigures(agentId, {
          rttMs: life.rttMs,
          lossShare: Math.max(lossOf(stats), lossOf(ofPage)),
          jitterMs: Math.max(stats.jitterMs, ofPage.jitterMs),
        });
      }
    }
  };

  ws.on('message', (data: RawData, isBinary: boolean) => {
    const now = clock();
    heardAt = now;
    if (!Buffer.isBuffer(data)) return;
    if (!isBinary) {
      onText(data.toString('utf8'));
      return;
    }
    if (data.length < audioFrameHeaderBytes || data[0] !== audioFrameVersion || closed) return;
    const bridge = switchboard.callOf(agentId);
    if (bridge === null) return;
    uplink.frame(data.readUInt16BE(2), data.readUInt32BE(4), now);
    if (data.length === frameBytes) bridge.fromAgent(data, now);
  });
  ws.on('error', (err) => deps.log.info({ err, agentId }, 'audio socket broke'));
  ws.on('close', () => {
    calledOff();
    if (closed) return;
    closed = true;
    if (switchboard.removeLine(line)) floor.agentLost(agentId);
  });

  const resume = switchboard.addLine(line);
  tell({ type: 'welcome', userId: agentId, resume, probeEveryMs: deps.probeEveryMs });
  probe();
}
