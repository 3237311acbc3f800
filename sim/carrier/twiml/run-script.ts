import { Interrupted } from '../clock.ts';
import { endCall, hangUp, connectLine } from '../exchange/conduct.ts';
import { REDIRECTED, type Address, type Call, type CallOrders } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Params } from '../webhooks/sign.ts';
import { fetchDocument } from './fetch-document.ts';
import { parseTwiml, type TwimlNode } from './parse.ts';
import { schemaWarnings } from './schema-warnings.ts';
import { SpinGuard } from './spin-guard.ts';
import { NEXT, type Scene, type Verb, type VerbResult } from './verb.ts';
import { enqueue } from './noun-queue.ts';
import { connect } from './verbs-connect.ts';
import { dial } from './verbs-dial.ts';
import { hangup, leave, redirect, reject, start, stop } from './verbs-flow.ts';
import { gather, record } from './verbs-input.ts';
import { pause, play, say } from './verbs-sound.ts';

const VERBS: Readonly<Record<string, Verb>> = {
  Connect: connect,
  Dial: dial,
  Enqueue: enqueue,
  Gather: gather,
  Hangup: hangup,
  Leave: leave,
  Pause: pause,
  Play: play,
  Record: record,
  Redirect: redirect,
  Reject: reject,
  Say: say,
  Start: start,
  Stop: stop,
};

interface Document {
  verbs: readonly TwimlNode[];
  url: string | null;
}

/** Conducts a call by TwiML until it runs out, which hangs up. A later script (redirect) ends an earlier one. */
export function runScript(exchange: Exchange, call: Call, voice: CallOrders['voice']): void {
  if (call.isOver) return;
  call.script.abort(REDIRECTED);
  const script = new AbortController();
  call.script = script;
  conduct(exchange, call, voice, script.signal).catch((cause: unknown) => {
    if (cause instanceof Interrupted) return;
    process.stderr.write(`${JSON.stringify({ level: 'error', callSid: call.sid, fault: String(cause) })}\n`);
    hangUp(exchange, call);
  });
}

async function conduct(exchange: Exchange, call: Call, voice: CallOrders['voice'], signal: AbortSignal): Promise<void> {
  let result: VerbResult = NEXT;
  const guard = new SpinGuard();
  let document = await firstDocument(exchange, call, voice);
  while (document) {
    if (signal.aborted) return;
    result = await performVerbs(exchange, call, document, signal);
    if (result.kind !== 'go' || isLoop(exchange, call, guard, result.to.url)) break;
    document = await load(exchange, call, result.to, result.params);
  }
  if (signal.aborted) return;
  if (result.kind === 'reject') endCall(exchange, call, result.reason === 'busy' ? 'busy' : 'no-answer', 486);
  else hangUp(exchange, call);
}

function isLoop(exchange: Exchange, call: Call, guard: SpinGuard, url: string): boolean {
  if (!guard.spins(exchange.clock.now())) return false;
  exchange.notifications.add(call.sid, 11215, 'Documents follow each other without end', url);
  return true;
}

async function firstDocument(exchange: Exchange, call: Call, voice: CallOrders['voice']): Promise<Document | null> {
  if (!voice) return null;
  if ('url' in voice) {
    const amd: Params =
      call.answeredBy === null
        ? []
        : [
            ['AnsweredBy', call.answeredBy],
            ['MachineDetectionDuration', String(call.machineDetectionMs ?? 0)],
          ];
    return load(exchange, call, voice, amd);
  }
  const parsed = parseTwiml(voice.twiml);
  if (parsed.ok) return { verbs: parsed.verbs, url: null };
  exchange.notifications.add(call.sid, 12100, `Document parse failure: ${parsed.because}`);
  return null;
}

/** The document at an address, or the fallback's when it cannot be had. */
async function load(exchange: Exchange, call: Call, address: Address, extra: Params): Promise<Document | null> {
  const fetched = await fetchDocument(exchange, call, address, extra);
  if (fetched.ok) return { verbs: fetched.verbs, url: fetched.url };
  const { fallback } = call.orders;
  if (!fallback || fallback.url === address.url) return null;
  const second = await fetchDocument(exchange, call, fallback, [
    ...extra,
    ['ErrorCode', String(fetched.code)],
    ['ErrorUrl', fetched.url],
  ]);
  return second.ok ? { verbs: second.verbs, url: second.url } : null;
}

async function performVerbs(
  exchange: Exchange,
  call: Call,
  document: Document,
  signal: AbortSignal,
): Promise<VerbResult> {
  const scene: Scene = {
    exchange,
    call,
    signal,
    documentUrl: document.url,
    perform: (on, voice, extra, inner) => performAt(exchange, on, voice, extra, inner),
  };
  for (const node of document.verbs) {
    const verb = VERBS[node.name];
    if (!verb) {
      exchange.notifications.add(call.sid, 12200, `Schema validation warning: ${node.name} is not a verb`);
      continue;
    }
    if (signal.aborted) throw new Interrupted();
    // An inbound call counts as answered from its first verb that is not a rejection.
    if (call.answeredAt === null && node.name !== 'Reject') connectLine(exchange, call);
    for (const warning of schemaWarnings(node))
      exchange.notifications.add(call.sid, 12200, `Schema validation warning: ${warning}`);
    exchange.events.emit('twiml-verb', { callSid: call.sid, verb: node.name });
    const result = await verb(node, scene);
    if (result.kind !== 'next') return result;
  }
  return NEXT;
}

/** A document beside the call's own: while waiting, or whispered before a bridge. Redirects are followed within it. */
async function performAt(
  exchange: Exchange,
  call: Call,
  voice: Address,
  extra: Params,
  signal: AbortSignal,
): Promise<VerbResult> {
  let next: { to: Address; params: Params } = { to: voice, params: extra };
  const guard = new SpinGuard();
  while (!signal.aborted) {
    const fetched = await fetchDocument(exchange, call, next.to, next.params);
    if (!fetched.ok) return NEXT;
    const result = await performVerbs(exchange, call, { verbs: fetched.verbs, url: fetched.url }, signal);
    if (result.kind !== 'go') return result;
    if (isLoop(exchange, call, guard, result.to.url)) return NEXT;
    next = result;
  }
  return NEXT;
}
