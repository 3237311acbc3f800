import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { rfc2822 } from '../dates.ts';
import type { CarrierEvents } from '../events.ts';
import type { Address, Call } from '../exchange/call.ts';
import type { Settings } from '../settings.ts';
import { newSid } from '../sid.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { Recorder } from './recorder.ts';
import { loadRecords, saveRecord, type RecordingRecord, type RecordingSource } from './record.ts';

export type RecordingEvent = 'in-progress' | 'completed' | 'absent';

export interface RecordingOrders {
  source: RecordingSource;
  channels: 1 | 2;
  track: 'inbound' | 'outbound' | 'both';
  trimSilence: boolean;
  callback: (Address & { events: ReadonlySet<RecordingEvent> }) | null;
}

/** What can be recorded: a call, or a conference under the SID of the call that opened it. */
export type Recordable = Pick<Call, 'sid' | 'accountSid' | 'to' | 'taps' | 'atEnd'>;

interface Live {
  call: Recordable;
  recorder: Recorder;
  detach: () => void;
}

interface LibraryDeps {
  settings: Settings;
  clock: Clock;
  events: CarrierEvents;
  webhooks: Webhooks;
  folder: string;
  publicUrl: () => string;
}

/** All recordings of the account: those under way, and those on disk, which survive a restart. */
export class RecordingLibrary {
  readonly #deps: LibraryDeps;
  readonly #records = new Map<string, RecordingRecord>();
  readonly #live = new Map<string, Live>();
  readonly #callbacks = new Map<string, RecordingOrders['callback']>();
  readonly #finishing = new Set<Promise<void>>();

  constructor(deps: LibraryDeps) {
    this.#deps = deps;
    mkdirSync(deps.folder, { recursive: true });
    for (const record of loadRecords(deps.folder)) this.#records.set(record.sid, record);
  }

  start(call: Recordable, orders: RecordingOrders, conferenceSid: string | null = null): RecordingRecord {
    const { settings, clock, events, folder } = this.#deps;
    const sid = newSid('RE');
    const now = clock.now();
    const record: RecordingRecord = {
      sid,
      accountSid: call.accountSid,
      callSid: call.sid,
      conferenceSid,
      channels: orders.channels,
      source: orders.source,
      track: orders.track,
      status: 'in-progress',
      errorCode: null,
      durationS: null,
      createdAt: now,
      updatedAt: now,
      startedAt: now,
    };
    const recorder = new Recorder({
      path: join(folder, `${sid}.wav`),
      format: settings.recordingFormat,
      channels: orders.channels,
      track: orders.track,
      partyFirst: orders.source === 'DialVerb' || settings.dualChannelOrder === 'callee-first',
      trimSilence: orders.trimSilence,
    });
    const tap: Parameters<Call['taps']['add']>[0] = (fromParty, toParty) => recorder.take(fromParty, toParty);
    call.taps.add(tap);
    this.#records.set(sid, record);
    this.#live.set(sid, { call, recorder, detach: () => call.taps.delete(tap) });
    this.#callbacks.set(sid, orders.callback);
    call.atEnd.push(() => this.stop(sid));
    events.emit('recording-started', { callSid: call.sid, recordingSid: sid });
    this.#notify(record, call.to, 'in-progress');
    return record;
  }

  /** Pauses or resumes; false when the recording is no longer running. */
  setPaused(sid: string, paused: 'silence' | 'skip' | null): boolean {
    const live = this.#live.get(sid);
    const record = this.#records.get(sid);
    if (!live || !record) return false;
    if (paused) live.recorder.pause(paused);
    else live.recorder.resume();
    record.status = paused ? 'paused' : 'in-progress';
    record.updatedAt = this.#deps.clock.now();
    return true;
  }

  stop(sid: string): void {
    const live = this.#live.get(sid);
    const record = this.#records.get(sid);
    if (!live || !record) return;
    this.#live.delete(sid);
    live.detach();
    record.status = 'processing';
    record.updatedAt = this.#deps.clock.now();
    const finishing = this.#finish(record, live).finally(() => this.#finishing.delete(finishing));
    this.#finishing.add(finishing);
  }

  get(sid: string): RecordingRecord | null {
    return this.#records.get(sid) ?? null;
  }

  /** The recording the literal SID `Twilio.CURRENT` stands for. */
  currentOf(callSid: string): RecordingRecord | null {
    return this.list().find((record) => record.callSid === callSid && this.#live.has(record.sid)) ?? null;
  }

  /** Newest first. */
  list(): RecordingRecord[] {
    return [...this.#records.values()].toReversed();
  }

  mediaPath(sid: string): string {
    return join(this.#deps.folder, `${sid}.wav`);
  }

  mediaUrl(record: RecordingRecord): string {
    return `${this.#deps.publicUrl()}/2010-04-01/Accounts/${record.accountSid}/Recordings/${record.sid}`;
  }

  async delete(sid: string): Promise<void> {
    this.stop(sid);
    await Promise.allSettled(this.#finishing);
    this.#records.delete(sid);
    await rm(this.mediaPath(sid), { force: true });
    await rm(join(this.#deps.folder, `${sid}.json`), { force: true });
  }

  paramsOfCall(call: Call): [string, string][] {
    const record = this.list().find((entry) => entry.callSid === call.sid && entry.source === 'OutboundAPI');
    if (!record) return [];
    const durationS = Math.max(0, Math.round((this.#deps.clock.now() - record.startedAt) / 1000));
    return [
      ['RecordingUrl', this.mediaUrl(record)],
      ['RecordingSid', record.sid],
      ['RecordingDuration', String(durationS)],
    ];
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#finishing.size > 0) await Promise.allSettled([...this.#finishing]);
  }

  async #finish(record: RecordingRecord, live: Live): Promise<void> {
    const { clock, settings, events, folder } = this.#deps;
    const kept = await live.recorder.finish();
    await new Promise<void>((resolve) => clock.after(settings.processingMs, resolve));
    if (!this.#records.has(record.sid)) return;
    record.status = kept ? 'completed' : 'absent';
    record.durationS = kept ? Math.max(1, Math.round(kept.durationS)) : 0;
    record.updatedAt = clock.now();
    saveRecord(folder, record);
    events.emit('recording-completed', { callSid: record.callSid, recordingSid: record.sid, status: record.status });
    this.#notify(record, live.call.to, record.status);
  }

  #notify(record: RecordingRecord, to: string, event: RecordingEvent): void {
    const callback = this.#callbacks.get(record.sid);
    if (!callback?.events.has(event)) return;
    const params: [string, string][] = [
      ['AccountSid', record.accountSid],
      ['CallSid', record.callSid],
      ['RecordingSid', record.sid],
      ['RecordingUrl', this.mediaUrl(record)],
      ['RecordingStatus', event],
      ['RecordingChannels', String(record.channels)],
      ['RecordingStartTime', rfc2822(record.startedAt)],
      ['RecordingSource', record.source],
      ['RecordingTrack', record.track],
      ['ErrorCode', '0'],
    ];
    if (event !== 'in-progress') params.push(['RecordingDuration', String(record.durationS ?? 0)]);
    const { url, method } = callback;
    void this.#deps.webhooks.fire({ kind: 'recording', event, callSid: record.callSid, to, url, method, params });
  }
}
