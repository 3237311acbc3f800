import { orInterrupted, waitFor } from '../clock.ts';
import type { CallQueue, QueuedCall } from '../exchange/meetings.ts';
import { bridge, whenOver } from './bridge.ts';
import type { TwimlNode } from './parse.ts';
import {
  NEXT,
  actionOf,
  addressOf,
  numberOf,
  tellAction,
  wasRedirected,
  type Scene,
  type Verb,
  type VerbResult,
} from './verb.ts';
import { holdMusic } from './verbs-sound.ts';

/** Calls one queue holds unless the verb says otherwise. */
const MAX_QUEUE_SIZE = 1000;
/** The average wait is over the latest of them. */
const KEPT_WAITS = 200;
/** A waiting document is asked for again, but no faster than this. */
const MIN_ROUND_MS = 1000;

type QueueResult = 'bridged' | 'hangup' | 'leave' | 'queue-full' | 'redirected' | 'redirected-from-bridged';
type Release = { result: 'bridged'; parted: Promise<void> } | { result: 'leave' };

/** `<Enqueue>`: waits, with music or the application's documents, until another call takes it. */
export const enqueue: Verb = async (node, scene) => {
  const { exchange } = scene;
  const queue = exchange.meetings.queue(node.text.trim() || 'default');
  const since = exchange.clock.now();
  const action = actionOf(scene, node, false);
  let waitedMs = 0;
  let isTaken = false;
  const params = (result: QueueResult): [string, string][] => [
    ['QueueResult', result],
    ['QueueSid', queue.sid],
    ['QueueTime', String(Math.round(waitedMs / 1000))],
  ];
  const goOn = (result: QueueResult): VerbResult =>
    action ? { kind: 'go', to: action, params: params(result) } : NEXT;
  if (queue.waiting.length >= numberOf(node.attributes['maxQueueSize'], MAX_QUEUE_SIZE, 1, 5000))
    return goOn('queue-full');
  const waiting = new AbortController();
  try {
    const release = await orInterrupted(waitToBeTaken(queue, node, scene, waiting), scene.signal).finally(() => {
      waiting.abort();
      waitedMs = exchange.clock.now() - since;
      queue.waitsMs.push(waitedMs);
      if (queue.waitsMs.length > KEPT_WAITS) queue.waitsMs.shift();
    });
    isTaken = release.result === 'bridged';
    if (release.result === 'bridged') await orInterrupted(release.parted, scene.signal);
    return goOn(release.result);
  } catch (cause) {
    if (action) tellAction(scene, action, 'enqueue', params(interruptedBy(wasRedirected(scene), isTaken)));
    throw cause;
  }
};

function interruptedBy(redirect: boolean, isTaken: boolean): QueueResult {
  if (redirect) return isTaken ? 'redirected-from-bridged' : 'redirected';
  return isTaken ? 'bridged' : 'hangup';
}

function waitToBeTaken(queue: CallQueue, node: TwimlNode, scene: Scene, waiting: AbortController): Promise<Release> {
  const { call, exchange } = scene;
  return new Promise((resolve) => {
    const entry: QueuedCall = {
      call,
      since: exchange.clock.now(),
      take(parted) {
        if (call.isOver || waiting.signal.aborted) return false;
        waiting.abort();
        resolve({ result: 'bridged', parted });
        return true;
      },
    };
    const forget = (): void => {
      const place = queue.waiting.indexOf(entry);
      if (place >= 0) queue.waiting.splice(place, 1);
    };
    waiting.signal.addEventListener('abort', forget);
    queue.waiting.push(entry);
    while (queue.takers.length > 0 && queue.waiting.includes(entry)) queue.takers.shift()?.(entry);
    if (!waiting.signal.aborted) {
      void entertain(queue, entry, node, scene, waiting.signal).then(
        (left) => left && resolve({ result: 'leave' }),
        () => undefined,
      );
    }
  });
}

/** Asks for the waiting document again and again; true when it said `<Leave>`. */
async function entertain(
  queue: CallQueue,
  entry: QueuedCall,
  node: TwimlNode,
  scene: Scene,
  waiting: AbortSignal,
): Promise<boolean> {
  const voice = addressOf(scene, node.attributes['waitUrl'], node.attributes['waitUrlMethod']);
  const signal = AbortSignal.any([scene.signal, waiting]);
  if (!voice) {
    const music = holdMusic();
    signal.addEventListener('abort', () => scene.call.stopPlaying(music));
    await scene.call.play(music);
    return false;
  }
  const { clock } = scene.exchange;
  while (!signal.aborted) {
    const askedAt = clock.now();
    const result = await scene.perform(scene.call, voice, queueParams(queue, entry, scene), signal);
    if (result.kind === 'leave' || result.kind === 'hang-up') return true;
    // An empty document, or one that cannot be had, must not be asked for as fast as it fails.
    await waitFor(clock, Math.max(0, askedAt + MIN_ROUND_MS - clock.now()), signal);
  }
  return false;
}

function queueParams(queue: CallQueue, entry: QueuedCall, scene: Scene): [string, string][] {
  const average =
    queue.waitsMs.length === 0 ? 0 : queue.waitsMs.reduce((sum, ms) => sum + ms, 0) / queue.waitsMs.length;
  return [
    ['QueuePosition', String(queue.waiting.indexOf(entry) + 1)],
    ['QueueSid', queue.sid],
    ['QueueTime', String(Math.round((scene.exchange.clock.now() - entry.since) / 1000))],
    ['AvgQueueTime', String(Math.round(average / 1000))],
    ['CurrentQueueSize', String(queue.waiting.length)],
    ['MaxQueueSize', String(MAX_QUEUE_SIZE)],
  ];
}

/** `<Dial><Queue>`: takes the call at the front, or waits for one as long as the Dial rings. */
export async function takeFromQueue(noun: TwimlNode, node: TwimlNode, scene: Scene): Promise<[string, string][]> {
  const { exchange, call } = scene;
  const queue = exchange.meetings.queue(noun.text.trim() || 'default');
  let part: () => void = () => undefined;
  const parted = new Promise<void>((resolve) => (part = resolve));
  const timeoutS = numberOf(node.attributes['timeout'], 30);
  const taken = await orInterrupted(nextInQueue(queue, timeoutS, parted, scene), scene.signal);
  if (!taken) return [['DialCallStatus', 'no-answer']];
  const since = exchange.clock.now();
  let separate: () => void = () => undefined;
  try {
    const voice = addressOf(scene, noun.attributes['url'], noun.attributes['method']);
    const signal = AbortSignal.any([scene.signal, taken.call.script.signal]);
    if (voice) await scene.perform(taken.call, voice, [], signal);
    separate = bridge(call, taken.call);
    await orInterrupted(whenOver(taken.call), scene.signal);
  } finally {
    separate();
    // The queued side goes on with its own document, whoever ended the talk.
    part();
  }
  return [
    ['DialCallStatus', 'completed'],
    ['DialCallSid', taken.call.sid],
    ['DialCallDuration', String(Math.round((exchange.clock.now() - since) / 1000))],
    ['DialBridged', 'true'],
  ];
}

function nextInQueue(
  queue: CallQueue,
  timeoutS: number,
  parted: Promise<void>,
  scene: Scene,
): Promise<QueuedCall | null> {
  for (const entry of [...queue.waiting]) if (entry.take(parted)) return Promise.resolve(entry);
  return new Promise((resolve) => {
    const taker = (entry: QueuedCall): boolean => {
      if (scene.call.isOver || scene.signal.aborted || !entry.take(parted)) return false;
      timer.cancel();
      resolve(entry);
      return true;
    };
    const timer = scene.exchange.clock.after(timeoutS * 1000, () => {
      queue.takers = queue.takers.filter((other) => other !== taker);
      resolve(null);
    });
    queue.takers.push(taker);
  });
}
