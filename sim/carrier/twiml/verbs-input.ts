import { BEEP, ToneSource } from '../audio/tones.ts';
import { hasSound } from '../audio/frames.ts';
import { Interrupted } from '../clock.ts';
import type { Tap } from '../exchange/call.ts';
import { DigitBox } from './digit-box.ts';
import { recordingCallbackOf, trims } from './noun-recording.ts';
import type { TwimlNode } from './parse.ts';
import { NEXT, actionOf, isTrue, numberOf, playOut, tellAction, type Scene, type Verb } from './verb.ts';
import { pause, play, say } from './verbs-sound.ts';

const PROMPTS: Readonly<Record<string, Verb>> = { Say: say, Play: play, Pause: pause };

/** Listens for digits while its prompts play; the first digit silences them. */
export const gather: Verb = async (node, scene) => {
  const { timeout, finishOnKey = '#', numDigits, actionOnEmptyResult, bargeIn } = node.attributes;
  const wanted = numberOf(numDigits, Infinity, 1);
  const box = new DigitBox(scene.call, scene.exchange.clock, scene.signal);
  const prompting = new AbortController();
  const prompts = playPrompts(node, { ...scene, signal: AbortSignal.any([scene.signal, prompting.signal]) });
  let digits = '';
  let finishedOn = '';
  try {
    let key = await box.next(Infinity, prompts);
    key ??= await box.next(numberOf(timeout, 5) * 1000);
    while (key !== null && !finishOnKey.includes(key)) {
      if (isTrue(bargeIn, true)) prompting.abort();
      digits += key;
      if (digits.length >= wanted) break;
      key = await box.next(numberOf(timeout, 5) * 1000);
    }
    // Empty when the number of digits or the time was what ended it.
    if (key !== null && finishOnKey.includes(key)) finishedOn = key;
  } finally {
    prompting.abort();
    box.close();
  }
  if (digits === '' && actionOnEmptyResult !== 'true') return NEXT;
  const action = actionOf(scene, node, true);
  return action
    ? {
        kind: 'go',
        to: action,
        params: [
          ['Digits', digits],
          ['FinishedOnKey', finishedOn],
        ],
      }
    : NEXT;
};

async function playPrompts(node: TwimlNode, scene: Scene): Promise<void> {
  try {
    for (const child of node.children) await PROMPTS[child.name]?.(child, scene);
  } catch (cause) {
    if (!(cause instanceof Interrupted)) throw cause;
  }
}

/** Records the caller until silence, a key, the longest length or the hang-up. */
export const record: Verb = async (node, scene) => {
  const { exchange, call } = scene;
  const { timeout, finishOnKey = '1234567890*#', maxLength, playBeep } = node.attributes;
  if (isTrue(playBeep, true)) await playOut(scene, new ToneSource(BEEP));
  const recording = exchange.recordings.start(call, {
    source: 'RecordVerb',
    channels: 1,
    track: 'inbound',
    trimSilence: trims(node),
    callback: recordingCallbackOf(node, scene),
  });
  const ear = makeSilenceEar(numberOf(timeout, 5) * 1000);
  call.taps.add(ear.tap);
  const box = new DigitBox(call, exchange.clock, scene.signal);
  const action = actionOf(scene, node, true);
  const params = (digits: string): [string, string][] => [
    ['RecordingUrl', exchange.recordings.mediaUrl(recording)],
    ['RecordingSid', recording.sid],
    ['RecordingDuration', String(Math.max(1, Math.round((exchange.clock.now() - recording.startedAt) / 1000)))],
    ['Digits', digits],
  ];
  try {
    const deadline = exchange.clock.now() + numberOf(maxLength, 3600) * 1000;
    let key = await box.next(Math.max(0, deadline - exchange.clock.now()), ear.silent);
    while (key !== null && !finishOnKey.includes(key)) {
      key = await box.next(Math.max(0, deadline - exchange.clock.now()), ear.silent);
    }
    if (!ear.heardSound()) return NEXT;
    return action ? { kind: 'go', to: action, params: params(key ?? '') } : NEXT;
  } catch (cause) {
    if (call.isOver && action) tellAction(scene, action, 'record', params('hangup'));
    throw cause;
  } finally {
    box.close();
    call.taps.delete(ear.tap);
    exchange.recordings.stop(recording.sid);
  }
};

function makeSilenceEar(timeoutMs: number): { tap: Tap; silent: Promise<void>; heardSound: () => boolean } {
  let quietMs = 0;
  let heard = false;
  let report: () => void = () => undefined;
  const silent = new Promise<void>((resolve) => (report = resolve));
  const tap: Tap = (fromParty) => {
    const sounds = hasSound(fromParty);
    heard ||= sounds;
    quietMs = sounds ? 0 : quietMs + 20;
    if (timeoutMs > 0 && quietMs >= timeoutMs) report();
  };
  return { tap, silent, heardSound: () => heard };
}
