import type { FrameSource } from '../audio/frames.ts';
import { BEEP, ToneSource } from '../audio/tones.ts';
import { Sequence } from '../audio/voice.ts';
import { orInterrupted } from '../clock.ts';
import { rfc2822 } from '../dates.ts';
import { Conference, type ConferenceEvent } from '../exchange/conference.ts';
import type { Call } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { recordingCallbackOf, trims } from './noun-recording.ts';
import type { TwimlNode } from './parse.ts';
import { addressOf, isTrue, numberOf, type Scene } from './verb.ts';
import { holdMusic } from './verbs-sound.ts';

const EVENTS: readonly ConferenceEvent[] = ['start', 'end', 'join', 'leave'];
const EVENT_NAMES: Readonly<Record<ConferenceEvent, string>> = {
  start: 'conference-start',
  end: 'conference-end',
  join: 'participant-join',
  leave: 'participant-leave',
};

/** `<Dial><Conference>`: stays in the room until the caller, the room or a redirect ends it. */
export async function joinConference(noun: TwimlNode, node: TwimlNode, scene: Scene): Promise<[string, string][]> {
  const { exchange, call } = scene;
  const conference = conferenceNamed(noun, scene);
  if (conference.participants.size >= conference.maxParticipants) return [['DialCallStatus', 'failed']];
  const since = exchange.clock.now();
  const waiting = new AbortController();
  const dismissed = new Promise<void>((dismiss) => {
    conference.participants.set(call, {
      call,
      dismiss,
      muted: isTrue(noun.attributes['muted'], false),
      startOnEnter: isTrue(noun.attributes['startConferenceOnEnter'], true),
      endOnExit: isTrue(noun.attributes['endConferenceOnExit'], false),
      label: noun.attributes['participantLabel'] ?? null,
    });
  });
  notify(exchange, conference, 'join', call);
  waits.set(call, waiting);
  if (conference.mayStart) startConference(conference, scene, noun);
  else if (conference.isStarted) enter(conference, call, isTrue(noun.attributes['beep'], true));
  else void wait(noun, scene, AbortSignal.any([scene.signal, waiting.signal]));
  const onStar = (digit: string): void => void (digit === '*' && conference.participants.get(call)?.dismiss());
  if (isTrue(node.attributes['hangupOnStar'], false)) call.digitListeners.add(onStar);
  try {
    await orInterrupted(dismissed, scene.signal);
  } finally {
    call.digitListeners.delete(onStar);
    waiting.abort();
    leave(exchange, conference, call);
  }
  return [
    ['DialCallStatus', 'answered'],
    ['DialCallDuration', String(Math.round((exchange.clock.now() - since) / 1000))],
    ['ConferenceSid', conference.sid],
  ];
}

const waits = new WeakMap<Call, AbortController>();

function conferenceNamed(noun: TwimlNode, scene: Scene): Conference {
  const { conferences } = scene.exchange.meetings;
  const name = noun.text.trim();
  const known = conferences.get(name);
  if (known) return known;
  const { statusCallback, statusCallbackMethod, statusCallbackEvent, maxParticipants } = noun.attributes;
  const address = addressOf(scene, statusCallback, statusCallbackMethod);
  const named = (statusCallbackEvent ?? '').split(/\s+/);
  // The first to come sets the callback for all.
  const conference = new Conference({
    accountSid: scene.call.accountSid,
    name,
    maxParticipants: numberOf(maxParticipants, 250, 2, 250),
    callback: address && { ...address, events: new Set(EVENTS.filter((event) => named.includes(event))) },
  });
  conferences.set(name, conference);
  const unmix = scene.exchange.pump.onMix(() => conference.mix());
  conference.atEnd.push(() => unmix());
  return conference;
}

function startConference(conference: Conference, scene: Scene, noun: TwimlNode): void {
  conference.isStarted = true;
  if (noun.attributes['record'] === 'record-from-start' || noun.attributes['record'] === 'true') {
    const orders = {
      source: 'Conference' as const,
      channels: 1 as const,
      track: 'both' as const,
      trimSilence: trims(noun),
      callback: recordingCallbackOf(noun, scene),
    };
    scene.exchange.recordings.start(
      {
        sid: scene.call.sid,
        accountSid: conference.accountSid,
        to: '',
        taps: conference.taps,
        atEnd: conference.atEnd,
      },
      orders,
      conference.sid,
    );
  }
  notify(scene.exchange, conference, 'start', null);
  for (const call of conference.participants.keys()) {
    waits.get(call)?.abort();
    enter(conference, call, false);
  }
}

function enter(conference: Conference, call: Call, beeps: boolean): void {
  const room: FrameSource = { pull: () => conference.mixFor(call) };
  void call.play(beeps ? new Sequence([new ToneSource(BEEP), room]) : room);
}

async function wait(noun: TwimlNode, scene: Scene, signal: AbortSignal): Promise<void> {
  const { waitUrl, waitMethod } = noun.attributes;
  const voice = addressOf(scene, waitUrl, waitMethod);
  if (voice) await scene.perform(scene.call, voice, [], signal).catch(() => undefined);
  else if (waitUrl === undefined) {
    const music = holdMusic();
    signal.addEventListener('abort', () => scene.call.stopPlaying(music));
    await scene.call.play(music);
  }
}

function leave(exchange: Exchange, conference: Conference, call: Call): void {
  const participant = conference.participants.get(call);
  if (!participant) return;
  conference.participants.delete(call);
  notify(exchange, conference, 'leave', call);
  if (!conference.isOver && (participant.endOnExit || conference.participants.size === 0))
    end(exchange, conference, call);
}

function end(exchange: Exchange, conference: Conference, by: Call): void {
  conference.isOver = true;
  conference.endingCallSid = by.sid;
  exchange.meetings.conferences.delete(conference.name);
  for (const finish of conference.atEnd.splice(0)) finish();
  for (const participant of [...conference.participants.values()]) {
    leave(exchange, conference, participant.call);
    participant.dismiss();
  }
  notify(exchange, conference, 'end', null);
}

function notify(exchange: Exchange, conference: Conference, event: ConferenceEvent, call: Call | null): void {
  const { callback } = conference;
  if (!callback?.events.has(event)) return;
  const participant = call ? conference.participants.get(call) : undefined;
  const params: [string, string][] = [
    ['AccountSid', conference.accountSid],
    ['ConferenceSid', conference.sid],
    ['FriendlyName', conference.name],
    ['SequenceNumber', String((conference.sequence += 1))],
    ['Timestamp', rfc2822(exchange.clock.now())],
    ['StatusCallbackEvent', EVENT_NAMES[event]],
  ];
  if (call) params.push(['CallSid', call.sid], ['Hold', 'false'], ['Coaching', 'false']);
  if (participant) {
    params.push(
      ['Muted', String(participant.muted)],
      ['EndConferenceOnExit', String(participant.endOnExit)],
      ['StartConferenceOnEnter', String(participant.startOnEnter)],
    );
    if (participant.label !== null) params.push(['ParticipantLabel', participant.label]);
  }
  if (event === 'end')
    params.push(
      ['CallSidEndingConference', conference.endingCallSid ?? ''],
      ['ReasonConferenceEnded', 'last-participant-left'],
    );
  const { url, method } = callback;
  void exchange.webhooks.fire({ kind: 'conference', event, callSid: call?.sid ?? '', to: '', url, method, params });
}
