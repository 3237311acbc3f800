import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { classifyCarrierOutcome, classifyCreateRefusal, terminalStatuses } from '../../src/domain/carrier-outcome.ts';
import { addressesOf, tokenMatches } from '../../src/dialer/addresses.ts';
import { limiterOf } from '../../src/dialer/adapters/bull-queues.ts';
import { makeTwilioCallbacks } from '../../src/dialer/adapters/twilio-callbacks.ts';
import { twimlFor } from '../../src/dialer/adapters/twilio-carrier.ts';
import { placeOutcomeOf } from '../../src/dialer/adapters/twilio-errors.ts';
import { labelOf } from '../../src/dialer/figures.ts';
import { callerIdFor } from '../../src/dialer/choose-way.ts';
import { hashToken } from '../../src/platform/token-hash.ts';

const answer = (statusCode: number, body: unknown) =>
  new twilio.RestException({ statusCode, body: typeof body === 'string' ? body : JSON.stringify(body) });
const network = (code: string) => Object.assign(new Error(code), { code });

describe('what an error of a create means', () => {
  it.each([
    [
      '[DIAL-27] a refusal with its code',
      answer(400, { code: 21211, message: 'x', status: 400 }),
      { kind: 'refused', code: 21211 },
    ],
    ['[DIAL-27] a refusal without a code', answer(404, '<html>'), { kind: 'refused', code: 404 }],
    ['[DIAL-27] too many requests', answer(429, { code: 20429 }), { kind: 'later', code: 20429 }],
    ['[DIAL-27] a connection that was never made', network('ECONNREFUSED'), { kind: 'later', code: 0 }],
    ['[DIAL-27] a name that cannot be found', network('ENOTFOUND'), { kind: 'later', code: 0 }],
    ['[DIAL-27] a timeout', network('ECONNABORTED'), { kind: 'unknown', cause: 'timeout' }],
    ['[DIAL-27] a connection that broke', network('ECONNRESET'), { kind: 'unknown', cause: 'network' }],
    ['[DIAL-27] a server error', answer(500, { code: 20500 }), { kind: 'unknown', cause: 'server_error' }],
    ['[DIAL-27] an overloaded server', answer(503, { code: 20503 }), { kind: 'unknown', cause: 'server_error' }],
    ['[DIAL-27] a request timeout said by a proxy', answer(408, ''), { kind: 'unknown', cause: 'server_error' }],
    ['[DIAL-27] an answer that is no JSON', new SyntaxError('x'), { kind: 'unknown', cause: 'unreadable' }],
    ['[DIAL-27] something nobody thought of', 'x', { kind: 'unknown', cause: 'network' }],
  ])('%s', (_, error, outcome) => {
    expect(placeOutcomeOf(error)).toEqual(outcome);
  });
});

describe('words of the carrier', () => {
  const dialect = makeTwilioCallbacks({ authToken: '12345' }, 'https://example.com/');
  const sid = 'CA' + 'a'.repeat(32);

  it('[DIAL-8] the published example signature is accepted, and no other', async () => {
    const form = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675310',
      Digits: '1234',
      From: '+14158675310',
      To: '+18005551212',
    };
    const path = '/myapp.php?foo=1&bar=2';
    expect(await dialect.isAuthentic({ signature: 'L/OH5YylLD5NRKLltdqwSvS0BnU=', path, form })).toBe(true);
    expect(await dialect.isAuthentic({ signature: 'L/OH5YylLD5NRKLltdqwSvS0BnU=', path: '/myapp.php', form })).toBe(
      false,
    );
    expect(await dialect.isAuthentic({ signature: '', path, form })).toBe(false);
  });

  it('[DIAL-28] a status is read with its sequence, codes and instant', () => {
    const form = {
      CallSid: sid,
      CallStatus: 'no-answer',
      SequenceNumber: '3',
      SipResponseCode: '487',
      Timestamp: 'Tue, 24 Nov 2026 02:00:00 +0000',
    };
    expect(dialect.read('status', form)).toEqual({
      kind: 'status',
      sid,
      status: 'no-answer',
      sequence: 3,
      sipCode: 487,
      errorCode: null,
      at: Date.parse('2026-11-24T02:00:00Z'),
    });
    expect(dialect.read('status', { ...form, SequenceNumber: '-1' })).toBeNull();
    expect(dialect.read('status', { ...form, CallSid: '../x' })).toBeNull();
  });

  it.each([
    ['human', 'human'],
    ['machine_start', 'machine'],
    ['machine_end_beep', 'machine'],
    ['fax', 'fax'],
    ['unknown', 'unclear'],
    ['something_new', 'unclear'],
  ])('[DIAL-28] answered by %s', (word, answeredBy) => {
    expect(dialect.read('amd', { CallSid: sid, AnsweredBy: word })).toEqual({ kind: 'amd', sid, answeredBy });
  });

  it('[DIAL-29] the call’s instructions are the stream, the notice if there is one, and the end', () => {
    const addresses = addressesOf('https://dial.example/', 'attempt', 'token');
    expect(addresses.media).toBe('wss://dial.example/carrier/v1/media/attempt/token');
    expect(twimlFor({ addresses, farewell: null })).toContain(
      `<Response><Connect><Stream url="${addresses.media}"/></Connect><Hangup/></Response>`,
    );
    expect(twimlFor({ addresses, farewell: 'Call <us> back' })).toContain(
      '</Connect><Say>Call &lt;us&gt; back</Say><Hangup/>',
    );
  });

  it('[DIAL-9] a token is known by its hash alone', () => {
    expect(tokenMatches('token', hashToken('token'))).toBe(true);
    expect(tokenMatches('Token', hashToken('token'))).toBe(false);
    expect(tokenMatches('token', '')).toBe(false);
  });
});

describe('small rules', () => {
  it.each([
    ['[DIAL-30] half a call a second', 0.5, { max: 1, perMs: 2_000 }],
    ['[DIAL-30] one', 1, { max: 1, perMs: 1_000 }],
    ['[DIAL-30] two and a half', 2.5, { max: 2, perMs: 800 }],
    ['[DIAL-30] ten', 10, { max: 10, perMs: 1_000 }],
  ])('%s', (_, cps, limiter) => {
    expect(limiterOf(cps)).toEqual(limiter);
  });

  it('[DIAL-31] a line is always called from the same number, and lines are spread over the numbers', () => {
    const callerIds = ['a', 'b', 'c'].map((callerIdId) => ({ callerIdId, spent: false }));
    const chosen = Array.from({ length: 60 }, (_, line) => callerIdFor(callerIds, `line-${line}`));
    expect(chosen).toEqual(Array.from({ length: 60 }, (_, line) => callerIdFor(callerIds, `line-${line}`)));
    expect(new Set(chosen)).toEqual(new Set(['a', 'b', 'c']));
    expect(callerIdFor([], 'line')).toBeNull();
  });

  it('[TRK-7] the next number stands in for one that has made its calls of the day', () => {
    const fresh = ['a', 'b', 'c'].map((callerIdId) => ({ callerIdId, spent: false }));
    const usual = callerIdFor(fresh, 'line');
    const spent = fresh.map((one) => ({ ...one, spent: one.callerIdId === usual }));
    const other = callerIdFor(spent, 'line');
    expect(other).not.toBe(usual);
    expect(other).not.toBeNull();
    expect(
      callerIdFor(
        fresh.map((one) => ({ ...one, spent: true })),
        'line',
      ),
    ).toBeNull();
  });

  it('[DIAL-32] every reason of the outcome table is a label of its own; the others are told apart from them', () => {
    const codes = Array.from({ length: 800 }, (_, code) => code);
    const reasons = new Set([
      ...codes.map((cause) => classifyCarrierOutcome({ status: 'failed', cause }).reason),
      ...codes.map((sipCode) => classifyCarrierOutcome({ status: 'failed', sipCode }).reason),
      ...terminalStatuses.map((status) => classifyCarrierOutcome({ status }).reason),
      ...(['human', 'machine', 'fax', 'unclear'] as const).map(
        (answeredBy) => classifyCarrierOutcome({ status: 'completed', answeredBy }).reason,
      ),
      ...Array.from({ length: 25_000 }, (_, code) => classifyCreateRefusal(10_000 + code).reason),
    ]);
    for (const reason of reasons) expect(labelOf(reason)).toBe(reason);
    expect(labelOf('suppressed-live_call')).toBe('suppressed');
    expect(labelOf('a reason of tomorrow')).toBe('other');
  });
});
