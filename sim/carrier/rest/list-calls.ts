import type { Call } from '../exchange/call.ts';
import { ApiError } from './api-error.ts';
import type { Form } from './form.ts';

const DAY_MS = 86_400_000;

/** Newest first, as the carrier lists them. Filter names are case-sensitive and carry their comparison: `StartTime>`. */
export function listCalls(calls: Iterable<Call>, query: Form): Call[] {
  const fits = [
    equals(query.text('To'), (call) => call.to),
    equals(query.text('From'), (call) => call.from),
    equals(query.text('Status'), (call) => call.status),
    equals(query.text('ParentCallSid'), (call) => call.parentCallSid),
    ...within<Call>(query, 'StartTime', (call) => call.startedAt),
    ...within<Call>(query, 'EndTime', (call) => call.endedAt),
  ];
  return [...calls].filter((call) => fits.every((fit) => fit(call))).reverse();
}

type Fit<T> = (entry: T) => boolean;

const equals = (wanted: string | null, read: (call: Call) => string | null): Fit<Call> =>
  wanted === null ? () => true : (call) => read(call) === wanted;

/** A bare date means the whole of that day, in UTC; calls without the instant fit no filter on it. */
export function within<T>(query: Form, name: string, read: (entry: T) => number | null): Fit<T>[] {
  const compare = (suffix: string, holds: (at: number, from: number, to: number) => boolean): Fit<T> => {
    const text = query.text(name + suffix);
    if (text === null) return () => true;
    const from = Date.parse(text);
    if (Number.isNaN(from)) throw new ApiError(400, 20001, `${name}${suffix} is not a date`);
    const to = /^\d{4}-\d{2}-\d{2}$/.test(text) ? from + DAY_MS : from + 1000;
    return (entry) => {
      const at = read(entry);
      return at !== null && holds(at, from, to);
    };
  };
  return [
    compare('', (at, from, to) => at >= from && at < to),
    compare('<', (at, _from, to) => at < to),
    compare('>', (at, from) => at >= from),
  ];
}
