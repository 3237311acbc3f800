import type { Server as HttpServer } from 'node:http';
import { makeRedisStreamsAdapter } from './adapters/redis-streams.ts';
import { openWavFile, recordingPath, repairWavFile, unfinishedOfDay } from './adapters/wav-files.ts';
import { CallBridge } from './call-bridge.ts';
import { makeFarEars } from './far-ears.ts';
import type { After } from './ports.ts';
import type { Realtime, RealtimeDeps, RealtimeSettings } from './realtime.ts';
import { makeRecordCall, type CallRecording } from './record-call.ts';
import { makeRepairRecordings } from './repair-recordings.ts';
import { Switchboard } from './switchboard.ts';
import { makeAgentAudioDoor } from './ws/agent-audio-door.ts';
import { makeAgentNamespace, socketPath } from './ws/agent-namespace.ts';
import { makeListenDoor } from './ws/listen-door.ts';
import { makeMediaDoor } from './ws/media-door.ts';
import { makeSupervisorNamespace } from './ws/supervisor-namespace.ts';
import { attachUpgrades } from './ws/upgrades.ts';

const defaults: RealtimeSettings = {
  // A page that hangs is known to within 1.5 s: three times this.
  probeEveryMs: 500,
  silentSocketMs: 5_000,
  cushionMs: 40,
  softBacklogMs: 120,
  hardBacklogMs: 400,
  agentQueueMs: 200,
  tapWindowMs: 1_000,
  repairEveryMs: 15_000,
  pacingEveryMs: 1_000,
  drainMs: 30_000,
};
const flushEveryMs = 500;
const drainLookMs = 100;
/** A row without any file: another node may still have it, until nobody plausibly does. */
const lostAfterMs = 24 * 3_600_000;

const realAfter: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

export function makeRealtime(deps: RealtimeDeps): Realtime {
  const settings = { ...defaults, ...deps.settings };
  const after = deps.after ?? realAfter;
  const { clock, log } = deps;
  const switchboard = new Switchboard({ clock, after });
  const recordings = new Map<string, CallRecording>();
  const sealing = new Set<Promise<void>>();
  let closing = false;
  let stopFlushing: () => void = () => undefined;
  let stopRepairing: () => void = () => undefined;
  const detachers: (() => void)[] = [];

  const outcomes = deps.metrics.counter(
    { name: 'recordings_total', help: 'Recordings of answered calls by how they ended.' },
    { outcome: ['complete', 'failed'] },
  );
  const frames = deps.metrics.counter(
    { name: 'audio_frames_total', help: 'Audio frames of 20 ms by direction and fate, counted when a call ends.' },
    { way: ['to_agent', 'to_callee'], fate: ['relayed', 'dropped'] },
  );
  deps.metrics.observedGauge(
    { name: 'media_calls_count', help: 'Calls with a media stream on this node.' },
    () => switchboard.callCount,
  );
  deps.metrics.observedGauge(
    { name: 'audio_lines_count', help: 'Audio sockets of agents on this node.' },
    () => switchboard.lineCount,
  );

  const recordCall = makeRecordCall({
    shelf: { pathFor: recordingPath, open: (path) => openWavFile(deps.recordingsDir, path) },
    book: deps.book,
    alerts: deps.alerts,
    after,
    log,
    windowMs: settings.tapWindowMs,
    outcomes,
  });
  const repair = makeRepairRecordings({
    broken: {
      repair: (path, untouchedSince) => repairWavFile(deps.recordingsDir, path, untouchedSince),
      unfinishedOfDay: (at) => unfinishedOfDay(deps.recordingsDir, at),
    },
    book: deps.book,
    isOpenHere: (attemptId) => recordings.has(attemptId),
    clock,
    log,
    lostAfterMs,
  });
  const windows = makeAgentNamespace({
    sessions: deps.sessions,
    floor: deps.floor,
    clock,
    log,
    publicUrl: deps.publicUrl,
    ...(deps.severalNodes === true ? { adapter: makeRedisStreamsAdapter(deps.redis) } : {}),
  });

  const supervisors = makeSupervisorNamespace({
    io: windows.io,
    sessions: deps.sessions,
    pacing: deps.pacing,
    wall: deps.wall,
    after,
    log,
    everyMs: settings.pacingEveryMs,
  });

  const seal = (attemptId: string, recording: CallRecording): void => {
    const done = recording.finish(clock()).finally(() => {
      recordings.delete(attemptId);
      sealing.delete(done);
    });
    sealing.add(done);
  };

  const endCall = (bridge: CallBridge): void => {
    const now = clock();
    const { attemptId } = bridge;
    const left = bridge.ended;
    bridge.end(now, 'carrier-closed');
    if (!switchboard.removeCall(bridge)) return;
    const recording = recordings.get(attemptId);
    if (recording !== undefined && recording.tap === bridge.tap) seal(attemptId, recording);
    const figures = bridge.figures;
    frames.inc({ way: 'to_agent', fate: 'relayed' }, figures.fromCarrier);
    frames.inc({ way: 'to_agent', fate: 'dropped' }, figures.agentDropped);
    frames.inc({ way: 'to_callee', fate: 'relayed' }, figures.fromAgent);
    frames.inc({ way: 'to_callee', fate: 'dropped' }, figures.carrierDropped);
    log.info({ attemptId, durationMs: now - bridge.startedAt, ...figures, left }, 'media stream ended');
    deps.desk
      .mediaStopped(attemptId, now)
      .catch((err: unknown) => log.error({ err, attemptId }, 'end of stream not taken in'));
  };

  const media = makeMediaDoor({
    authority: deps.authority,
    clock,
    after,
    log,
    isTaken: (attemptId) => switchboard.has(attemptId) || recordings.has(attemptId),
    begin: ({ attemptId, streamSid, callSid, carrier }) => {
      if (switchboard.has(attemptId) || recordings.has(attemptId)) return null;
      const startedAt = clock();
      const recording = recordCall(attemptId, startedAt);
      recordings.set(attemptId, recording);
      const bridge = new CallBridge({ attemptId, streamSid, startedAt, carrier, limits: settings, tap: recording.tap });
      switchboard.addCall(bridge);
      deps.desk.answered(attemptId, startedAt, callSid).catch((err: unknown) => {
        // Nobody will come: the carrier goes on with what follows the stream.
        log.error({ err, attemptId }, 'answered call could not be offered');
        switchboard.leaveToCarrier(attemptId);
      });
      return bridge;
    },
    end: endCall,
  });
  const audio = makeAgentAudioDoor({
    sessions: deps.sessions,
    floor: deps.floor,
    switchboard,
    clock,
    after,
    log,
    publicUrl: deps.publicUrl,
    probeEveryMs: settings.probeEveryMs,
    silentSocketMs: settings.silentSocketMs,
    quality: (agentId, event) => windows.quality(agentId, event),
  });

  const far = deps.wires === undefined ? null : makeFarEars({ wires: deps.wires, switchboard, after, log });
  const listening = makeListenDoor({
    sessions: deps.sessions,
    desk: deps.listening,
    switchboard,
    far,
    clock,
    after,
    log,
    publicUrl: deps.publicUrl,
    probeEveryMs: settings.probeEveryMs,
    silentSocketMs: settings.silentSocketMs,
  });

  const flush = (): void => {
    const now = clock();
    for (const recording of recordings.values()) recording.tap.flush(now);
    stopFlushing = after(flushEveryMs, flush);
  };
  const repairAgain = (): void => {
    repair()
      .catch((err: unknown) => log.error({ err }, 'recordings could not be repaired'))
      .finally(() => {
        if (!closing) stopRepairing = after(settings.repairEveryMs, repairAgain);
      });
  };
  const callsOver = async (withinMs: number): Promise<void> => {
    const until = Date.now() + withinMs;
    while (switchboard.callCount > 0 && Date.now() < until) {
      await new Promise<void>((done) => void after(drainLookMs, done));
    }
  };

  return {
    legs: switchboard,
    screens: windows.screens,
    campaignChanged: (campaignId) => supervisors.changed(campaignId),
    leavesChanged: () => supervisors.leavesChanged(),
    alertsChanged: () => supervisors.alertsChanged(),
    sessionsEnded(sessionIds) {
      audio.sessionsEnded(sessionIds);
      listening.sessionsEnded(sessionIds);
      windows.sessionsEnded(sessionIds);
      supervisors.sessionsEnded(sessionIds);
    },
    attach(server: HttpServer) {
      windows.attach(server);
      detachers.push(
        attachUpgrades(server, [media.door, audio.door, listening.door, ...(deps.doors ?? [])], {
          leaveAlone: (path) => path.startsWith(socketPath),
          isClosing: () => closing,
          log,
        }),
      );
    },
    async start() {
      flush();
      repairAgain();
      await far?.start();
    },
    async stop() {
      if (closing) return;
      closing = true;
      stopRepairing();
      await callsOver(settings.drainMs);
      media.close();
      for (const bridge of [...switchboard.calls]) endCall(bridge);
      await Promise.allSettled([...sealing]);
      stopFlushing();
      switchboard.stop();
      audio.close();
      listening.close();
      await far?.stop();
      supervisors.close();
      await windows.close();
      for (const detach of detachers) detach();
    },
  };
}
