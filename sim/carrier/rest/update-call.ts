import type { Call } from '../exchange/call.ts';
import { endCall, hangUp, limitTime, touch } from '../exchange/conduct.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { ApiError } from './api-error.ts';
import { MAX_TWIML, timeLimitIn } from './create-call.ts';
import type { Form } from './form.ts';
import { addressIn } from './urls.ts';

/** Ends or redirects a call. A call that is already over refuses everything with 21220. */
export function updateCall(exchange: Exchange, call: Call, form: Form): void {
  const status = form.choice('Status', ['canceled', 'completed'] as const, 20001);
  const address = addressIn(form, 'Url', 'Method');
  const twiml = form.text('Twiml');
  if (address && twiml !== null) throw new ApiError(400, 20001, 'Url and Twiml are mutually exclusive');
  if (twiml !== null && twiml.length > MAX_TWIML)
    throw new ApiError(400, 32018, `Twiml exceeds ${MAX_TWIML} characters`);
  // Everything is read before anything is changed.
  const timeLimitS = timeLimitIn(form);
  const statusCallback = addressIn(form, 'StatusCallback', 'StatusCallbackMethod');
  const fallback = addressIn(form, 'FallbackUrl', 'FallbackMethod');
  if (call.isOver) throw new ApiError(400, 21220, `Call is not in-progress. Cannot ${status ? 'end' : 'redirect'}.`);
  if ((address || twiml !== null) && call.status !== 'in-progress') {
    throw new ApiError(400, 21220, 'Call is not in-progress. Cannot redirect.');
  }
  if (status === 'canceled' && call.status === 'in-progress') {
    throw new ApiError(400, 21220, 'Call is in-progress. Cannot cancel.');
  }
  if (statusCallback) {
    call.orders = {
      ...call.orders,
      statusCallback: { ...statusCallback, events: call.orders.statusCallback?.events ?? new Set(['completed']) },
    };
  }
  if (fallback) call.orders = { ...call.orders, fallback };
  if (timeLimitS !== null) {
    call.orders = { ...call.orders, timeLimitS };
    limitTime(exchange, call);
  }
  touch(exchange, call);
  if (status === 'canceled') endCall(exchange, call, 'canceled', 487);
  else if (status === 'completed') hangUp(exchange, call);
  else if (address || twiml !== null) exchange.runScript(call, address ?? { twiml: twiml ?? '' });
}
