import type { Profile } from '../population/schema.ts';
import { callParams } from './call-params.ts';
import type { Call, MachineDetectionOrders, Tap } from './call.ts';
import type { Exchange } from './exchange.ts';
import { MachineEar, type AnsweredBy } from './machine-ear.ts';

/** Listens until there is a verdict or the call is over; in the asynchronous form the verdict is also called back. */
export function detectMachine(exchange: Exchange, call: Call, orders: MachineDetectionOrders): Promise<void> {
  const ear = new MachineEar(orders);
  const startedAt = exchange.clock.now();
  return new Promise((resolve) => {
    const settle = (verdict: AnsweredBy | null): void => {
      if (!call.taps.delete(tap) && verdict !== null) return;
      if (verdict !== null) report(exchange, call, orders, verdict, Math.round(exchange.clock.now() - startedAt));
      else if (exchange.settings.amdAfterEnd && orders.async) report(exchange, call, orders, 'unknown', 0);
      resolve();
    };
    const tap: Tap = (fromParty) => {
      const heard = ear.hear(fromParty);
      if (heard !== null) settle(forced(call.plan?.callee.profile.amdVerdict, orders) ?? heard);
    };
    call.taps.add(tap);
    call.atEnd.push(() => settle(null));
  });
}

function forced(verdict: Profile['amdVerdict'], orders: MachineDetectionOrders): AnsweredBy | null {
  if (verdict === undefined) return null;
  if (verdict !== 'machine') return verdict;
  return orders.mode === 'Enable' ? 'machine_start' : 'machine_end_beep';
}

function report(
  exchange: Exchange,
  call: Call,
  orders: MachineDetectionOrders,
  verdict: AnsweredBy,
  afterMs: number,
): void {
  call.answeredBy = verdict;
  call.machineDetectionMs = afterMs;
  exchange.events.emit('amd-verdict', { callSid: call.sid, answeredBy: verdict, afterMs });
  if (!orders.async || !orders.callback) return;
  void exchange.webhooks.fire({
    kind: 'amd',
    event: verdict,
    callSid: call.sid,
    to: call.to,
    url: orders.callback.url,
    method: orders.callback.method,
    params: [
      ...callParams(call).filter(([key]) => key === 'CallSid' || key === 'AccountSid'),
      ['AnsweredBy', verdict],
      ['MachineDetectionDuration', String(afterMs)],
    ],
  });
}
