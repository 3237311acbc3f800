import { describe, expect, it } from 'vitest';
import { probeVerdict, refuseTestCall, testCallsADay, type TestCallFacts } from '../../src/domain/test-call.ts';

const now = 1_000_000_000;
const own: TestCallFacts = { ownerId: 'anna', askedBy: 'anna', onFile: false, calls: [] };
const calls = (count: number, over: boolean, startedAt = now - 1_000) =>
  Array.from({ length: count }, () => ({ startedAt, over }));

describe('whom a test call may ring', () => {
  it.each([
    ['[TRK-18] one’s own phone', {}, null],
    ['[TRK-18] nobody registered it', { ownerId: null }, 'not_yours'],
    ['[TRK-18] somebody else’s phone', { ownerId: 'bert' }, 'not_yours'],
    ['[TRK-18] a number on file', { onFile: true }, 'on_file'],
    ['[TRK-18] while a call to it is under way', { calls: calls(1, false) }, 'call_under_way'],
    ['[TRK-18] a call of which no end was heard is over at last', { calls: calls(1, false, now - 300_000) }, null],
    ['[TRK-18] one call less than the day has', { calls: calls(testCallsADay - 1, true) }, null],
    ['[TRK-18] the day’s calls are made', { calls: calls(testCallsADay, true) }, 'too_many'],
    ['[TRK-18] those of yesterday do not count', { calls: calls(testCallsADay, true, now - 86_400_000) }, null],
  ] as const)('%s', (_, over, refusal) => {
    expect(refuseTestCall({ ...own, ...over }, now)).toBe(refusal);
  });

  it.each([
    ['[TRK-19] it rings', ['asked', 'accepted', 'ringing', 'canceled'], 'well'],
    ['[TRK-19] busy is a phone that was reached', ['accepted', 'busy'], 'well'],
    ['[TRK-19] a refused request', ['asked', 'refused'], 'badly'],
    ['[TRK-19] a call that failed', ['accepted', 'initiated', 'failed'], 'badly'],
    ['[TRK-19] nothing is known yet', ['asked', 'accepted', 'initiated'], null],
  ] as const)('%s', (_, words, verdict) => {
    expect(probeVerdict(words)).toBe(verdict);
  });
});
