import type { Readable } from 'node:stream';
import type { Instant } from '../domain/vocabulary.ts';
import type { Db } from '../platform/prisma/client.ts';

/** What this room asks of others; wire.ts fulfils the first group, this room's adapters the second. */

export interface AuditTrail {
  record(entry: {
    readonly actorId: string | null;
    readonly action: string;
    readonly subjectType: string;
    readonly subjectId: string | null;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
    /** Id of the entry, where it may be told of again after a crash: the first telling stands. */
    readonly onceAs?: string;
  }): Promise<void>;
}

/** The trail whose entries stand or fall with the transaction that they are written in. */
export type AuditWithin = (db: Db) => AuditTrail;

export interface CarrierRecordingFile {
  readonly sid: string;
  readonly channels: number;
  readonly durationMs: number | null;
  readonly status: 'in-progress' | 'processing' | 'completed' | 'absent';
}

/** The provider's own recordings: the second source when ours is missing or short (R28, INV-4). */
export interface CarrierRecordings {
  recordings(carrierCallSid: string): Promise<readonly CarrierRecordingFile[]>;
  /** The audio as a WAV file. */
  downloadRecording(carrierCallSid: string, recordingSid: string): Promise<Readable>;
}

/** Tells whoever looks at the case that a recording can be played. */
export interface RecordingNews {
  ready(event: BoundRecording): void;
}

/** Fulfilled by the dialer. Safe to call twice. */
export interface RingingCalls {
  /** Ends a call that is queued or rings; one that was answered is left to its agent. */
  hangUpRinging(attemptId: string): Promise<void>;
}

/** Tells whoever has the case in front of him that it is not what it was. */
export interface CaseNews {
  changed(event: { readonly agentId: string; readonly caseId: string }): void;
}

/** Calls under way, and agents who talk or write of them. */
export interface LiveCallRows {
  /** Live calls to the person, of the case, or on the line. */
  live(about: CallsAbout): Promise<readonly string[]>;
  /** Agents with a call of the person or the case that is not wrapped up. */
  watchers(about: CallsAbout): Promise<readonly { readonly agentId: string; readonly caseId: string }[]>;
}

export type CallsAbout =
  { readonly debtorId: string } | { readonly caseIds: readonly string[] } | { readonly lineId: string };

/** An answered call after its end, as the watch sees it. */
export interface AnsweredCall {
  readonly attemptId: string;
  readonly carrierCallSid: string | null;
  readonly answeredAt: Instant;
  readonly endedAt: Instant;
  /** Longest complete own recording; null when there is none. */
  readonly ownDurationMs: number | null;
  readonly hasCarrierCopy: boolean;
}

export interface BoundRecording {
  readonly attemptId: string;
  readonly caseId: string;
  readonly recordingId: string;
  readonly agentId: string | null;
}

export interface StoredFile {
  readonly path: string;
  readonly byteSize: number;
  readonly durationMs: number;
  readonly channels: number;
  readonly sha256: string;
}

export interface RecordingRows {
  /** Writes the `no_media` rows of ended calls that were never answered; returns how many. */
  markUnanswered(endedSince: Instant): Promise<number>;
  /** Answered calls that ended in the period and are not yet covered by a long enough complete recording; of one call alone. */
  uncovered(period: {
    since: Instant;
    until: Instant;
    shortByMs: number;
    attemptId?: string;
  }): Promise<readonly AnsweredCall[]>;
  bindCarrierCopy(attemptId: string, file: StoredFile, at: Instant): Promise<BoundRecording | null>;
  /** Raises the alert once per call and kind; true when it was new. */
  raiseAlert(kind: string, attemptId: string, at: Instant): Promise<boolean>;
  /** Resolves the alerts of calls that have become covered. */
  resolveAlerts(at: Instant): Promise<number>;
  forPlayback(recordingId: string, listenerId: string): Promise<PlayableRecording | null>;
}

export interface PlayableRecording {
  readonly recordingId: string;
  readonly attemptId: string;
  readonly caseId: string;
  readonly status: string;
  readonly path: string | null;
  readonly sha256: string | null;
  readonly byteSize: number;
  readonly durationMs: number;
  readonly agentId: string | null;
  readonly agentTeamId: string | null;
  readonly ownerId: string | null;
  readonly listenerTeamId: string | null;
  /** Connected to a call of this case that is not wrapped up yet. */
  readonly listenerOnCase: boolean;
  /** The listener is on a call of this debtor, and it is not certain that it is the debtor who is on the line. */
  readonly covered: boolean;
}

/** Files below the recordings folder. A path that leads out of it is a fault. */
export interface RecordingFiles {
  size(path: string): Promise<number | null>;
  read(path: string, range: { start: number; end: number }): Readable;
  sha256(path: string): Promise<string>;
  /** Stores a stream as a file of its own, whole or not at all. */
  store(path: string, audio: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  peaks(path: string, slices: number): Promise<{ durationMs: number; channels: number[][] }>;
}
