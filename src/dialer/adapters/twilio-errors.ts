import twilio from 'twilio';
import type { PlaceOutcome } from '../ports.ts';

/** The connection was never made, so not a byte of the request left. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
const timedOut = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

const wordOf = (error: unknown, field: 'code' | 'status'): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[field] : undefined;

/** The HTTP status of an answer, null when there was none. Covers both error shapes of the SDK. */
export function httpStatusOf(error: unknown): number | null {
  const status = wordOf(error, 'status');
  const isAnswer = error instanceof twilio.RestException || typeof wordOf(error, 'code') === 'number';
  return typeof status === 'number' && isAnswer ? status : null;
}

export function vendorCodeOf(error: unknown): number | null {
  const code = wordOf(error, 'code');
  return typeof code === 'number' ? code : null;
}

/** What an error of a create says about whether the phone may be ringing. */
export function placeOutcomeOf(error: unknown): Exclude<PlaceOutcome, { kind: 'accepted' }> {
  const status = httpStatusOf(error);
  if (status === null) {
    const word = wordOf(error, 'code');
    if (typeof word === 'string' && neverSent.has(word)) return { kind: 'later', code: 0 };
    if (typeof word === 'string' && timedOut.has(word)) return { kind: 'unknown', cause: 'timeout' };
    return { kind: 'unknown', cause: error instanceof SyntaxError ? 'unreadable' : 'network' };
  }
  // 429 is the one answer that promises the request was never looked at.
  if (status === 429) return { kind: 'later', code: vendorCodeOf(error) ?? 20429 };
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'refused', code: vendorCodeOf(error) ?? status };
  return { kind: 'unknown', cause: 'server_error' };
}
