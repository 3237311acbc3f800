import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAttemptEvent, intendedAttempt, type AttemptEvent, type AttemptRecord } from '../../src/domain/attempt.ts';
import { attemptStates, type AttemptState } from '../../src/domain/vocabulary.ts';

const apply = (events: readonly AttemptEvent[], from = intendedAttempt(0)): AttemptRecord =>
  events.reduce((record, event) => {
    const step = applyAttemptEvent(record, event);
    return step.kind === 'moved' ? step.to : record;
  }, from);

type CarrierStatus = (AttemptEvent & { readonly type: 'carrierStatus' })['status'];
const status = (name: CarrierStatus, at: number, sipCode: number | null = null): AttemptEvent => ({
  type: 'carrierStatus',
  at,
  sid: 'CA1',
  status: name,
  sequence: null,
  sipCode,
  cause: null,
  errorCode: null,
});

const placing: AttemptEvent = { type: 'placing', at: 1 };
const accepted: AttemptEvent = { type: 'createAccepted', at: 2, sid: 'CA1', queueMs: 100 };
const unknown: AttemptEvent = { type: 'createUnknown', at: 2 };
const media: AttemptEvent = { type: 'mediaStarted', at: 11, sid: 'CA1' };
const connected: AttemptEvent = { type: 'connected', at: 12, agentId: 'anna' };

describe('the attempt machine', () => {
  it('[ATT-1] runs from the intent to the end through every state', () => {
    const way: [AttemptEvent, AttemptState][] = [
      [placing, 'placing'],
      [accepted, 'queued'],
      [status('initiated', 3), 'queued'],
      [status('ringing', 4), 'ringing'],
      [status('in-progress', 10), 'answered'],
      [media, 'answered'],
      [connected, 'connected'],
      [status('completed', 60), 'ended'],
    ];
    let record = intendedAttempt(0);
    expect(record.state).toBe('intended');
    for (const [event, state] of way) {
      record = apply([event], record);
      expect(record.state).toBe(state);
    }
    expect(record).toMatchObject({ sid: 'CA1', queueMs: 100, answeredAt: 10, mediaStartedAt: 11 });
    expect(record.ending).toEqual({ at: 60, fault: 'none', reason: 'callee-hung-up', systemResult: null });
  });

  it('[ATT-2] silence after the request leaves the attempt unconfirmed, any sign of the call finds it again', () => {
    const silent = apply([placing, unknown]);
    expect(silent.state).toBe('unconfirmed');
    expect(silent.ending).toBeNull();
    expect(apply([accepted], silent).state).toBe('queued');
    expect(apply([status('ringing', 5)], silent).state).toBe('ringing');
    expect(apply([media], silent).state).toBe('answered');
    expect(apply([{ type: 'notFound', at: 99 }], silent)).toMatchObject({
      state: 'ended',
      ending: { at: 99, fault: 'carrier', reason: 'never-placed', systemResult: 'FAILED' },
    });
  });

  it('[ATT-11] an ask that was refused and handed on leads back to the intent; silence of the next ask is its own', () => {
    const handedOn: AttemptEvent = { type: 'handedOn', at: 3, ask: 1 };
    const refused = apply([placing, handedOn]);
    expect(refused).toMatchObject({ state: 'intended', asks: 1, handedOn: 1, ending: null });
    const again: AttemptEvent = { type: 'placing', at: 4, ask: 2 };
    expect(apply([again], refused)).toMatchObject({ state: 'placing', placedAt: 4, asks: 2 });
    expect(apply([again, handedOn, placing])).toEqual(apply([again], refused));
    expect(apply([again, unknown], refused).state).toBe('unconfirmed');
    expect(apply([{ type: 'expired', at: 9 }], refused)).toMatchObject({ state: 'ended' });
  });

  it('[ATT-3] a callback that overtakes the create response loses nothing', () => {
    const overtaken = apply([placing, status('ringing', 4), status('busy', 8, 486), accepted]);
    expect(overtaken).toMatchObject({ state: 'ended', sid: 'CA1', queueMs: 100, ringingAt: 4 });
    expect(overtaken.ending).toMatchObject({ fault: 'callee', reason: 'busy', systemResult: 'BUSY' });
  });

  it('[ATT-4] the media stream alone is an answer', () => {
    expect(apply([placing, accepted, media])).toMatchObject({ state: 'answered', answeredAt: 11, mediaStartedAt: 11 });
    expect(apply([media, status('in-progress', 10)]).answeredAt).toBe(10);
  });

  it('[ATT-5] endings without an answer go through the one table of outcomes', () => {
    const ended = (name: CarrierStatus, sip: number | null = null) => apply([accepted, status(name, 9, sip)]).ending;
    expect(ended('no-answer')).toMatchObject({ fault: 'callee', systemResult: 'NO_ANSWER' });
    expect(ended('failed', 404)).toMatchObject({ fault: 'carrier', reason: 'no-route', systemResult: 'FAILED' });
    expect(ended('canceled')).toMatchObject({ fault: 'ours', systemResult: 'CANCELED' });
    expect(ended('failed')).toMatchObject({ fault: 'ours', reason: 'unclassified' });
  });

  it('[ATT-6] what never left the house ends with its own reason', () => {
    expect(apply([{ type: 'expired', at: 5 }]).ending).toEqual({
      at: 5,
      fault: 'ours',
      reason: 'dial-by-passed',
      systemResult: 'SUPPRESSED',
    });
    expect(apply([{ type: 'suppressed', at: 5, reason: 'case_stop' }]).ending).toEqual({
      at: 5,
      fault: 'none',
      reason: 'suppressed-case_stop',
      systemResult: 'SUPPRESSED',
    });
    const refused: AttemptEvent = {
      type: 'createRefused',
      at: 5,
      fault: 'callee',
      reason: 'malformed',
      systemResult: 'MALFORMED',
    };
    expect(apply([placing, refused]).ending).toEqual({
      at: 5,
      fault: 'callee',
      reason: 'malformed',
      systemResult: 'MALFORMED',
    });
  });

  it('[ATT-7] an answer that met no agent is abandoned, whether we or the callee let go; a machine is a machine', () => {
    const answered = [accepted, status('in-progress', 10)];
    const done = status('completed', 20);
    expect(apply([...answered, { type: 'abandoned', at: 12 }, done]).ending).toMatchObject({
      fault: 'ours',
      reason: 'abandoned',
      systemResult: 'ABANDONED',
    });
    expect(apply([...answered, done]).ending).toMatchObject({ reason: 'left-before-agent', systemResult: 'ABANDONED' });
    const amd = (answeredBy: 'human' | 'machine' | 'fax' | 'unclear'): AttemptEvent => ({
      type: 'amd',
      at: 14,
      answeredBy,
    });
    expect(apply([...answered, amd('machine'), done]).ending).toMatchObject({ systemResult: 'MACHINE' });
    expect(apply([...answered, amd('fax'), done]).ending).toMatchObject({ systemResult: 'FAX' });
    expect(apply([...answered, amd('unclear'), done]).ending).toMatchObject({ systemResult: 'ABANDONED' });
  });

  it('[ATT-8] with an agent the code decides, whoever hung up; a machine verdict does not undo the talk', () => {
    const talk = [accepted, status('in-progress', 10), connected];
    const done = status('completed', 60);
    expect(apply([...talk, { type: 'hangUpAsked', at: 59, by: 'agent' }, done]).ending).toMatchObject({
      fault: 'none',
      reason: 'agent-hung-up',
      systemResult: null,
    });
    expect(apply([...talk, { type: 'amd', at: 13, answeredBy: 'machine' }, done]).ending?.systemResult).toBeNull();
    expect(apply([...talk, { type: 'agentLost', at: 30 }, done]).ending).toMatchObject({
      fault: 'agent',
      reason: 'agent-lost',
      systemResult: 'AGENT_LOST',
    });
  });

  it('[ATT-9] an ended attempt stays ended; late facts still complete its story', () => {
    const ended = apply([accepted, status('completed', 60)]);
    const late = applyAttemptEvent(ended, status('ringing', 4));
    expect(late).toMatchObject({ kind: 'moved', to: { state: 'ended', ringingAt: 4 } });
    expect(applyAttemptEvent(ended, status('completed', 60))).toEqual({ kind: 'ignored', because: 'late' });
    expect(applyAttemptEvent(apply([accepted]), accepted)).toEqual({ kind: 'ignored', because: 'duplicate' });
    expect(apply([status('queued', 1)]).state).toBe('queued');
  });

  it('[ATT-10] of two agents or two machine verdicts the earlier one stands', () => {
    const bert: AttemptEvent = { type: 'connected', at: 13, agentId: 'bert' };
    for (const order of [
      [connected, bert],
      [bert, connected],
    ]) {
      expect(apply(order).connected).toEqual({ agentId: 'anna', at: 12 });
    }
    const human: AttemptEvent = { type: 'amd', at: 14, answeredBy: 'human' };
    const machine: AttemptEvent = { type: 'amd', at: 15, answeredBy: 'machine' };
    expect(apply([machine, human]).amd).toEqual({ answeredBy: 'human', at: 14 });
    const asked: AttemptEvent = { type: 'hangUpAsked', at: 20, by: 'supervisor' };
    expect(apply([{ type: 'hangUpAsked', at: 21, by: 'agent' }, asked]).hangUpAsked).toEqual({
      by: 'supervisor',
      at: 20,
    });
  });
});

const anyAt = fc.integer({ min: 0, max: 50 });
const anyStatus = fc.constantFrom(
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
);
const anyEvent: fc.Arbitrary<AttemptEvent> = fc.oneof(
  fc.record({ type: fc.constant('placing' as const), at: anyAt }),
  fc.record({
    type: fc.constant('createAccepted' as const),
    at: anyAt,
    sid: fc.constant('CA1'),
    queueMs: fc.constant(7),
  }),
  fc.record({
    type: fc.constant('createRefused' as const),
    at: anyAt,
    fault: fc.constant('ours' as const),
    reason: fc.constantFrom('account', 'caller-id'),
    systemResult: fc.constant('FAILED' as const),
  }),
  fc.record({ type: fc.constant('createUnknown' as const), at: anyAt }),
  fc.record({
    type: fc.constant('carrierStatus' as const),
    at: anyAt,
    sid: fc.constantFrom('CA1', null),
    status: anyStatus,
    sequence: fc.constantFrom(null, 1, 2),
    sipCode: fc.constantFrom(null, 404, 486, 200),
    cause: fc.constantFrom(null, 1),
    errorCode: fc.constant(null),
  }),
  fc.record({ type: fc.constant('mediaStarted' as const), at: anyAt, sid: fc.constantFrom('CA1', null) }),
  fc.record({ type: fc.constantFrom('mediaStopped' as const, 'offered' as const, 'abandoned' as const), at: anyAt }),
  fc.record({ type: fc.constantFrom('agentLost' as const, 'expired' as const, 'notFound' as const), at: anyAt }),
  fc.record({
    type: fc.constant('amd' as const),
    at: anyAt,
    answeredBy: fc.constantFrom('human', 'machine', 'fax', 'unclear'),
  }),
  fc.record({ type: fc.constant('connected' as const), at: anyAt, agentId: fc.constantFrom('anna', 'bert') }),
  fc.record({
    type: fc.constant('hangUpAsked' as const),
    at: anyAt,
    by: fc.constantFrom('agent', 'supervisor', 'stop', 'system'),
  }),
  fc.record({ type: fc.constant('suppressed' as const), at: anyAt, reason: fc.constantFrom('case_stop', 'live_call') }),
);

/** Apart from the others: handing on is the one event that leads back. */
const anyAsk: fc.Arbitrary<AttemptEvent> = fc.record({
  type: fc.constantFrom('placing' as const, 'handedOn' as const),
  at: anyAt,
  ask: fc.integer({ min: 1, max: 3 }),
});

describe('the attempt machine as a property', () => {
  it('[INV-8] the same events twice, late or in any order give the same record', () => {
    const shuffled = fc
      .array(fc.oneof(anyEvent, anyAsk), { maxLength: 14 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([events, again]) => {
        expect(apply(again)).toEqual(apply(events));
      }),
      { numRuns: 500 },
    );
  });

  it('[ATT-9] no event leads back from ended, and the state only ever goes forward', () => {
    const progress = (state: AttemptState): number => attemptStates.indexOf(state);
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 14 }), (events) => {
        let record = intendedAttempt(0);
        for (const event of events) {
          const next = apply([event], record);
          expect(progress(next.state)).toBeGreaterThanOrEqual(progress(record.state));
          expect(next.ending === null).toBe(next.state !== 'ended');
          record = next;
        }
      }),
    );
  });

  it('[ATT-9] an event that was applied is ignored when it comes again', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 10 }), anyEvent, (events, last) => {
        const record = apply([...events, last]);
        expect(applyAttemptEvent(record, last).kind).toBe('ignored');
      }),
    );
  });
});
