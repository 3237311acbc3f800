import { makeDice } from '../dice.ts';
import type { CallPlan } from '../population/population.ts';
import { Call } from './call.ts';
import { endCall, later } from './conduct.ts';
import type { Exchange } from './exchange.ts';

export interface InboundOrders {
  from: string;
  to: string;
  /** How long the caller stays once answered; by default what the population says. */
  talkMs?: number | undefined;
  /** How long the caller lets it ring. */
  patienceMs?: number | undefined;
}

const PATIENCE_MS = 60_000;

/** Somebody dials one of the account's numbers. Null when the account has no such number. */
export function receiveCall(exchange: Exchange, orders: InboundOrders): Call | null {
  const own = exchange.numbers.byPhoneNumber(orders.to);
  if (!own) return null;
  const now = exchange.clock.now();
  const call = new Call({
    accountSid: exchange.settings.accountSid,
    to: orders.to,
    from: orders.from,
    direction: 'inbound',
    parentCallSid: null,
    createdAt: now,
    orders: {
      voice: own.voiceUrl === null ? null : { url: own.voiceUrl, method: own.voiceMethod },
      fallback: own.voiceFallbackUrl === null ? null : { url: own.voiceFallbackUrl, method: own.voiceFallbackMethod },
      // Only the end of a call to an own number is called back.
      statusCallback:
        own.statusCallback === ''
          ? null
          : { url: own.statusCallback, method: own.statusCallbackMethod, events: new Set(['completed']) },
      timeoutS: PATIENCE_MS / 1000,
      timeLimitS: 14_400,
      sendDigits: null,
      machineDetection: null,
    },
  });
  call.phoneNumberSid = own.sid;
  call.startedAt = now;
  call.status = 'ringing';
  call.plan = callerPlan(exchange, orders);
  exchange.calls.set(call.sid, call);
  exchange.events.emit('call-created', { callSid: call.sid });
  exchange.events.emit('call-ringing', { callSid: call.sid });
  later(exchange, call, orders.patienceMs ?? PATIENCE_MS, () => {
    if (call.answeredAt === null) endCall(exchange, call, 'no-answer', 487);
  });
  exchange.runScript(call, call.orders.voice);
  return call;
}

/** Whoever calls is a person and on the line, whatever they do when they are called. */
function callerPlan(exchange: Exchange, orders: InboundOrders): CallPlan {
  const callee = exchange.population.calleeOf(orders.from) ?? {
    number: orders.from,
    profileName: 'caller',
    voiceHz: 300,
    profile: {},
  };
  const profile = orders.talkMs === undefined ? callee.profile : { ...callee.profile, talkMs: orders.talkMs };
  return {
    callee: { ...callee, profile },
    outcome: 'answer',
    who: 'debtor',
    dialMs: 0,
    ringMs: 0,
    signalsRinging: true,
    sipCode: null,
    dice: makeDice(`${exchange.settings.seed}:caller:${orders.from}:${exchange.calls.size}`),
  };
}
