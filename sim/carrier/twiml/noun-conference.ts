import type { FrameSource } from '../audio/frames.ts';
import { BEEP, ToneSource } from '../audio/tones.ts';
import { Sequence } from '../audio/voice.ts';
import { orInterrupted } from '../clock.ts';
import { rfc2822 } from '../dates.ts';
import { Conference, type ConferenceEnding, type ConferenceEvent, type Participant } from '../exchange/conference.ts';
import type { Call } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { recordingCallbackOf, trims } from './noun-recording.ts';
import type { TwimlNode } from './parse.ts';
import { addressOf, isTrue, numberOf, wasRedirected, type Scene } from './verb.ts';
import { holdMusic } from './verbs-sound.ts';

const EVENTS: readonly ConferenceEvent[] = ['start', 'end', 'join', 'leave'];
const BEEPS_ON_ENTER: ReadonlySet<string> = new Set(['true', 'onEnter']);
const EVENT_NAMES: Readonly<Record<ConferenceEvent, string>> = {
  start: 'conference-start',
  end: 'conference-end',
  join: 'participant-join',
  leave: 'participant-leave',
};

const ENDING_SENTENCES: Readonly<Record<ConferenceEnding, string>> = {
  'last-participant-left': 'The last participant left the conference',
  'participant-with-end-conference-on-exit-left': 'A participant with endConferenceOnExit=true left the conference',
};

/** `<Dial><Conference>`: stays in the room until the caller, the room or a redirect ends it. */
export async function joinConference(noun: TwimlNode, node: TwimlNode, scene: Scene): Promise<[string, string][]> {
  const { exchange, call } = scene;
  const conference = conferenceNamed(noun, scene);
  if (conference.participants.size >= conference.maxParticipants) return [['DialCallStatus', 'failed']];
  const label = noun.attributes['participantLabel'] ?? null;
  if (label !== null && [...conference.participants.values()].some((other) => other.label === label)) {
    exchange.notifications.add(call.sid, 16025, `Conference: participantLabel ${label} is taken`);
    return [['DialCallStatus', 'failed']];
  }
  const since = exchange.clock.now();
  const waiting = new AbortController();
  let dismiss: () => void = () => undefined;
  const dismissed = new Promise<void>((resolve) => (dismiss = resolve));
  const participant: Participant = {
    call,
    dismiss,
    muted: isTrue(noun.attributes['muted'], false),
    startOnEnter: isTrue(noun.attributes['startConferenceOnEnter'], true),
    endOnExit: isTrue(noun.attributes['endConferenceOnExit'], false),
    label,
  };
  conference.participants.set(call, participant);
  notify(exchange, conference, 'join', participant);
  waits.set(call, waiting);
  if (conference.mayStart) startConference(conference, scene, noun);
  else if (conference.isStarted) enter(conference, call, BEEPS_ON_ENTER.has(noun.attributes['beep'] ?? 'true'));
  else void wait(noun, scene, AbortSignal.any([scene.signal, waiting.signal]));
  const onStar = (digit: string): void => void (digit === '*' && conference.participants.get(call)?.dismiss());
  if (isTrue(node.attributes['hangupOnStar'], false)) call.digitListeners.add(onStar);
  try {
    await orInterrupted(dismissed, scene.signal);
  } finally {
    call.digitListeners.delete(onStar);
    waiting.abort();
    leave(exchange, conference, call, wasRedirected(scene));
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

function leave(exchange: Exchange, conference: Conference, call: Call, redirected = false): void {
  const participant = conference.participants.get(call);
  if (!participant) return;
  conference.participants.delete(call);
  notify(exchange, conference, 'leave', participant, [
    ['ParticipantCallStatus', call.status],
    ['ReasonParticipantLeft', reasonLeft(conference, redirected)],
  ]);
  if (!conference.isOver && (participant.endOnExit || conference.participants.size === 0))
    end(exchange, conference, participant);
}

function reasonLeft(conference: Conference, redirected: boolean): string {
  if (conference.isOver) return 'moderator_ended_conference';
  return redirected ? 'participant_updated_via_api' : 'participant_hung_up';
}

function end(exchange: Exchange, conference: Conference, by: Participant): void {
  conference.isOver = true;
  conference.endingCallSid = by.call.sid;
  if (by.endOnExit) conference.reasonEnded = 'participant-with-end-conference-on-exit-left';
  exchange.meetings.conferences.delete(conference.name);
  for (const finish of conference.atEnd.splice(0)) finish();
  for (const participant of [...conference.participants.values()]) {
    leave(exchange, conference, participant.call);
    participant.dismiss();
  }
  notify(exchange, conference, 'end', null, [
    ['CallSidEndingConference', conference.endingCallSid],
    ['ReasonConferenceEnded', conference.reasonEnded],
    ['Reason', ENDING_SENTENCES[conference.reasonEnded]],
  ]);
}

function notify(
  exchange: Exchange,
  conference: Conference,
  event: ConferenceEvent,
  participant: Participant | null,
  more: [string, string][] = [],
): void {
  const { callback } = conference;
  if (!callback?.events.has(event)) return;
  const params: [string, string][] = [
    ['AccountSid', conference.accountSid],
    ['ConferenceSid', conference.sid],
    ['FriendlyName', conference.name],
    ['SequenceNumber', String((conference.sequence += 1))],
    ['Timestamp', rfc2822(exchange.clock.now())],
    ['StatusCallbackEvent', EVENT_NAMES[event]],
    ...(participant ? participantParams(participant) : []),
    ...more,
  ];
  const { url, method } = callback;
  const callSid = participant?.call.sid ?? '';
  void exchange.webhooks.fire({ kind: 'conference', event, callSid, to: '', url, method, params });
}

function participantParams({ call, muted, endOnExit, startOnEnter, label }: Participant): [string, string][] {
  return [
    ['CallSid', call.sid],
    ['Muted', String(muted)],
    ['Hold', 'false'],
    ['Coaching', 'false'],
    ['EndConferenceOnExit', String(endOnExit)],
    ['StartConferenceOnEnter', String(startOnEnter)],
    ...(label === null ? [] : ([['ParticipantLabel', label]] as [string, string][])),
  ];
}
