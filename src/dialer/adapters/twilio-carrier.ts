import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import twilio from 'twilio';
import type { CallInstance } from 'twilio/lib/rest/api/v2010/account/call.js';
import { Fault } from '../../platform/fault.ts';
import type { Carrier, CarrierCall, CarrierRecording, PlaceCall, PlaceOutcome } from '../ports.ts';
import { makeTwilioClient, type TwilioAccount } from './twilio-client.ts';
import { httpStatusOf, placeOutcomeOf, vendorCodeOf } from './twilio-errors.ts';
import { answeredByOf, callSidPattern, instantOf, recordingSidPattern, statusOf } from './twilio-words.ts';

/** Without it a callback that met a 500 or a slow answer is lost for good. Neither sent nor signed. */
const persistent = '#rc=3&rp=all&ct=2000&rt=5000';
/** Newest first; two numbers have one live call between them, so older pages hold nothing of ours. */
const findLimit = 20;
/** The call was not in a state in which it can be ended: it has ended. */
const invalidCallState = 21220;
const defaultApi = 'https://api.twilio.com';

/** On answer the audio goes to our socket; when that closes the call ends, after the abandon notice if there is one. */
export function twimlFor(request: Pick<PlaceCall, 'addresses' | 'farewell' | 'notice'>): string {
  const response = new twilio.twiml.VoiceResponse();
  if (typeof request.notice === 'string') response.say(request.notice);
  response.connect().stream({ url: request.addresses.media });
  if (request.farewell !== null) response.say(request.farewell);
  response.hangup();
  return response.toString();
}

/** SIDs become parts of a path and the SDK does not check them. */
function checked(sid: string, pattern: RegExp): string {
  if (!pattern.test(sid)) throw new Fault('CARRIER_ID_MALFORMED');
  return sid;
}

const unreachable = (cause: unknown): Fault => new Fault('CARRIER_UNREACHABLE', { cause });

function callOf(call: CallInstance): CarrierCall | null {
  const status = statusOf(call.status);
  if (status === null || !callSidPattern.test(call.sid)) return null;
  return {
    sid: call.sid,
    status,
    createdAt: instantOf(call.dateCreated),
    startedAt: instantOf(call.startTime),
    answeredBy: answeredByOf(call.answeredBy),
  };
}

export function makeTwilioCarrier(account: TwilioAccount & { readonly kind: Carrier['kind'] }): Carrier {
  const client = makeTwilioClient(account);

  async function place(request: PlaceCall): Promise<PlaceOutcome> {
    try {
      const call = await client.calls.create({
        to: request.to,
        from: request.from,
        twiml: twimlFor(request),
        statusCallback: request.addresses.status + persistent,
        statusCallbackMethod: 'POST',
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        timeout: Math.ceil(request.ringTimeoutMs / 1000),
        timeLimit: Math.ceil(request.maxCallMs / 1000),
        record: true,
        recordingChannels: 'dual',
        recordingTrack: 'both',
        trim: 'do-not-trim',
        recordingStatusCallback: request.addresses.recording + persistent,
        recordingStatusCallbackMethod: 'POST',
        recordingStatusCallbackEvent: ['completed', 'absent'],
        ...(request.detectMachine
          ? {
              machineDetection: 'Enable',
              asyncAmd: 'true',
              asyncAmdStatusCallback: request.addresses.amd + persistent,
              asyncAmdStatusCallbackMethod: 'POST',
            }
          : {}),
      });
      if (typeof call.sid !== 'string' || !callSidPattern.test(call.sid)) {
        return { kind: 'unknown', cause: 'unreadable' };
      }
      const queueMs = Number(call.queueTime);
      return { kind: 'accepted', sid: call.sid, queueMs: Number.isFinite(queueMs) ? queueMs : 0 };
    } catch (error) {
      return placeOutcomeOf(error);
    }
  }

  async function end(sid: string): Promise<'ended' | 'already-ended' | 'unknown'> {
    try {
      // `completed` ends a call in any live state, `canceled` only one that was not answered yet.
      await client.calls(checked(sid, callSidPattern)).update({ status: 'completed' });
      return 'ended';
    } catch (error) {
      if (error instanceof Fault) throw error;
      if (vendorCodeOf(error) === invalidCallState || httpStatusOf(error) === 404) return 'already-ended';
      return 'unknown';
    }
  }

  async function recordings(sid: string): Promise<readonly CarrierRecording[]> {
    const callSid = checked(sid, callSidPattern);
    const found = await client
      .calls(callSid)
      .recordings.list({ limit: findLimit })
      .catch((cause: unknown) => {
        throw unreachable(cause);
      });
    return found.map((recording) => {
      const seconds = Number.parseFloat(recording.duration ?? '');
      const status = recording.status;
      return {
        sid: recording.sid,
        channels: recording.channels,
        durationMs: Number.isFinite(seconds) ? seconds * 1000 : null,
        status: status === 'paused' || status === 'stopped' ? 'in-progress' : status,
      };
    });
  }

  /** The SDK has no call for the audio itself. */
  async function downloadRecording(_sid: string, recordingSid: string): Promise<Readable> {
    const base = account.apiBase ?? defaultApi;
    const path = `/2010-04-01/Accounts/${account.accountSid}/Recordings/${checked(recordingSid, recordingSidPattern)}.wav`;
    const answer = await fetch(new URL(`${path}?RequestedChannels=2`, base), {
      headers: {
        authorization: `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`,
      },
      signal: AbortSignal.timeout(account.requestTimeoutMs ?? 60_000),
    }).catch((cause: unknown) => {
      throw unreachable(cause);
    });
    // The completed callback may come before the file can be fetched.
    if (answer.status === 404) throw new Fault('CARRIER_RECORDING_NOT_READY');
    if (!answer.ok || answer.body === null) throw unreachable(undefined);
    return Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
  }

  return {
    kind: account.kind,
    place,
    end,
    recordings,
    downloadRecording,
    async find({ to, from, since }) {
      const found = await client.calls.list({ to, from, limit: findLimit }).catch((cause: unknown) => {
        throw unreachable(cause);
      });
      // Filtered here and not by StartTime: a call that still waits in the carrier's queue has no start time.
      return found
        .map(callOf)
        .filter((call) => call !== null)
        .filter((call) => (call.createdAt ?? call.startedAt ?? since) >= since);
    },
    async fetchCall(sid) {
      try {
        return callOf(await client.calls(checked(sid, callSidPattern)).fetch());
      } catch (error) {
        if (error instanceof Fault) throw error;
        if (httpStatusOf(error) === 404) return null;
        throw unreachable(error);
      }
    },
    async ping() {
      try {
        await client.api.v2010.accounts(account.accountSid).fetch();
        return true;
      } catch {
        return false;
      }
    },
  };
}
