import { ToneSource, dtmfSteps } from '../audio/tones.ts';
import type { Timer } from '../clock.ts';
import { castParty } from '../party/cast.ts';
import type { Outcome } from '../population/schema.ts';
import type { Params } from '../webhooks/sign.ts';
import { detectMachine } from './detect-machine.ts';
import type { Call, CallbackEvent, FinalStatus } from './call.ts';
import { statusParams } from './call-params.ts';
import type { Exchange } from './exchange.ts';

/** The life of a leg, from the slot in the queue to its end. Every step is a no-op on a call that is over. */

const NETWORK_OUTCOMES: ReadonlySet<Outcome> = new Set(['busy', 'vacant', 'rejected', 'powered_off', 'failed']);
/** Carriers answer 404 and 503 at once, without any ringing. */
const SILENT_OUTCOMES: ReadonlySet<Outcome> = new Set(['vacant', 'failed', 'powered_off']);

export function later(exchange: Exchange, call: Call, ms: number, run: () => void): Timer {
  const timer = exchange.clock.after(ms, () => {
    call.timers.delete(timer);
    if (!call.isOver) run();
  });
  call.timers.add(timer);
  return timer;
}

/** Enters the account's queue; the call is dialed when its slot comes. */
export function enqueueCall(exchange: Exchange, call: Call): void {
  call.queueMs = Math.round(exchange.cps.estimateMs());
  exchange.calls.set(call.sid, call);
  forgetOldCalls(exchange);
  exchange.events.emit('call-created', { callSid: call.sid });
  exchange.cps.enter(call.sid, () => later(exchange, call, exchange.settings.releaseMs, () => dial(exchange, call)));
}

/** Legs of `<Dial>` are not held back by the account's rate. */
export function dial(exchange: Exchange, call: Call): void {
  const now = exchange.clock.now();
  touch(exchange, call);
  call.startedAt = now;
  call.plan = exchange.population.plan(call.to, now);
  exchange.events.emit('call-initiated', { callSid: call.sid });
  notifyStatus(exchange, call, 'initiated', 'initiated');
  const plan = call.plan;
  if (!plan) {
    later(exchange, call, 100, () => endCall(exchange, call, 'failed', 480));
    return;
  }
  later(exchange, call, plan.dialMs, () => {
    if (SILENT_OUTCOMES.has(plan.outcome)) {
      endByNetwork(exchange, call, plan.sipCode ?? 503);
      return;
    }
    ring(exchange, call, plan.signalsRinging && plan.outcome !== 'busy');
  });
}

function ring(exchange: Exchange, call: Call, signalled: boolean): void {
  const plan = call.plan;
  if (!plan) return;
  if (signalled) {
    call.status = 'ringing';
    touch(exchange, call);
    exchange.events.emit('call-ringing', { callSid: call.sid });
    notifyStatus(exchange, call, 'ringing', 'ringing');
  }
  const patienceMs = call.orders.timeoutS * 1000 + exchange.settings.ringBufferMs;
  const rings = plan.outcome === 'no_answer' ? Infinity : plan.outcome === 'busy' ? 0 : plan.ringMs;
  if (rings > patienceMs) {
    later(exchange, call, patienceMs, () => endCall(exchange, call, 'no-answer', 487));
    return;
  }
  later(exchange, call, rings, () => {
    if (NETWORK_OUTCOMES.has(plan.outcome)) endByNetwork(exchange, call, plan.sipCode ?? 486);
    else answer(exchange, call);
  });
}

function endByNetwork(exchange: Exchange, call: Call, sipCode: number): void {
  endCall(exchange, call, exchange.settings.statusBySipCode[String(sipCode)] ?? 'failed', sipCode);
}

/** The far end lifts the receiver. */
function answer(exchange: Exchange, call: Call): void {
  connectLine(exchange, call);
  void conductAnswered(exchange, call);
}

/** Puts the far party on the line: audio flows both ways from here to the end. */
export function connectLine(exchange: Exchange, call: Call): void {
  const plan = call.plan;
  if (!plan || call.isOver || call.answeredAt !== null) return;
  call.status = 'in-progress';
  call.answeredAt = exchange.clock.now();
  touch(exchange, call);
  call.party = castParty(plan);
  exchange.pump.add(call);
  call.recordFromAnswer?.();
  exchange.events.emit('call-answered', { callSid: call.sid, outcome: plan.outcome, who: plan.who });
  notifyStatus(exchange, call, 'answered', 'in-progress');
  limitTime(exchange, call);
}

/** Counted from the answer, also when the limit is changed later. */
export function limitTime(exchange: Exchange, call: Call): void {
  call.timeLimit?.cancel();
  if (call.answeredAt === null) return;
  const leftMs = call.answeredAt + call.orders.timeLimitS * 1000 - exchange.clock.now();
  call.timeLimit = later(exchange, call, leftMs, () => {
    exchange.notifications.add(call.sid, 32015, 'Call exceeded its maximum duration');
    endCall(exchange, call, 'completed', 200);
  });
}

async function conductAnswered(exchange: Exchange, call: Call): Promise<void> {
  const detection = call.orders.machineDetection;
  if (call.orders.sendDigits !== null) await call.play(new ToneSource(dtmfSteps(call.orders.sendDigits)));
  else if (detection) {
    const verdict = detectMachine(exchange, call, detection);
    if (!detection.async) await verdict;
  }
  if (call.isOver) return;
  if (call.onAnswered) call.onAnswered();
  else exchange.runScript(call, call.orders.voice);
}

/** The end, once and for all: the first ending wins. */
export function endCall(exchange: Exchange, call: Call, status: FinalStatus, sipCode: number | null): void {
  if (call.isOver) return;
  call.endedAt = exchange.clock.now();
  call.status = status;
  call.sipCode = sipCode;
  touch(exchange, call);
  exchange.cps.leave(call.sid);
  for (const timer of call.timers) timer.cancel();
  call.timers.clear();
  call.script.abort();
  exchange.pump.remove(call);
  for (const finish of call.atEnd.splice(0)) finish();
  call.taps.clear();
  call.digitListeners.clear();
  call.heard.finish();
  call.spoken.finish();
  call.party = null;
  notifyStatus(exchange, call, 'completed', status);
  exchange.events.emit('call-ended', { callSid: call.sid, status, sipCode });
}

/** Hang-up from either side of a call in whatever state it is. */
export function hangUp(exchange: Exchange, call: Call): void {
  if (call.answeredAt === null) endCall(exchange, call, call.direction === 'inbound' ? 'no-answer' : 'canceled', 487);
  else endCall(exchange, call, 'completed', 200);
}

export function touch(exchange: Exchange, call: Call): void {
  call.updatedAt = exchange.clock.now();
}

function notifyStatus(exchange: Exchange, call: Call, event: CallbackEvent, status: string): void {
  const target = call.orders.statusCallback;
  if (!target?.events.has(event)) return;
  const sequence = call.sequence;
  call.sequence += 1;
  const recording: Params = event === 'completed' ? exchange.recordings.paramsOfCall(call) : [];
  void exchange.webhooks.fire({
    kind: 'status',
    event,
    callSid: call.sid,
    to: call.to,
    url: target.url,
    method: target.method,
    params: statusParams(call, status, sequence, exchange.clock.now(), recording),
  });
}

function forgetOldCalls(exchange: Exchange): void {
  for (const [sid, call] of exchange.calls) {
    if (exchange.calls.size <= exchange.settings.keptCalls) return;
    // A call that is still alive stays, and does not keep the ones behind it.
    if (call.isOver) exchange.calls.delete(sid);
  }
}
