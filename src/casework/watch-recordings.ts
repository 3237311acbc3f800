import { recordingDuty } from '../domain/recording-duty.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { AnsweredCall, BoundRecording, CarrierRecordings, RecordingFiles, RecordingRows } from './ports.ts';

/** Our own tap finishes its file in this time; earlier the second source is not worth asking. */
const settleMs = 15_000;
/** More than this missing at either end counts as short. */
const shortByMs = 2_000;
const lookBackMs = 60 * 60_000;
const firstRetryMs = 10_000;
const longestRetryMs = 120_000;

export interface RecordingWatch {
  /** One pass; returns what it did, for the log and the tests. */
  look(): Promise<{ unanswered: number; fetched: number; alerts: number; resolved: number }>;
  /** The carrier says its recording is ready: worth a look before the next pass. */
  carrierHas(attemptId: string): Promise<void>;
}

export function makeRecordingWatch(deps: {
  rows: RecordingRows;
  files: RecordingFiles;
  carrier: CarrierRecordings;
  clock: Clock;
  log: Logger;
  onBound: (bound: BoundRecording) => void;
}): RecordingWatch {
  const { rows, files, carrier, clock, log } = deps;
  const tries = new Map<string, { count: number; nextAt: Instant }>();

  /** `whole`: the carrier heard no more than we did, ours is as long as the call was. */
  async function fetchCopy(call: AnsweredCall, callSid: string): Promise<'fetched' | 'whole' | 'none'> {
    const offered = await carrier.recordings(callSid);
    const usable = offered.filter((each) => each.status === 'completed');
    const best = usable.sort((a, b) => b.channels - a.channels || (b.durationMs ?? 0) - (a.durationMs ?? 0))[0];
    if (best === undefined) return 'none';
    const ours = call.ownDurationMs;
    if (ours !== null && best.durationMs !== null && best.durationMs <= ours + shortByMs) return 'whole';
    const day = new Date(call.answeredAt).toISOString().slice(0, 10);
    const audio = await carrier.downloadRecording(callSid, best.sid);
    const file = await files.store(`${day}/${call.attemptId}.carrier.wav`, audio);
    const bound = await rows.bindCarrierCopy(call.attemptId, file, clock());
    if (bound !== null) deps.onBound(bound);
    return 'fetched';
  }

  async function cover(call: AnsweredCall): Promise<'fetched' | 'whole' | 'none'> {
    if (call.carrierCallSid === null || call.hasCarrierCopy) return 'none';
    const tried = tries.get(call.attemptId);
    if (tried !== undefined && tried.nextAt > clock()) return tried.nextAt === Infinity ? 'whole' : 'none';
    const count = (tried?.count ?? 0) + 1;
    let found: 'fetched' | 'whole' | 'none' = 'none';
    try {
      found = await fetchCopy(call, call.carrierCallSid);
    } catch (error) {
      log.warn({ err: error, attemptId: call.attemptId, count }, 'carrier recording not fetched');
    }
    const wait = Math.min(firstRetryMs * 2 ** (count - 1), longestRetryMs);
    tries.set(call.attemptId, { count, nextAt: found === 'none' ? clock() + wait : Infinity });
    return found;
  }

  async function look() {
    const now = clock();
    const unanswered = await rows.markUnanswered(now - lookBackMs);
    const calls = await rows.uncovered({ since: now - lookBackMs, until: now - settleMs, shortByMs });
    const known = new Set(calls.map((call) => call.attemptId));
    for (const attemptId of tries.keys()) if (!known.has(attemptId)) tries.delete(attemptId);
    let fetched = 0;
    let alerts = 0;
    for (const call of calls) {
      const found = await cover(call);
      if (found === 'fetched') fetched += 1;
      const { endedAt } = call;
      if (recordingDuty({ answered: true, endedAt, bound: found !== 'none' }, clock()) !== 'alert') continue;
      const kind = call.ownDurationMs === null ? 'recording_missing' : 'recording_short';
      if (await rows.raiseAlert(kind, call.attemptId, clock())) {
        alerts += 1;
        log.error({ attemptId: call.attemptId, kind }, 'answered call without a whole recording');
      }
    }
    return { unanswered, fetched, alerts, resolved: await rows.resolveAlerts(clock()) };
  }

  return {
    look,
    async carrierHas(attemptId) {
      const now = clock();
      const [call] = await rows.uncovered({ since: now - lookBackMs, until: now - settleMs, shortByMs, attemptId });
      if (call === undefined) return;
      tries.delete(attemptId);
      await cover(call);
    },
  };
}
