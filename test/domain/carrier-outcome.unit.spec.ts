import { describe, expect, it } from 'vitest';
import {
  classifyCarrierOutcome,
  classifyCreateRefusal,
  mayGoElsewhere,
  terminalStatuses,
  type CarrierEvidence,
} from '../../src/domain/carrier-outcome.ts';
import { countedEffect } from '../../src/domain/counters.ts';
import { guardVacantResults, vacantGuardRule } from '../../src/domain/vacant-guard.ts';

const rows: readonly [string, CarrierEvidence, string, string | null][] = [
  ['rings out', { status: 'no-answer' }, 'callee no-answer', 'NO_ANSWER'],
  ['rings out with 487', { status: 'no-answer', sipCode: 487 }, 'callee no-answer', 'NO_ANSWER'],
  ['408 and 480', { status: 'failed', sipCode: 480 }, 'callee no-answer', 'NO_ANSWER'],
  ['busy', { status: 'busy' }, 'callee busy', 'BUSY'],
  ['486 told as failed', { status: 'failed', sipCode: 486 }, 'callee busy', 'BUSY'],
  ['603 told as busy', { status: 'busy', sipCode: 603 }, 'callee rejected', 'REJECTED'],
  ['cause 21', { status: 'failed', cause: 21 }, 'callee rejected', 'REJECTED'],
  ['cause 20 with 480', { status: 'no-answer', sipCode: 480, cause: 20 }, 'callee powered-off', 'POWERED_OFF'],
  ['cause 1 alone proves vacant', { status: 'failed', sipCode: 404, cause: 1 }, 'callee vacant', 'VACANT'],
  ['cause 2', { status: 'failed', sipCode: 404, cause: 2 }, 'carrier no-route', 'FAILED'],
  ['cause 3', { status: 'failed', sipCode: 404, cause: 3 }, 'carrier no-route', 'FAILED'],
  ['404 alone', { status: 'failed', sipCode: 404 }, 'carrier no-route', 'FAILED'],
  ['604', { status: 'failed', sipCode: 604 }, 'carrier no-route', 'FAILED'],
  ['410', { status: 'failed', sipCode: 410 }, 'callee number-changed', 'NUMBER_CHANGED'],
  ['484', { status: 'failed', sipCode: 484 }, 'callee malformed', 'MALFORMED'],
  ['13224', { status: 'failed', errorCode: 13224 }, 'callee malformed', 'MALFORMED'],
  ['503', { status: 'failed', sipCode: 503 }, 'carrier congestion', 'CONGESTION'],
  ['cause 34', { status: 'failed', cause: 34 }, 'carrier congestion', 'CONGESTION'],
  ['502', { status: 'failed', sipCode: 502 }, 'carrier out-of-order', 'FAILED'],
  ['607', { status: 'failed', sipCode: 607 }, 'carrier blocked', 'CARRIER_BLOCKED'],
  ['608', { status: 'busy', sipCode: 608 }, 'carrier blocked', 'CARRIER_BLOCKED'],
  ['32017', { status: 'no-answer', errorCode: 32017 }, 'carrier blocked', 'CARRIER_BLOCKED'],
  ['32016', { status: 'failed', errorCode: 32016 }, 'carrier setup-timeout', 'FAILED'],
  ['canceled by us', { status: 'canceled', sipCode: 487 }, 'ours canceled', 'CANCELED'],
  ['nothing known', { status: 'failed' }, 'ours unclassified', 'FAILED'],
  ['an unknown code', { status: 'failed', sipCode: 499, errorCode: 99999, cause: 127 }, 'ours unclassified', 'FAILED'],
  ['a person', { status: 'completed', answeredBy: 'human' }, 'none answered', null],
  ['an unclear answer', { status: 'completed', answeredBy: 'unclear' }, 'none answered', null],
  ['an answer nobody judged', { status: 'completed', sipCode: 200 }, 'none answered', null],
  ['a machine', { status: 'completed', answeredBy: 'machine' }, 'callee machine', 'MACHINE'],
  ['a fax', { status: 'completed', answeredBy: 'fax' }, 'callee fax', 'FAX'],
];

describe('outcomes of the carrier', () => {
  it.each(rows)('[OUT-1] %s', (_, evidence, ending, result) => {
    const outcome = classifyCarrierOutcome(evidence);
    expect(`${outcome.fault} ${outcome.reason}`).toBe(ending);
    expect(outcome.systemResult).toBe(result);
  });

  it('[S10] SIP 404 with cause 3 is a failure and counts nothing, with cause 1 it is vacant and counts', () => {
    const of = (cause: number) => classifyCarrierOutcome({ status: 'failed', sipCode: 404, cause }).systemResult ?? '';
    expect([of(3), countedEffect(of(3)).kind]).toEqual(['FAILED', 'neutral']);
    expect([of(1), countedEffect(of(1))]).toEqual(['VACANT', { kind: 'count', reason: 'vacant', resetsVacant: false }]);
  });

  it('[OUT-2] whatever the codes, every ending has an outcome, and only cause 1 is vacant', () => {
    for (const status of terminalStatuses) {
      for (let code = 0; code < 700; code += 1) {
        for (const evidence of [{ sipCode: code }, { cause: code }, { errorCode: code + 13_000 }]) {
          const outcome = classifyCarrierOutcome({ status, ...evidence });
          const vacant =
            'cause' in evidence && code === 1 && (status === 'busy' || status === 'no-answer' || status === 'failed');
          expect(outcome.systemResult === 'VACANT').toBe(vacant);
        }
      }
    }
  });

  it('[OUT-3] a refused create is the number, the caller id, the account or the rate, else ours', () => {
    const of = (code: number | null) => {
      const { fault, reason, systemResult } = classifyCreateRefusal(code);
      return `${fault} ${reason} ${systemResult}`;
    };
    expect(of(21211)).toBe('callee malformed MALFORMED');
    expect(of(21212)).toBe('ours caller-id FAILED');
    expect(of(20003)).toBe('ours account FAILED');
    expect(of(20429)).toBe('ours rate-limited CONGESTION');
    expect(of(12345)).toBe('ours unclassified FAILED');
    expect(of(null)).toBe('ours unclassified FAILED');
    expect([of(401), of(403)]).toEqual(['ours account FAILED', 'ours account FAILED']);
  });

  it('[TRK-15] another trunk is tried for what is of this one alone, never for what the line or a block says', () => {
    const elsewhere = [20003, 401, 21210, 20429, 22005, 10004, 21214, 21215];
    const nowhere = [21211, 13223, 21217, 21216, 32203, 21205, 12345, null];
    expect(elsewhere.filter((code) => !mayGoElsewhere(classifyCreateRefusal(code)))).toEqual([]);
    expect(nowhere.filter((code) => mayGoElsewhere(classifyCreateRefusal(code)))).toEqual([]);
    // What the person's line said is said, whatever word was found for it.
    expect(mayGoElsewhere({ fault: 'callee', reason: 'no-route', systemResult: 'CONGESTION' })).toBe(false);
    for (const status of terminalStatuses) expect(mayGoElsewhere(classifyCarrierOutcome({ status }))).toBe(false);
  });
});

describe('the vacant guard', () => {
  const results = (calls: number, vacant: number, at = 1_000_000) =>
    Array.from({ length: calls }, (_, index) => ({ attemptId: `a${index}`, at, vacant: index < vacant }));

  it('[OUT-4] trips at 30 percent of at least 20 calls and names the results to void', () => {
    expect(guardVacantResults(results(20, 6), 1_000_000)).toEqual({
      tripped: true,
      calls: 20,
      vacant: 6,
      voidAttemptIds: ['a0', 'a1', 'a2', 'a3', 'a4', 'a5'],
    });
    expect(guardVacantResults(results(20, 5), 1_000_000)).toMatchObject({ tripped: false, voidAttemptIds: [] });
    expect(guardVacantResults(results(19, 19), 1_000_000).tripped).toBe(false);
    expect(guardVacantResults(results(100, 30), 1_000_000).tripped).toBe(true);
  });

  it('[OUT-4] looks at the last five minutes alone', () => {
    const now = 1_000_000 + vacantGuardRule.withinMs;
    expect(guardVacantResults(results(20, 20), now).calls).toBe(0);
    expect(guardVacantResults(results(20, 20), now - 1).tripped).toBe(true);
    expect(guardVacantResults(results(20, 20, 2_000_000), 1_000_000).calls).toBe(0);
  });
});
