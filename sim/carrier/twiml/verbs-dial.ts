import { orInterrupted } from '../clock.ts';
import { Call, type CallbackEvent, type MachineDetectionOrders } from '../exchange/call.ts';
import { dial as dialLeg, hangUp } from '../exchange/conduct.ts';
import { bridge, whenOver } from './bridge.ts';
import { joinConference } from './noun-conference.ts';
import { takeFromQueue } from './noun-queue.ts';
import { recordingCallbackOf, trackOf, trims } from './noun-recording.ts';
import type { TwimlNode } from './parse.ts';
import { NEXT, actionOf, addressOf, isTrue, numberOf, type Scene, type Verb, type VerbResult } from './verb.ts';

const CALLBACK_EVENTS = ['initiated', 'ringing', 'answered', 'completed'] as const satisfies readonly CallbackEvent[];
const LEG_NOUNS: ReadonlySet<string> = new Set(['Number', 'Client', 'Sip']);

export const dial: Verb = async (node, scene) => {
  const noun = node.children[0];
  if (noun?.name === 'Conference') return finish(scene, node, await joinConference(noun, node, scene));
  if (noun?.name === 'Queue') return finish(scene, node, await takeFromQueue(noun, node, scene));
  return finish(scene, node, await dialLegs(node, scene));
};

/** With an action the verbs that follow are out of reach; without one they go on. */
function finish(scene: Scene, node: TwimlNode, params: [string, string][]): VerbResult {
  const action = actionOf(scene, node, false);
  return action ? { kind: 'go', to: action, params } : NEXT;
}

async function dialLegs(node: TwimlNode, scene: Scene): Promise<[string, string][]> {
  const { exchange } = scene;
  const nouns = node.children.filter((child) => LEG_NOUNS.has(child.name));
  if (nouns.length === 0 && node.text.trim() !== '')
    nouns.push({ name: 'Number', attributes: {}, children: [], text: node.text });
  if (!callerIdIsValid(node, scene)) return outcome(null, false, []);
  const legs = nouns.filter((noun) => isCallable(noun, scene)).map((noun) => ({ noun, leg: legOf(noun, node, scene) }));
  const answered = firstAnswered(legs.map(({ leg }) => leg));
  for (const { leg } of legs) {
    exchange.calls.set(leg.sid, leg);
    exchange.events.emit('call-created', { callSid: leg.sid });
    dialLeg(exchange, leg);
  }
  try {
    const leg = await orInterrupted(answered, scene.signal);
    for (const other of legs) if (other.leg !== leg) hangUp(exchange, other.leg);
    const noun = legs.find((entry) => entry.leg === leg)?.noun;
    if (leg && noun && (await whisper(noun, leg, scene))) return await talk(node, leg, scene);
    const last = leg ?? legs.at(-1)?.leg;
    return outcome(last ?? null, false, []);
  } finally {
    for (const { leg } of legs) hangUp(exchange, leg);
  }
}

const PHONE = /^\+[1-9]\d{6,14}$/;
const digitsOf = (text: string): string => text.trim().replace(/[\s().-]/g, '');

/** A client may be named by an element of its own, beside parameters. */
function targetOf(noun: TwimlNode): string {
  const identity = noun.children.find((child) => child.name === 'Identity');
  return (identity ?? noun).text.trim();
}

/** What is no telephone number is not dialed; the other nouns still are. */
function isCallable(noun: TwimlNode, { exchange, call }: Scene): boolean {
  const isFine = noun.name === 'Number' ? PHONE.test(digitsOf(noun.text)) : targetOf(noun) !== '';
  if (!isFine) exchange.notifications.add(call.sid, 13223, `Dial: Invalid phone number format in ${noun.name}`);
  return isFine;
}

function callerIdIsValid(node: TwimlNode, { exchange, call }: Scene): boolean {
  const { callerId } = node.attributes;
  if (callerId === undefined || PHONE.test(callerId) || callerId.startsWith('client:')) return true;
  exchange.notifications.add(call.sid, 13247, 'Dial: Invalid callerId value');
  return false;
}

function legOf(noun: TwimlNode, node: TwimlNode, scene: Scene): Call {
  const { exchange, call } = scene;
  const { statusCallback, statusCallbackMethod, statusCallbackEvent, sendDigits } = noun.attributes;
  const callback = addressOf(scene, statusCallback, statusCallbackMethod);
  const named = (statusCallbackEvent ?? 'completed').split(/\s+/);
  const target = targetOf(noun);
  return new Call({
    accountSid: call.accountSid,
    to:
      noun.name === 'Client' && !target.startsWith('client:')
        ? `client:${target}`
        : noun.name === 'Number'
          ? digitsOf(target)
          : target,
    from: node.attributes['callerId'] ?? call.from,
    direction: 'outbound-dial',
    parentCallSid: call.sid,
    createdAt: exchange.clock.now(),
    orders: {
      voice: null,
      fallback: null,
      statusCallback: callback && {
        ...callback,
        events: new Set(CALLBACK_EVENTS.filter((event) => named.includes(event))),
      },
      timeoutS: numberOf(node.attributes['timeout'], 30, 1, 600),
      timeLimitS: numberOf(node.attributes['timeLimit'], 14_400, 1, 86_400),
      sendDigits: sendDigits ?? null,
      machineDetection: detectionOf(noun, scene),
    },
  });
}

/** On a dialed leg machine detection never holds anything up. */
function detectionOf(noun: TwimlNode, scene: Scene): MachineDetectionOrders | null {
  const { machineDetection: mode, amdStatusCallback, amdStatusCallbackMethod, ...rest } = noun.attributes;
  if (mode !== 'Enable' && mode !== 'DetectMessageEnd') return null;
  return {
    mode,
    async: true,
    callback: addressOf(scene, amdStatusCallback, amdStatusCallbackMethod),
    timeoutS: numberOf(rest['machineDetectionTimeout'], 30, 3, 59),
    speechThresholdMs: numberOf(rest['machineDetectionSpeechThreshold'], 2400, 1000, 6000),
    speechEndThresholdMs: numberOf(rest['machineDetectionSpeechEndThreshold'], 1200, 500, 5000),
    silenceTimeoutMs: numberOf(rest['machineDetectionSilenceTimeout'], 5000, 2000, 10_000),
  };
}

function firstAnswered(legs: readonly Call[]): Promise<Call | null> {
  return new Promise((resolve) => {
    let over = 0;
    if (legs.length === 0) resolve(null);
    for (const leg of legs) {
      leg.onAnswered = () => resolve(leg);
      leg.atEnd.push(() => {
        over += 1;
        if (over === legs.length) resolve(null);
      });
    }
  });
}

/** The document the callee hears before being joined; false when it ended the leg. */
async function whisper(noun: TwimlNode, leg: Call, scene: Scene): Promise<boolean> {
  const voice = addressOf(scene, noun.attributes['url'], noun.attributes['method']);
  if (!voice) return true;
  const result = await scene
    .perform(leg, voice, [], AbortSignal.any([scene.signal, leg.script.signal]))
    .catch(() => null);
  return result?.kind === 'next' && !leg.isOver;
}

async function talk(node: TwimlNode, leg: Call, scene: Scene): Promise<[string, string][]> {
  const { exchange, call } = scene;
  const part = bridge(call, leg);
  const mode = node.attributes['record'] ?? 'do-not-record';
  const recording = !/^(true|record-from-(answer|ringing))/.test(mode)
    ? null
    : exchange.recordings.start(call, {
        source: 'DialVerb',
        channels: mode.endsWith('-dual') ? 2 : 1,
        track: trackOf(node.attributes['recordingTrack']),
        trimSilence: trims(node),
        callback: recordingCallbackOf(node, scene),
      });
  const onStar = (digit: string): void => void (digit === '*' && hangUp(exchange, leg));
  if (isTrue(node.attributes['hangupOnStar'], false)) call.digitListeners.add(onStar);
  try {
    await orInterrupted(whenOver(leg), scene.signal);
  } finally {
    part();
    call.digitListeners.delete(onStar);
    if (recording) exchange.recordings.stop(recording.sid);
  }
  const about: [string, string][] = recording
    ? [
        ['RecordingUrl', exchange.recordings.mediaUrl(recording)],
        ['RecordingSid', recording.sid],
      ]
    : [];
  return outcome(leg, true, about);
}

function outcome(leg: Call | null, bridged: boolean, more: [string, string][]): [string, string][] {
  const status = leg === null ? 'failed' : leg.answeredAt !== null ? 'completed' : leg.status;
  return [
    ['DialCallStatus', status],
    ...(leg
      ? ([
          ['DialCallSid', leg.sid],
          ['DialCallDuration', String(leg.durationS ?? 0)],
        ] as [string, string][])
      : []),
    ['DialBridged', String(bridged)],
    ...more,
  ];
}
