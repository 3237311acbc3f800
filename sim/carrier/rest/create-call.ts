import { Call, type CallbackEvent, type CallOrders, type MachineDetectionOrders } from '../exchange/call.ts';
import { enqueueCall } from '../exchange/conduct.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { ApiError } from './api-error.ts';
import type { Form } from './form.ts';
import { recordingOrdersIn } from './recording-orders.ts';
import { addressIn } from './urls.ts';

export const MAX_TWIML = 4000;
const DEFAULT_TIME_LIMIT_S = 14_400;
const PHONE = /^\+[1-9]\d{6,14}$/;
const CALLBACK_EVENTS = ['initiated', 'ringing', 'answered', 'completed'] as const satisfies readonly CallbackEvent[];

/** Checks the create request in the carrier's order and enters the call into the queue. */
export function createCall(exchange: Exchange, form: Form): Call {
  const { to, from } = partiesIn(exchange, form);
  const voice = voiceIn(form);
  const orders: CallOrders = {
    voice,
    fallback: addressIn(form, 'FallbackUrl', 'FallbackMethod'),
    statusCallback: statusCallbackIn(form),
    timeoutS: form.integer('Timeout', { low: 1, high: 600, code: 21208 }) ?? 60,
    timeLimitS: timeLimitIn(form) ?? DEFAULT_TIME_LIMIT_S,
    sendDigits: sendDigitsIn(form),
    machineDetection: form.text('SendDigits') === null ? machineDetectionIn(form) : null,
  };
  const recording =
    form.text('Record') === 'true' ? recordingOrdersIn(form, 'OutboundAPI', exchange.settings.createTrimDefault) : null;
  refuseByNumber(exchange, to);
  refuseByLoad(exchange);
  const { accountSid } = exchange.settings;
  const call = new Call({
    accountSid,
    to,
    from,
    direction: 'outbound-api',
    parentCallSid: null,
    createdAt: exchange.clock.now(),
    orders,
  });
  call.phoneNumberSid = exchange.numbers.byPhoneNumber(from)?.sid ?? null;
  if (recording) call.recordFromAnswer = () => void exchange.recordings.start(call, recording);
  enqueueCall(exchange, call);
  if (form.text('Url') !== null && form.text('Twiml') !== null) {
    exchange.notifications.add(call.sid, 32019, 'Both Url and Twiml were given; Url is used');
  }
  return call;
}

export const timeLimitIn = (form: Form): number | null =>
  form.integer('TimeLimit', { low: 1, high: 86_400, code: 20001 });

function partiesIn(exchange: Exchange, form: Form): { to: string; from: string } {
  const to = normalNumber(form.text('To'));
  const from = normalNumber(form.text('From'));
  if (to === null) throw new ApiError(400, 21201, "No 'To' number is specified");
  if (from === null) throw new ApiError(400, 21213, "No 'From' number is specified");
  const toIsPhone = !/^(sip|client):/.test(to);
  if (toIsPhone && !PHONE.test(to)) throw new ApiError(400, 21211, "Invalid 'To' Phone Number");
  if (!/^(sip|client):.+/.test(to) && !toIsPhone) throw new ApiError(400, 21211, "Invalid 'To' address");
  if (toIsPhone && !PHONE.test(from)) throw new ApiError(400, 21212, "Invalid 'From' Phone Number");
  if (exchange.population.verifiesFrom && !exchange.numbers.byPhoneNumber(from)) {
    throw new ApiError(400, 21210, "'From' phone number not verified");
  }
  return { to, from };
}

/** Punctuation people write into numbers is no part of them. */
function normalNumber(value: string | null): string | null {
  if (value === null) return null;
  const trimmed = value.trim();
  return /^\+[\d\s().-]+$/.test(trimmed) ? trimmed.replace(/[^\d+]/g, '') : trimmed;
}

function voiceIn(form: Form): NonNullable<CallOrders['voice']> {
  const application = form.text('ApplicationSid');
  if (application !== null)
    throw new ApiError(400, 21218, 'Invalid ApplicationSid: this carrier holds no applications');
  const twiml = form.text('Twiml');
  if (twiml !== null && twiml.length > MAX_TWIML)
    throw new ApiError(400, 32018, `Twiml exceeds ${MAX_TWIML} characters`);
  const address = addressIn(form, 'Url', 'Method');
  if (address) return address;
  if (twiml === null) throw new ApiError(400, 21205, 'Url parameter is required');
  return { twiml };
}

export function statusCallbackIn(form: Form): CallOrders['statusCallback'] {
  const address = addressIn(form, 'StatusCallback', 'StatusCallbackMethod');
  const words = form.words('StatusCallbackEvent');
  const events = words.map((word) => {
    const event = CALLBACK_EVENTS.find((candidate) => candidate === word);
    if (!event) throw new ApiError(400, 20001, `StatusCallbackEvent ${word} is not an event`);
    return event;
  });
  return address ? { ...address, events: new Set(events.length > 0 ? events : ['completed' as const]) } : null;
}

function sendDigitsIn(form: Form): string | null {
  const digits = form.text('SendDigits');
  if (digits !== null && !/^[0-9A-D#*wW]{1,32}$/.test(digits)) throw new ApiError(400, 21206, 'Invalid SendDigits');
  return digits;
}

function machineDetectionIn(form: Form): MachineDetectionOrders | null {
  const mode = form.choice('MachineDetection', ['Enable', 'DetectMessageEnd', 'none'] as const, 21234);
  const within = (name: string, low: number, high: number, otherwise: number): number =>
    form.integer(name, { low, high, code: 21234 }) ?? otherwise;
  const orders = {
    timeoutS: within('MachineDetectionTimeout', 3, 59, 30),
    speechThresholdMs: within('MachineDetectionSpeechThreshold', 1000, 6000, 2400),
    speechEndThresholdMs: within('MachineDetectionSpeechEndThreshold', 500, 5000, 1200),
    silenceTimeoutMs: within('MachineDetectionSilenceTimeout', 2000, 10_000, 5000),
    async: form.choice('AsyncAmd', ['true', 'false'] as const, 21234) === 'true',
    callback: addressIn(form, 'AsyncAmdStatusCallback', 'AsyncAmdStatusCallbackMethod'),
  };
  return mode === null || mode === 'none' ? null : { mode, ...orders };
}

function refuseByNumber(exchange: Exchange, to: string): void {
  const code = exchange.population.calleeOf(to)?.profile.refuseCode;
  if (code !== undefined) throw new ApiError(400, code, 'The carrier does not route calls to this number');
}

function refuseByLoad(exchange: Exchange): void {
  if (exchange.cps.isFull) throw new ApiError(400, 22005, 'Call queue is full');
  let alive = 0;
  for (const call of exchange.calls.values()) if (!call.isOver) alive += 1;
  if (alive >= exchange.settings.maxConcurrentCalls) throw new ApiError(400, 10004, 'Call concurrency limit exceeded');
}
