import type { Readable } from 'node:stream';
import type { RecordingPeaks } from '../contract/recording.ts';
import type { Clock } from '../platform/clock.ts';
import { mayListen, type Listener } from './may-listen.ts';
import type { AuditTrail, PlayableRecording, RecordingFiles, RecordingRows } from './ports.ts';

export interface OpenedRecording {
  readonly kind: 'opened';
  readonly recordingId: string;
  readonly byteSize: number;
  readonly sha256: string;
  read(range: { start: number; end: number }): Readable;
}
export type PlaybackRefusal = {
  readonly kind: 'refused';
  readonly because: 'unknown' | 'not_allowed' | 'no_media' | 'damaged';
};

export interface Playback {
  open(recordingId: string, listener: Listener, from: number): Promise<OpenedRecording | PlaybackRefusal>;
  peaks(
    recordingId: string,
    listener: Listener,
    slices: number,
  ): Promise<{ kind: 'peaks'; peaks: RecordingPeaks } | PlaybackRefusal>;
}

/** A player asks for the same file in many pieces; a listen is logged at its start and again after a pause of this length. */
const sameListenMs = 10 * 60_000;
const rememberedListens = 5_000;
const keptPeaks = 500;

export function makePlayback(deps: {
  rows: RecordingRows;
  files: RecordingFiles;
  audit: AuditTrail;
  clock: Clock;
}): Playback {
  const { rows, files, audit, clock } = deps;
  const listens = new Map<string, number>();
  const verified = new Map<string, string>();
  const peaksOf = new Map<string, RecordingPeaks>();

  const remember = <V>(map: Map<string, V>, key: string, value: V, most: number): void => {
    map.delete(key);
    map.set(key, value);
    const oldest = map.keys().next();
    if (map.size > most && oldest.done !== true) map.delete(oldest.value);
  };

  async function admit(recordingId: string, listener: Listener): Promise<PlayableRecording | PlaybackRefusal> {
    const recording = await rows.forPlayback(recordingId, listener.id);
    if (recording === null) return { kind: 'refused', because: 'unknown' };
    if (mayListen(listener, recording)) return recording;
    await audit.record({
      actorId: listener.id,
      action: 'recording.refused',
      subjectType: 'recording',
      subjectId: recordingId,
    });
    return { kind: 'refused', because: 'not_allowed' };
  }

  /** What is played must be what was recorded: the file is held against its checksum once per process and size. */
  async function intact(recording: PlayableRecording & { path: string; sha256: string }): Promise<number | null> {
    const size = await files.size(recording.path);
    if (size === null) return null;
    const mark = `${recording.sha256}/${size}`;
    if (verified.get(recording.recordingId) === mark) return size;
    if ((await files.sha256(recording.path)) !== recording.sha256) return null;
    remember(verified, recording.recordingId, mark, rememberedListens);
    return size;
  }

  async function logListen(recordingId: string, caseId: string, listener: Listener, from: number): Promise<void> {
    const key = `${listener.id}/${recordingId}`;
    const last = listens.get(key);
    if (from > 0 && last !== undefined && clock() - last < sameListenMs) return;
    await audit.record({
      actorId: listener.id,
      action: 'recording.played',
      subjectType: 'recording',
      subjectId: recordingId,
      detail: { caseId },
    });
    remember(listens, key, clock(), rememberedListens);
  }

  return {
    async open(recordingId, listener, from) {
      const admitted = await admit(recordingId, listener);
      if ('kind' in admitted) return admitted;
      const { path, sha256, status } = admitted;
      if (status !== 'complete' || path === null || sha256 === null) return { kind: 'refused', because: 'no_media' };
      const byteSize = await intact({ ...admitted, path, sha256 });
      if (byteSize === null) {
        await rows.raiseAlert('recording_damaged', admitted.attemptId, clock());
        return { kind: 'refused', because: 'damaged' };
      }
      await logListen(recordingId, admitted.caseId, listener, from);
      return { kind: 'opened', recordingId, byteSize, sha256, read: (range) => files.read(path, range) };
    },
    async peaks(recordingId, listener, slices) {
      const admitted = await admit(recordingId, listener);
      if ('kind' in admitted) return admitted;
      const { path, status } = admitted;
      if (status !== 'complete' || path === null) return { kind: 'refused', because: 'no_media' };
      // Its shape tells when who spoke, and that somebody looked: it is never kept by the browser, so that each look comes here.
      await audit.record({
        actorId: listener.id,
        action: 'recording.shape_viewed',
        subjectType: 'recording',
        subjectId: recordingId,
        detail: { caseId: admitted.caseId },
      });
      const key = `${recordingId}/${slices}`;
      const kept = peaksOf.get(key);
      if (kept !== undefined) return { kind: 'peaks', peaks: kept };
      if ((await files.size(path)) === null) return { kind: 'refused', because: 'damaged' };
      const peaks = { recordingId, ...(await files.peaks(path, slices)) };
      remember(peaksOf, key, peaks, keptPeaks);
      return { kind: 'peaks', peaks };
    },
  };
}
