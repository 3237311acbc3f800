import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideCase, decideDial, lookAgainMs } from '../../src/domain/dial-decision.ts';
import { gates, type AttemptResult, type CaseDialFacts, type DialDecision } from '../../src/domain/dial-facts.ts';
import { presets } from '../../src/domain/presets.ts';
import {
  dispositionCodes,
  numberClasses,
  numberStatuses,
  parties,
  stopKinds,
  systemResults,
} from '../../src/domain/vocabulary.ts';
import { aDay, at, attempt, facts, number, shanghai, theCase } from './given.ts';

const morning = at(`${aDay} 09:00`);
const mobile = number('mobile', 'self_mobile');
const decide = (over: Partial<CaseDialFacts> = {}, now = morning): DialDecision => {
  const given = facts(over);
  return decideDial({ ...given, number: given.numbers[0] ?? mobile }, now);
};

describe('the gates of the dial decision', () => {
  it('[DEC-0] passes all gates in the order of the rulebook and says until when to dial', () => {
    const decision = decide();
    expect(decision).toMatchObject({ kind: 'ALLOW', dialBy: morning + 15 * 60_000, agentReserved: false });
    expect(decision.trace).toEqual(gates.map((gate) => ({ gate, passed: true })));
  });

  it('[DEC-0] the trace ends at the first shut gate', () => {
    const decision = decide({ tenantOff: true, case: theCase({ stops: ['complaint'], status: 'recalled' }) });
    expect(decision.trace).toEqual([{ gate: 'tenant', passed: false, reason: 'tenant_off', until: null }]);
    const stopped = decide({ case: theCase({ stops: ['complaint'], status: 'recalled' }) });
    expect(stopped.trace.map((entry) => entry.gate)).toEqual(['tenant', 'case_stop']);
  });

  it('[DEC-0] an earlier gate wins over every later one', () => {
    const shut: readonly [string, Partial<CaseDialFacts>][] = [
      ['tenant_off', { tenantOff: true }],
      ['case_stop', { case: theCase({ stops: ['cease'] }) }],
      ['recalled', { case: theCase({ status: 'recalled' }) }],
      ['number_invalid', { numbers: [{ ...mobile, status: 'invalid' }] }],
    ];
    for (let first = 0; first < shut.length; first += 1) {
      const merged = shut.slice(first).reduceRight<Partial<CaseDialFacts>>((all, [, over]) => {
        const joined = { ...all, ...over };
        return all.case !== undefined && over.case !== undefined
          ? { ...joined, case: theCase({ status: all.case.status, stops: over.case.stops }) }
          : joined;
      }, {});
      expect(decide(merged)).toMatchObject({ kind: 'BLOCK', reason: shut[first]?.[0] });
    }
  });

  it('[DEC-1] the kill switch blocks', () => {
    expect(decide({ tenantOff: true })).toMatchObject({ kind: 'BLOCK', reason: 'tenant_off' });
  });

  it('[DEC-2] every kind of stop blocks and is named', () => {
    for (const kind of stopKinds) {
      expect(decide({ case: theCase({ stops: [kind] }) })).toMatchObject({ kind: 'BLOCK', reason: 'case_stop' });
      expect(decide({ case: theCase({ stops: [kind] }) }).trace.at(-1)?.detail).toBe(kind);
    }
    expect(decide({ case: theCase({ caseClass: 'PAID' }) })).toMatchObject({ kind: 'BLOCK', reason: 'case_stop' });
  });

  it('[S24] a fraud claim stops every number of its case and no other case', () => {
    const numbers = [mobile, number('home', 'home')];
    const stopped = decideCase(
      facts({ numbers, case: theCase({ caseClass: 'FRAUD_PENDING', stops: ['fraud_hold'] }) }),
      morning,
    );
    expect(stopped.numbers.map(({ decision }) => decision.kind)).toEqual(['BLOCK', 'BLOCK']);
    expect(stopped).toMatchObject({ next: null, dueAt: null, dueReason: 'case_stop' });
    expect(decideCase(facts({ numbers, case: theCase({ id: 'genuine' }) }), morning).next).toBe('mobile');
  });

  it('[R24] a fraud hold lets the one appointment call through, by hand only, and no other stop does', () => {
    const owed = { caseClass: 'FRAUD_PENDING', stops: ['fraud_hold'], appointmentCallOwed: true } as const;
    expect(decide({ mode: 'manual', case: theCase({ ...owed, nextFollowUpOn: '2026-05-20' }) }).kind).toBe('ALLOW');
    expect(decide({ mode: 'progressive', case: theCase(owed) })).toMatchObject({ reason: 'case_stop' });
    expect(decide({ mode: 'preview', case: theCase(owed) })).toMatchObject({ reason: 'case_stop' });
    const made = theCase({ ...owed, appointmentCallOwed: false });
    expect(decide({ mode: 'manual', case: made })).toMatchObject({ reason: 'case_stop' });
    const complained = theCase({ ...owed, stops: ['fraud_hold', 'complaint'] });
    expect(decide({ mode: 'manual', case: complained })).toMatchObject({ kind: 'BLOCK', reason: 'case_stop' });
  });

  it('[DEC-3] recalled, closed and unowned cases are blocked', () => {
    expect(decide({ case: theCase({ status: 'recalled' }) })).toMatchObject({ kind: 'BLOCK', reason: 'recalled' });
    expect(decide({ case: theCase({ caseClass: 'RECALLED' }) })).toMatchObject({ reason: 'recalled' });
    expect(decide({ case: theCase({ status: 'closed' }) })).toMatchObject({ kind: 'BLOCK', reason: 'recalled' });
    expect(decide({ case: theCase({ owned: false }) })).toMatchObject({ kind: 'BLOCK', reason: 'not_owned' });
  });

  it('[DEC-4] number statuses block, each with its reason', () => {
    for (const [status, reason] of [
      ['blocked', 'number_blocked'],
      ['malformed', 'number_malformed'],
      ['invalid', 'number_invalid'],
    ] as const) {
      for (const mode of ['progressive', 'manual'] as const) {
        expect(decide({ mode, numbers: [{ ...mobile, status }] })).toMatchObject({ kind: 'BLOCK', reason });
      }
    }
    expect(decide({ numbers: [{ ...mobile, status: 'suspect' }] }).kind).toBe('ALLOW');
  });

  it('[R32] an unverified number is for preview and manual dialing only', () => {
    const numbers = [{ ...mobile, status: 'unverified' as const }];
    for (const mode of ['progressive', 'ratio', 'predictive'] as const) {
      expect(decide({ mode, numbers })).toMatchObject({ kind: 'BLOCK', reason: 'number_unverified' });
    }
    for (const mode of ['preview', 'manual'] as const) expect(decide({ mode, numbers }).kind).toBe('ALLOW');
  });

  it('[DEC-4] a changed number and one the carrier blocked wait for a human', () => {
    for (const lastResult of ['NUMBER_CHANGED', 'CARRIER_BLOCKED'] as const) {
      const numbers = [{ ...mobile, lastResult }];
      expect(decide({ numbers })).toMatchObject({ kind: 'BLOCK', reason: 'number_hold' });
      expect(decide({ mode: 'manual', numbers }).kind).toBe('ALLOW');
    }
  });

  it('[DEC-5] an explicit date holds the whole case until its day begins', () => {
    const given = { case: theCase({ nextFollowUpOn: '2026-05-14' }) };
    for (const now of [morning, at('2026-05-13 21:00')]) {
      expect(decide(given, now)).toMatchObject({
        kind: 'DEFER',
        reason: 'before_next_date',
        until: at('2026-05-14 08:00'),
      });
    }
    expect(decide(given, at('2026-05-14 08:00')).kind).toBe('ALLOW');
    expect(decide(given, at('2026-05-20 08:00')).kind).toBe('ALLOW');
  });

  it('[DEC-5] a callback holds the case to the minute and wins over the date', () => {
    const callbackAt = at('2026-05-12 15:30');
    const given = { case: theCase({ nextFollowUpOn: '2026-05-12', callbackAt, lastRoundOn: '2026-05-12' }) };
    expect(decide(given)).toMatchObject({ kind: 'DEFER', reason: 'before_next_date', until: callbackAt });
    expect(decide(given, callbackAt - 1).kind).toBe('DEFER');
    expect(decide(given, callbackAt).kind).toBe('ALLOW');
    const called = [attempt('mobile', callbackAt, 'NO_ANSWER')];
    expect(decide({ ...given, history: called }, at('2026-05-12 18:30'))).toMatchObject({ reason: 'before_next_date' });
  });

  it('[R2] without a date the cadence decides, and does not forbid an agent to call himself', () => {
    const given = { case: theCase({ roundNumber: 2, lastRoundOn: aDay }) };
    const decision = decide(given);
    expect(decision).toMatchObject({ kind: 'DEFER', reason: 'before_next_date', until: at('2026-05-14 08:00') });
    expect(decision.trace.at(-1)).toMatchObject({ gate: 'case_date', detail: 'cadence' });
    expect(decide({ ...given, mode: 'manual' }).kind).toBe('ALLOW');
    expect(decide({ ...given, mode: 'preview' }).kind).toBe('ALLOW');
    expect(decide(given, at('2026-05-14 08:00')).kind).toBe('ALLOW');
  });

  it('[CASE-57] the day on which another volume would have the case due is looked at, and each day after it', () => {
    const lookedAt = (ownerOpenCases: number, now: number, over: object = {}) =>
      decideCase(facts({ case: theCase({ lastRoundOn: aDay, ownerOpenCases, ...over }) }), now);
    const evening = at(`${aDay} 20:00`);
    expect(lookedAt(201, evening)).toMatchObject({ next: null, dueAt: at('2026-05-14 00:00'), dueReason: 'cadence' });
    expect(lookedAt(201, at('2026-05-14 09:00'))).toMatchObject({ next: null, dueAt: at('2026-05-15 08:00') });
    expect(lookedAt(200, at('2026-05-14 09:00')).next).not.toBeNull();
    expect(lookedAt(200, evening).dueAt).toBe(at('2026-05-14 08:00'));
    expect(lookedAt(201, evening, { effective: true }).dueAt).toBe(at('2026-05-13 08:00'));
  });

  it('[R13] an explicit date wins over the cadence, earlier or later, until a round was run on it', () => {
    const later = { case: theCase({ roundNumber: 2, lastRoundOn: aDay, nextFollowUpOn: '2026-05-18' }) };
    expect(decide(later, at('2026-05-15 09:00'))).toMatchObject({ until: at('2026-05-18 08:00') });
    const earlier = { case: theCase({ roundNumber: 2, lastRoundOn: aDay, nextFollowUpOn: '2026-05-13' }) };
    expect(decide(earlier, at('2026-05-13 08:00')).kind).toBe('ALLOW');
    const used = { case: theCase({ roundNumber: 3, lastRoundOn: '2026-05-13', nextFollowUpOn: '2026-05-13' }) };
    expect(decide(used, at('2026-05-14 09:00'))).toMatchObject({ kind: 'DEFER', until: at('2026-05-15 08:00') });
  });

  it('[DEC-7] a held number waits and the others go on', () => {
    const holdUntil = at('2026-05-14 00:00');
    const numbers = [{ ...mobile, holdUntil }, number('home', 'home')];
    const decision = decideCase(facts({ numbers }), morning);
    expect(decision.next).toBe('home');
    expect(decision.numbers[0]?.decision).toMatchObject({
      kind: 'DEFER',
      reason: 'number_hold',
      until: at('2026-05-14 08:00'),
    });
    expect(decide({ numbers }, holdUntil - 1)).toMatchObject({ reason: 'number_hold' });
  });

  it('[DEC-7] when the hold is over the number is owed its call, whatever round and cadence say, once', () => {
    const holdUntil = at('2026-05-14 10:00');
    const contact = number('contact', 'contact', { holdUntil, lastAttemptAt: morning });
    const history = [
      attempt('contact', morning, 'LM_A', { party: 'TPC' }),
      attempt('mobile', morning - 9e5, 'NO_ANSWER'),
    ];
    const given = facts({ numbers: [mobile, contact], history, case: theCase({ effective: false }) });
    const waiting = decideCase(given, at('2026-05-13 09:00'));
    expect(waiting).toMatchObject({ next: null, dueAt: at('2026-05-14 08:00'), dueReason: 'cadence' });
    const upper = { ...given, case: theCase({ ownerOpenCases: 300 }) };
    expect(decideCase(upper, at('2026-05-14 09:00')).dueAt).toBe(holdUntil);
    expect(decideDial({ ...upper, number: contact }, holdUntil - 1).kind).toBe('DEFER');
    expect(decideCase(upper, holdUntil).next).toBe('contact');
    const own = attempt('contact', holdUntil, 'NO_ANSWER', { roundNumber: 2 });
    const called = {
      ...upper,
      history: [...history, own],
      case: theCase({ ...upper.case, roundNumber: 2, lastRoundOn: aDay }),
    };
    expect(decideCase(called, at('2026-05-14 19:00'))).toMatchObject({ next: null, dueAt: at('2026-05-15 08:00') });
  });

  it('[DEC-10] the number behind waits, and one that cannot be dialed holds nobody up', () => {
    const numbers = [mobile, number('home', 'home')];
    const decision = decideCase(facts({ numbers }), morning);
    expect(decision.numbers[1]?.decision).toMatchObject({ kind: 'DEFER', reason: 'order_wait', until: null });
    const far = [{ ...mobile, zones: ['Europe/London'] }, number('home', 'home')];
    expect(decideCase(facts({ numbers: far }), morning)).toMatchObject({ next: 'home' });
    const given = facts({ numbers: far });
    expect(decideDial({ ...given, number: far[1] ?? mobile }, morning).kind).toBe('ALLOW');
  });

  it('[DEC-10] a live call to the person or the line defers, its own attempt does not', () => {
    expect(decide({ liveAttemptId: 'other' })).toMatchObject({
      kind: 'DEFER',
      reason: 'live_call',
      until: morning + lookAgainMs,
    });
    expect(decide({ numbers: [{ ...mobile, liveAttemptId: 'other' }] })).toMatchObject({ reason: 'live_call' });
    const own = { liveAttemptId: 'own', exceptAttemptId: 'own' };
    expect(decide({ ...own, numbers: [{ ...mobile, liveAttemptId: 'own' }] }).kind).toBe('ALLOW');
    expect(decide({ ...own, numbers: [{ ...mobile, liveAttemptId: 'other' }] })).toMatchObject({ reason: 'live_call' });
  });

  it('[DEC-10] nothing is dialed to a person whose last talk still waits for its wrap-up, on any case', () => {
    const talked = attempt('home', morning - 60_000, null, { caseId: 'linked', party: 'unknown' });
    const waiting = decide({ history: [talked] });
    expect(waiting).toMatchObject({ kind: 'DEFER', reason: 'live_call', until: morning + lookAgainMs });
    expect(waiting.trace.at(-1)).toMatchObject({ gate: 'order', detail: 'wrap_up' });
    expect(decide({ history: [{ ...talked, result: 'HANGUP' }] }).kind).toBe('ALLOW');
    const forgotten = { ...talked, at: morning - 13 * 3.6e6, endedAt: morning - 12 * 3.6e6 };
    expect(decide({ history: [forgotten] }).kind).toBe('ALLOW');
  });

  it('[INV-2] the decision taken again for an attempt does not count that attempt', () => {
    const own = attempt('mobile', morning, null, { attemptId: 'own' });
    const numbers = [mobile, number('home', 'home')];
    const given = facts({ numbers, history: [own], liveAttemptId: 'own' });
    expect(decideDial({ ...given, number: mobile, exceptAttemptId: 'own' }, morning + 500).kind).toBe('ALLOW');
    expect(decideDial({ ...given, number: mobile }, morning + 500).kind).toBe('DEFER');
    expect(decideCase({ ...given, exceptAttemptId: 'own' }, morning + 500).next).toBe('mobile');
  });

  it('[DEC-11] closed pacing is the last gate', () => {
    const decision = decide({ pacingClosed: true });
    expect(decision).toMatchObject({ kind: 'DEFER', reason: 'pacing' });
    expect(decision.trace).toHaveLength(gates.length);
    expect(decideCase(facts({ pacingClosed: true }), morning)).toMatchObject({ next: null, dueReason: 'pacing' });
  });

  it('[DEC-6] third parties wait until the own numbers were tried in this round', () => {
    const numbers = [mobile, number('home', 'home'), number('contact', 'contact')];
    const contact = numbers[2] ?? mobile;
    const gate = (history: CaseDialFacts['history'], now = morning) =>
      decideDial({ ...facts({ numbers, history }), number: contact }, now);
    expect(gate([])).toMatchObject({ kind: 'DEFER', reason: 'third_party_gate', until: null });
    expect(gate([attempt('mobile', morning, 'NO_ANSWER')])).toMatchObject({ reason: 'third_party_gate' });
    const both = [attempt('mobile', morning, 'NO_ANSWER'), attempt('home', morning, 'BUSY')];
    expect(gate(both, morning + 60_000)).toMatchObject({ kind: 'ALLOW', agentReserved: true });
    const failed = [attempt('mobile', morning, 'NO_ANSWER'), attempt('home', morning, 'CONGESTION')];
    expect(gate(failed, morning + 60_000)).toMatchObject({ reason: 'third_party_gate' });
    const lastRound = both.map((entry) => ({ ...entry, roundNumber: 0 }));
    expect(gate(lastRound, morning + 60_000)).toMatchObject({ reason: 'third_party_gate' });
  });

  it('[DEC-6] own numbers that are invalid, held or unverified are not waited for; without any the gate is open', () => {
    const contact = number('contact', 'contact');
    const gate = (own: Partial<typeof mobile>) =>
      decideDial({ ...facts({ numbers: [{ ...mobile, ...own }, contact] }), number: contact }, morning).kind;
    expect(gate({ status: 'invalid' })).toBe('ALLOW');
    expect(gate({ status: 'unverified' })).toBe('ALLOW');
    expect(gate({ holdUntil: morning + 1 })).toBe('ALLOW');
    expect(gate({ lastResult: 'NUMBER_CHANGED' })).toBe('ALLOW');
    expect(gate({ zones: [] })).toBe('ALLOW');
    expect(gate({ status: 'suspect' })).toBe('DEFER');
    expect(decide({ numbers: [contact] }).kind).toBe('ALLOW');
  });

  it('[DEC-6] no third party for three days after the debtor was reached', () => {
    const contact = number('contact', 'contact');
    const history = [attempt('x', at('2026-05-12 10:00'), 'HANGUP', { party: 'RPC', roundNumber: 0 })];
    const gate = (now: string) => decide({ numbers: [contact], history }, at(now));
    expect(gate('2026-05-14 21:00')).toMatchObject({
      kind: 'DEFER',
      reason: 'third_party_gate',
      until: at('2026-05-15 08:00'),
    });
    expect(gate('2026-05-15 08:00').kind).toBe('ALLOW');
  });

  it('[DEC-6] us-regf calls a third party once, in preview, and only for want of own numbers', () => {
    const contact = number('contact', 'contact', { zones: ['America/New_York'] });
    const us = { preset: presets['us-regf'], calendar: calendars.US, businessZone: 'America/New_York' };
    const now = at('2026-05-12 10:00', 'America/New_York');
    expect(decide({ ...us, numbers: [contact] }, now)).toMatchObject({ kind: 'BLOCK', reason: 'third_party_gate' });
    expect(decide({ ...us, mode: 'preview', numbers: [contact] }, now).kind).toBe('ALLOW');
    const own = { ...mobile, zones: ['America/New_York'] };
    const both = facts({ ...us, mode: 'preview', numbers: [own, contact] });
    expect(decideDial({ ...both, number: contact }, now)).toMatchObject({ reason: 'third_party_gate' });
    const answered = [attempt('contact', now - 30 * 86_400_000, 'LM_B', { party: 'TPC', roundNumber: 0 })];
    expect(decide({ ...us, mode: 'preview', numbers: [contact], history: answered }, now)).toMatchObject({
      kind: 'BLOCK',
      reason: 'third_party_gate',
    });
    const rang = [attempt('contact', now - 30 * 86_400_000, 'NO_ANSWER', { roundNumber: 0 })];
    expect(decide({ ...us, mode: 'preview', numbers: [contact], history: rang }, now).kind).toBe('ALLOW');
  });

  it('[DEC-6] the gate turned off lets third parties through', () => {
    const numbers = [mobile, number('contact', 'contact')];
    const given = facts({ numbers, preset: presets.demo, calendar: calendars.none, mode: 'manual' });
    expect(decideDial({ ...given, number: numbers[1] ?? mobile }, morning).kind).toBe('ALLOW');
  });
});

const anyResult: readonly AttemptResult[] = [...systemResults, ...dispositionCodes];

describe('the decision over the whole ladder', () => {
  it('[R5] after the debtor was reached the round stops; after a third party it goes on', () => {
    const numbers = [mobile, number('home', 'home'), number('contact', 'contact'), number('relative', 'relative')];
    const reached = [attempt('mobile', morning, 'HARDSHIP', { party: 'RPC' })];
    const stopped = decideCase(facts({ numbers, history: reached }), morning + 3.6e6);
    expect(stopped.round).toMatchObject({ complete: true, remaining: [] });
    expect(stopped.next).toBeNull();
    const third = [
      attempt('mobile', morning, 'NO_ANSWER'),
      attempt('home', morning + 6e4, 'NO_ANSWER'),
      attempt('contact', morning + 12e4, 'LM_B', { party: 'TPC' }),
    ];
    expect(decideCase(facts({ numbers, history: third }), morning + 18e4)).toMatchObject({
      next: 'relative',
      round: { complete: false, remaining: ['relative'] },
    });
    const goesOn = { ...presets.cn, round: { onRpc: 'continue' as const } };
    expect(decideCase(facts({ preset: goesOn, numbers, history: reached }), morning + 6e4).next).toBe('home');
  });

  it('[R5] a complete round that nobody has counted on yet is counted here: cadence, then all numbers again', () => {
    const numbers = [mobile, number('home', 'home')];
    const history = [attempt('mobile', morning, 'NO_ANSWER'), attempt('home', morning + 6e4, 'NO_ANSWER')];
    const after = decideCase(facts({ numbers, history }), morning + 12e4);
    expect(after).toMatchObject({ next: null, dueAt: at('2026-05-14 08:00'), dueReason: 'cadence' });
    expect(decideCase(facts({ numbers, history }), at('2026-05-14 08:00')).next).toBe('mobile');
  });

  it('[R5] while a busy number waits for its retry the round goes on and is complete after the extra tries', () => {
    const numbers = [mobile, number('home', 'home')];
    const busy = (minute: number) => attempt('mobile', morning + minute * 60_000, 'BUSY');
    const one = facts({ numbers, history: [busy(0)] });
    expect(decideCase(one, morning + 60_000).next).toBe('home');
    const rest = facts({ numbers, history: [busy(0), attempt('home', morning + 60_000, 'NO_ANSWER')] });
    expect(decideCase(rest, morning + 120_000)).toMatchObject({
      next: null,
      dueAt: morning + 30 * 60_000,
      dueReason: 'redial_gap',
      round: { complete: false, remaining: ['mobile'] },
    });
    const used = facts({ numbers, history: [busy(0), busy(30), busy(60), attempt('home', morning, 'NO_ANSWER')] });
    expect(decideCase(used, morning + 90 * 60_000).round.complete).toBe(true);
  });

  it('[DEC-12] a deferral names an instant after now at which the number, left alone, is dialed', () => {
    const anyAttempt = fc.record({
      numberId: fc.constantFrom('0', '1', '2', '3'),
      minutesAgo: fc.integer({ min: 0, max: 9 * 1440 }),
      result: fc.constantFrom(...anyResult),
      party: fc.constantFrom(...parties),
      roundNumber: fc.integer({ min: 1, max: 2 }),
    });
    const anyNumber = fc.record({
      class: fc.constantFrom(...numberClasses),
      status: fc.constantFrom(...numberStatuses),
      holdHours: fc.option(fc.integer({ min: -48, max: 100 }), { nil: null }),
      zone: fc.constantFrom(shanghai, 'America/New_York', 'Europe/London'),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01'), max: at('2026-12-31') }),
        fc.array(anyNumber, { minLength: 1, maxLength: 4 }),
        fc.array(anyAttempt, { maxLength: 12 }),
        fc.constantFrom('cn', 'us-regf', 'uk', 'demo' as const),
        fc.constantFrom('progressive', 'preview', 'manual', 'predictive' as const),
        fc.constantFrom('NEW', 'TRACE', 'PTP', 'NEGOTIATING' as const),
        fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
        (now, drawn, tried, name, mode, caseClass, dueIn) => {
          const preset = presets[name];
          const dateIn = (days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
          const given = facts({
            preset,
            mode,
            calendar: calendars[preset.calendar],
            numbers: drawn.map((entry, index) =>
              number(String(index), entry.class, {
                status: entry.status,
                zones: [entry.zone],
                holdUntil: entry.holdHours === null ? null : now + entry.holdHours * 3_600_000,
              }),
            ),
            history: tried.map((entry) =>
              attempt(entry.numberId, now - entry.minutesAgo * 60_000, entry.result, {
                party: entry.party,
                roundNumber: entry.roundNumber,
              }),
            ),
            case: theCase({
              caseClass,
              roundNumber: 2,
              lastRoundOn: dateIn(-2),
              promise: dueIn === null ? null : { dueOn: dateIn(dueIn), promisedOn: dateIn(dueIn - 3) },
            }),
          });
          const decision = decideCase(given, now);
          expect(decision.numbers.filter((entry) => entry.decision.kind === 'ALLOW').length).toBeLessThanOrEqual(
            mode === 'manual' ? drawn.length : 1,
          );
          for (const { numberId, decision: one } of decision.numbers) {
            const own = given.numbers.find((entry) => entry.id === numberId) ?? mobile;
            expect(decideDial({ ...given, number: own }, now)).toEqual(one);
            if (one.kind !== 'DEFER' || one.until === null) continue;
            expect(one.until).toBeGreaterThan(now);
            const then = decideDial({ ...given, number: own }, one.until);
            expect(then.kind === 'ALLOW' || then.trace.at(-1)?.gate === 'order').toBe(true);
          }
          if (decision.dueAt !== null) expect(decision.dueAt).toBeGreaterThanOrEqual(now);
          expect(decision.next === null || decision.dueAt === now).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
