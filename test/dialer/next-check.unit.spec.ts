import { describe, expect, it } from 'vitest';
import { intendedAttempt, type AttemptRecord } from '../../src/domain/attempt.ts';
import type { DialerTimings } from '../../src/dialer/dialer.ts';
import { nextCheck } from '../../src/dialer/next-check.ts';

const timings: DialerTimings = {
  launchPatienceMs: 30_000,
  paceTickMs: 1_000,
  pacePauseMs: 20,
  leaseMs: 5_000,
  reconcileEveryMs: 3_000,
  placingStaleMs: 40_000,
  unconfirmedPatienceMs: 120_000,
  askAfterMs: 15_000,
  laterPauseMs: 500,
  maxCallMs: 3_600_000,
  callbackTickMs: 500,
};
const sid = 'CA00000000000000000000000000000001';
const intendedAt = 1_000_000;

const given = (facts: Partial<AttemptRecord>): AttemptRecord => ({ ...intendedAttempt(intendedAt), ...facts });
const placing = given({ state: 'placing', placedAt: intendedAt });
const unconfirmed = given({ state: 'unconfirmed', placedAt: intendedAt, unknownAt: intendedAt });
const queued = given({ state: 'queued', placedAt: intendedAt, sid, queueMs: 10_000 });
const ringing = given({ state: 'ringing', placedAt: intendedAt, sid, ringingAt: intendedAt });
const answered = given({ state: 'answered', placedAt: intendedAt, sid, answeredAt: intendedAt });
const connected = given({ ...answered, state: 'connected', connected: { agentId: 'a', at: intendedAt } });
const streamEnded = given({ ...connected, mediaStoppedAt: intendedAt + 5_000 });
const unwanted = given({ ...connected, hangUpAsked: { by: 'agent', at: intendedAt } });
const abandonedByAgent = given({ ...connected, agentLostAt: intendedAt });
const fetch = { kind: 'fetch', sid, believeNone: false };
const leave = { kind: 'leave' };

describe('what reconciling does with a live attempt', () => {
  it.each([
    ['[DIAL-26] a fresh intent is left to its job', given({}), 3_999, 0, leave],
    ['[DIAL-26] an intent without a sign of a job is queued again', given({}), 4_000, 0, { kind: 'requeue' }],
    ['[DIAL-26] an intent is not given up at its dial-by instant', given({}), 32_000, 0, { kind: 'requeue' }],
    ['[DIAL-26] an intent past its dial-by instant has expired', given({}), 32_001, 0, { kind: 'expire' }],
    ['[DIAL-26] a request may take its time', placing, 39_999, 0, leave],
    ['[DIAL-26] a request that nobody came back from is unconfirmed', placing, 40_000, 0, { kind: 'mark-unconfirmed' }],
    ['[DIAL-26] an unconfirmed call is searched', unconfirmed, 3_000, 0, { kind: 'search', believeNone: false }],
    ['[DIAL-26] not twice in one pass', unconfirmed, 5_000, 3_000, leave],
    ['[DIAL-26] in the end none is believed', unconfirmed, 120_000, 0, { kind: 'search', believeNone: true }],
    ['[DIAL-26] a queued call is given the carrier’s queue', queued, 24_999, 0, leave],
    ['[DIAL-26] and then fetched', queued, 25_000, 0, fetch],
    ['[DIAL-26] a call may ring its time', ringing, 44_999, 0, leave],
    ['[DIAL-26] and is then fetched', ringing, 45_000, 0, fetch],
    ['[DIAL-26] an answered call is fetched after a while', answered, 15_000, 0, fetch],
    ['[DIAL-26] a talk is asked about once a minute', connected, 59_999, 0, leave],
    ['[DIAL-26] and no more often', connected, 60_000, 1_000, leave],
    ['[DIAL-26] a talk is asked about', connected, 60_000, 0, fetch],
    ['[DIAL-26] a stream that ended is asked about at once', streamEnded, 7_000, 0, fetch],
    ['[DIAL-26] a hang-up that did not work is asked for again', unwanted, 5_000, 0, { kind: 'end', sid }],
    ['[DIAL-26] so is one for a lost agent', abandonedByAgent, 5_000, 0, { kind: 'end', sid }],
    ['[DIAL-26] what has ended is left alone', given({ state: 'ended' }), 9_999_999, 0, leave],
  ])('%s', (_, record, afterMs, askedAfterMs, then) => {
    const askedAt = askedAfterMs === 0 ? 0 : intendedAt + askedAfterMs;
    const attempt = { record, dialByAt: intendedAt + 30_000, ringTimeoutMs: 30_000 };
    expect(nextCheck(attempt, intendedAt + afterMs, askedAt, timings)).toEqual(then);
  });
});
