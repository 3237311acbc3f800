import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../src/domain/address-key.ts';
import { abandonShare, abandonShareBound } from '../../src/domain/abandon-share.ts';
import { caseStages, moveStage, stagesOf } from '../../src/domain/case-stage.ts';
import { checkCorrection, checkReinstatement } from '../../src/domain/corrections.ts';
import { goalMet } from '../../src/domain/daily-accounts.ts';
import { followUpState } from '../../src/domain/follow-up-state.ts';
import { linkedReviewDuty } from '../../src/domain/linked-review.ts';
import { presets } from '../../src/domain/presets.ts';
import { keptRate, promiseStanding, type Payment } from '../../src/domain/promise-standing.ts';
import { recordingDuty } from '../../src/domain/recording-duty.ts';
import { checkLift, stopScopeOf } from '../../src/domain/stops.ts';
import {
  dataEntryDueAt,
  lookup114DueAt,
  needsLookup114,
  taskState,
  unpaidSince,
  visitDueAt,
} from '../../src/domain/task-clocks.ts';
import { tighten } from '../../src/domain/tighten.ts';
import {
  classAfterSearch,
  isFoundAgain,
  newNumberFrom,
  tasksAfterTracing,
  tasksWhenAllInvalid,
} from '../../src/domain/tracing.ts';
import { checkEntry, openItems } from '../../src/domain/verification-checklist.ts';
import { checkVisitOrder, mayProposeVisitUnanswered, visitKindOf } from '../../src/domain/visit-order.ts';
import { dispositions } from '../../src/domain/dispositions.ts';
import { isDialableStatus } from '../../src/domain/number-order.ts';
import type { Preset } from '../../src/domain/preset.ts';
import { numberStatuses, stopKinds, type NumberClass, type NumberStatus } from '../../src/domain/vocabulary.ts';
import { reachableStatus } from '../../src/domain/work-numbers.ts';
import { addDays } from '../../src/domain/zoned-time.ts';
import { at, shanghai } from './given.ts';

const { cn, uk } = presets;
const us = presets['us-regf'];
const { clocks } = cn;
const hourMs = 3_600_000;

describe('tasks around the calls', () => {
  it('[R31] 114 is looked up by the end of the third day, the day of the first attempt not counted', () => {
    const due = lookup114DueAt(at('2026-05-12 08:00'), shanghai, clocks);
    expect(due).toBe(at('2026-05-16 00:00') - 1);
    expect(lookup114DueAt(at('2026-05-12 21:59'), shanghai, clocks)).toBe(due);
    expect(needsLookup114('TRACE', clocks)).toBe(true);
    expect(needsLookup114('NEW', clocks)).toBe(false);
    expect(needsLookup114('NEW', { ...clocks, lookup114For: 'all' })).toBe(true);
  });

  it.each(['[R33] data from outside', '[R34] photos and news of a visit'])(
    '%s are entered within 24 clock hours: at the very instant yes, a millisecond later no',
    () => {
      const got = at('2026-05-12 17:00');
      const due = dataEntryDueAt(got, clocks);
      expect(due - got).toBe(24 * hourMs);
      expect(taskState(due, due, due + hourMs)).toBe('done');
      expect(taskState(due, due + 1, due + hourMs)).toBe('breached');
      expect([taskState(due, null, due), taskState(due, null, due + 1)]).toEqual(['open', 'breached']);
    },
  );

  it('[R39] a visit is due 24 h after the refusal, or after the agreed day went by unpaid', () => {
    const refusedAt = at('2026-05-12 10:00');
    const now = at('2026-05-14 23:59');
    expect(unpaidSince({ refusedAt, agreedOn: '2026-05-19' }, now, shanghai)).toBe(refusedAt);
    expect(unpaidSince({ refusedAt: null, agreedOn: '2026-05-14' }, now, shanghai)).toBeNull();
    const over = at('2026-05-15 00:00');
    expect(unpaidSince({ refusedAt: null, agreedOn: '2026-05-14' }, over, shanghai)).toBe(over);
    expect(unpaidSince({ refusedAt: null, agreedOn: null }, now, shanghai)).toBeNull();
    expect(visitDueAt(over, clocks)).toBe(at('2026-05-16 00:00'));
  });

  it('[R19] nobody answers: a visit may be proposed after nine rounds over three dayparts, not before', () => {
    const may = (unanswered: number, daypartsCovered: number) =>
      mayProposeVisitUnanswered({ unanswered, daypartsCovered }, clocks);
    expect([may(8, 3), may(9, 2), may(9, 3), may(20, 3)]).toEqual([false, false, true, true]);
  });

  const visit = (statuses: readonly NumberStatus[], over: object = {}) => ({
    numbers: statuses.map((status, index) => ({ id: `n${index}`, status })),
    address: '上海市静安区南京西路12号3栋401室',
    invalidAddresses: [],
    isStopped: false,
    ...over,
  });

  it('[S23] four invalid numbers and one never tried: a lost-type visit is refused naming that number', () => {
    expect(checkVisitOrder('lost', visit(['invalid', 'invalid', 'active', 'invalid', 'invalid']))).toEqual([
      { rule: 'R40', because: 'numbers_left', numberIds: ['n2'] },
    ]);
    expect(checkVisitOrder('lost', visit(['invalid', 'invalid']))).toEqual([]);
  });

  it('[R40] unverified and suspect numbers stand in the way of a lost-type visit, blocked and malformed do not', () => {
    for (const status of ['unverified', 'suspect'] as const) {
      expect(checkVisitOrder('lost', visit(['invalid', status])), status).toHaveLength(1);
    }
    expect(checkVisitOrder('lost', visit(['invalid', 'blocked', 'malformed']))).toEqual([]);
    expect(checkVisitOrder('lost', visit(['blocked']))).toEqual([{ rule: 'R40', because: 'no_invalid_number' }]);
    expect(checkVisitOrder('contactable', visit(['active'], { isStopped: true }))).toEqual([
      { rule: '5.4', because: 'case_stop' },
    ]);
  });

  it('[R40] what an employer forbids is as good as blocked where the rules obey him, whatever else is known stays', () => {
    const { cn, 'us-regf': us } = presets;
    const standing = (status: NumberStatus, preset: Preset, numberClass: NumberClass = 'work', forbidden = true) =>
      reachableStatus({ class: numberClass, status, prohibitedByEmployer: forbidden }, preset);
    expect(numberStatuses.map((status) => standing(status, us))).toEqual(
      numberStatuses.map((status) => (isDialableStatus(status) ? 'blocked' : status)),
    );
    for (const status of numberStatuses) {
      expect(standing(status, cn)).toBe(status);
      expect(standing(status, us, 'home')).toBe(status);
      expect(standing(status, us, 'work', false)).toBe(status);
    }
  });

  it('[R38] the kind of a visit follows from the numbers', () => {
    expect(visitKindOf(['invalid', 'active'])).toBe('contactable');
    expect(visitKindOf(['invalid', 'unverified'])).toBe('contactable');
    expect(visitKindOf(['invalid', 'blocked'])).toBe('lost');
    expect(checkVisitOrder('contactable', visit(['invalid']))).toEqual([{ rule: 'R38', because: 'case_is_lost' }]);
  });

  it('[R41] an invalid address is refused in every spelling, another one is not', () => {
    const same = [
      ['上海市静安区南京西路12号3栋401室', '上海市靜安区 南京西路１２號 3号楼 401室'.replace('靜', '静')],
      ['12 North Main Street, Apt. 4', '12 N MAIN ST #4'.replace('#', 'Unit ')],
      ['幸福路三号', '幸福路3號'],
    ] as const;
    for (const [one, other] of same) {
      expect(addressKey(one)).toBe(addressKey(other));
      const refused = checkVisitOrder('contactable', visit(['active'], { address: one, invalidAddresses: [other] }));
      expect(refused).toEqual([{ rule: 'R41', because: 'address_invalid' }]);
    }
    expect(addressKey('12 Main Street')).not.toBe(addressKey('13 Main Street'));
    expect(addressKey('南京西路12号')).not.toBe(addressKey('南京东路12号'));
  });

  it('[R20] the last number gone: trace by phone, 114 in China; registry and visit only when nothing was found', () => {
    expect(tasksWhenAllInvalid('CN')).toEqual(['trace_phone', 'lookup_114']);
    expect(tasksWhenAllInvalid('US')).toEqual(['trace_phone']);
    expect(tasksAfterTracing(0)).toEqual(['registry_check', 'visit']);
    expect(tasksAfterTracing(1)).toEqual([]);
  });

  it('[R20] a traced case is lost when the last search found nothing, and traced again when a number turns up', () => {
    expect(classAfterSearch('TRACE', 0)).toBe('LOST');
    expect(classAfterSearch('TRACE', 1)).toBe('TRACE');
    for (const found of [0, 1]) expect(classAfterSearch('NEGOTIATING', found)).toBe('NEGOTIATING');
    expect(isFoundAgain('LOST', ['invalid', 'unverified'])).toBe(true);
    expect(isFoundAgain('LOST', ['invalid', 'active'])).toBe(true);
    expect(isFoundAgain('LOST', ['invalid', 'invalid'])).toBe(false);
    expect(isFoundAgain('TRACE', ['active'])).toBe(false);
  });

  it('[R32] a number found stands with work when it is a company, else last, and is unverified', () => {
    expect(newNumberFrom('company')).toEqual({ class: 'work', status: 'unverified' });
  });

  it('[R36] a number named by a third party is unverified and comes last', () => {
    expect(newNumberFrom('other')).toEqual({ class: 'traced', status: 'unverified' });
  });

  it('[R22] stages go forward; what is skipped is named', () => {
    expect(moveStage('first_round', 'registry')).toMatchObject({ kind: 'moved', skipped: [] });
    expect(moveStage('first_round', 'field_collection')).toMatchObject({ skipped: ['registry', 'visit_order'] });
    for (const stage of caseStages) expect(moveStage(stage, stage).kind).toBe('refused');
    expect(moveStage('follow_up', 'registry')).toMatchObject({ kind: 'refused', rule: 'R22' });
  });

  it('[R22] a case stands where the work done in it has brought it; what comes late moves nothing back', () => {
    expect(stagesOf(5, [])).toEqual({ now: 'first_round', since: 5, steps: [] });
    const done = [
      { stage: 'follow_up', at: 40 },
      { stage: 'visit_order', at: 20 },
      { stage: 'registry', at: 30 },
      { stage: 'visit_order', at: 50 },
    ] as const;
    expect(stagesOf(5, done)).toEqual({
      now: 'follow_up',
      since: 40,
      steps: [
        { to: 'visit_order', at: 20, skipped: ['registry'] },
        { to: 'follow_up', at: 40, skipped: ['field_collection'] },
      ],
    });
  });

  it('[R29] 49 accounts are short, 50 meet the goal', () => {
    expect([49, 50, 51].map((accounts) => goalMet(accounts, cn.minAccountsDay))).toEqual([false, true, true]);
  });

  it.each([
    ['[R42] in-house data', 'in_house_data', null, []],
    ['[R43] registry with its source', 'registry', 'client order', []],
    ['[R43] registry without source', 'registry', ' ', ['source_basis_missing']],
    ['[R44] mobile numbers', 'phones_mobile', null, []],
    ['[R45] free items', 'free', null, []],
  ] as const)('%s', (_, item, sourceBasis, because) => {
    const problems = checkEntry({ item, finding: 'seen', sourceBasis });
    expect(problems.map((problem) => problem.because)).toEqual(because);
    expect(checkEntry({ item, finding: '', sourceBasis: 'x' })).toMatchObject([{ because: 'finding_missing' }]);
    expect(openItems([{ item, finding: 'seen', sourceBasis }]).includes(item)).toBe(because.length > 0);
  });

  it('[R35] unseen linked cases open the panel and hold the wrap-up; the dialing only under the hard gate', () => {
    const unseen = { linkedCases: 2, viewedByAgent: false };
    expect(linkedReviewDuty(unseen, 'soft')).toEqual({ opensPanel: true, holdsWrapUp: true, holdsDialing: false });
    expect(linkedReviewDuty(unseen, 'hard').holdsDialing).toBe(true);
    for (const none of [
      { ...unseen, viewedByAgent: true },
      { ...unseen, linkedCases: 0 },
    ]) {
      expect(linkedReviewDuty(none, 'hard')).toEqual({ opensPanel: false, holdsWrapUp: false, holdsDialing: false });
    }
    expect(linkedReviewDuty(unseen, 'off').opensPanel).toBe(false);
  });

  it('[R28] bound within a minute, an alert after five; unanswered calls have no media', () => {
    const call = { answered: true, endedAt: 0, bound: false };
    const duty = (passed: number, over = {}) => recordingDuty({ ...call, ...over }, passed);
    expect([duty(60_000), duty(60_001), duty(299_999), duty(300_000)]).toEqual(['awaited', 'late', 'late', 'alert']);
    expect(duty(600_000, { bound: true })).toBe('bound');
    expect(duty(600_000, { answered: false })).toBe('no_media');
  });
});

describe('stops, promises and what a campaign may change', () => {
  it('[STOP-1] on the person or on the debt, the same as the codes that set them', () => {
    expect(stopKinds.filter((kind) => stopScopeOf(kind) === 'debt')).toEqual([
      'dispute',
      'fraud_hold',
      'attorney',
      'paid',
      'recalled',
    ]);
    expect(stopScopeOf('attorney', 'person')).toBe('person');
    for (const { stop, stopScope } of Object.values(dispositions)) {
      if (stop !== null) expect(stopScopeOf(stop), stop).toBe(stopScope);
    }
  });

  it('[R37] a complaint stops the person', () => {
    expect(dispositions.COMPLAINT).toMatchObject({ stop: 'complaint', stopScope: 'person' });
  });

  it('[STOP-2] lifting takes a supervisor and a reason; deceased, bankrupt and recalled the client too', () => {
    const ask = { role: 'supervisor', reason: 'answered', clientInstruction: null } as const;
    for (const kind of stopKinds) {
      const needsClient = ['deceased', 'bankruptcy', 'recalled'].includes(kind);
      expect(checkLift({ ...ask, kind }), kind).toEqual(needsClient ? ['needs_client_instruction'] : []);
      expect(checkLift({ ...ask, kind, clientInstruction: 'letter' }), kind).toEqual([]);
    }
    expect(checkLift({ kind: 'recalled', role: 'agent', reason: ' ', clientInstruction: '' })).toEqual([
      'needs_supervisor',
      'reason_missing',
      'needs_client_instruction',
    ]);
  });

  const terms = { amountMinor: 1000, promisedOn: '2026-05-12', dueOn: '2026-05-14', graceDays: 0 };
  const paid = (amountMinor: number, paidOn: string, state: Payment['state'] = 'posted'): Payment => ({
    amountMinor,
    paidOn,
    state,
  });

  it('[PTP-1] kept by what is paid in time, whenever it is posted; short of the amount broken after its day', () => {
    const standing = (payments: readonly Payment[], today: string) => promiseStanding(terms, payments, today);
    expect([standing([], '2026-05-14'), standing([], '2026-05-15')]).toEqual(['open', 'broken']);
    expect(standing([paid(1000, '2026-05-14')], '2026-05-20')).toBe('kept');
    expect(standing([paid(1000, '2026-05-15')], '2026-05-20')).toBe('broken');
    expect(standing([paid(1000, '2026-05-11')], '2026-05-14')).toBe('open');
    expect(standing([paid(999, '2026-05-13')], '2026-05-14')).toBe('partial');
    expect(standing([paid(999, '2026-05-13')], '2026-05-15')).toBe('broken');
    expect(standing([paid(600, '2026-05-13'), paid(400, '2026-05-14')], '2026-05-14')).toBe('kept');
    expect(standing([paid(600, '2026-05-13'), paid(400, '2026-05-14', 'claimed')], '2026-05-15')).toBe('claimed');
    expect(promiseStanding({ ...terms, graceDays: 1 }, [], '2026-05-15')).toBe('open');
    expect(keptRate(['open', 'partial'])).toBeNull();
    expect(keptRate(['kept', 'broken', 'claimed', 'kept', 'open'])).toBe(0.5);
  });

  it('[DATE-3] stopped and waiting are never overdue; what no open day could meet, then or since, is excused', () => {
    const noon = at('2026-05-13 12:00');
    const given = { stopped: false, waitingUntil: null, followUpBy: '2026-05-12', excusedOn: null, dueAt: null };
    const state = (over: object, today = '2026-05-13', missedBy = addDays(today, -1)) =>
      followUpState({ ...given, ...over }, { now: noon, today, todayEndsAt: at('2026-05-14 00:00'), missedBy });
    expect([state({}, '2026-05-11'), state({}, '2026-05-12'), state({})]).toEqual(['planned', 'due', 'overdue']);
    expect(state({ excusedOn: '2026-05-12' })).toBe('excused');
    expect(state({ excusedOn: '2026-05-11' })).toBe('overdue');
    // No day was open since.
    expect(state({}, '2026-05-13', '2026-05-11')).toBe('excused');
    expect(state({ waitingUntil: noon + 1 })).toBe('waiting');
    expect(state({ waitingUntil: noon })).toBe('overdue');
    expect(state({ waitingUntil: noon + 1, stopped: true })).toBe('stopped');
    const fresh = { followUpBy: null };
    expect(state(fresh)).toBe('planned');
    expect(state({ ...fresh, dueAt: at('2026-05-13 23:59') })).toBe('due');
    expect(state({ ...fresh, dueAt: at('2026-05-14 00:00') })).toBe('planned');
  });

  it('[CNT-8] who may correct a code, and who may put a number back to work', () => {
    const ask = { role: 'agent', isOwnWrapUp: true, shiftEndsAt: 100, reason: '' } as const;
    expect([checkCorrection(ask, 99), checkCorrection(ask, 100)]).toEqual([null, 'shift_over']);
    expect(checkCorrection({ ...ask, isOwnWrapUp: false }, 1)).toBe('not_own_wrap_up');
    expect(checkCorrection({ ...ask, role: 'qa' }, 1)).toBe('reason_missing');
    expect(checkCorrection({ ...ask, role: 'supervisor', reason: 'heard again' }, 500)).toBeNull();
    expect(checkReinstatement({ by: 'person', mayReinstate: false, reason: 'x' })).toBe('no_permission');
    expect(checkReinstatement({ by: 'person', mayReinstate: true, reason: ' ' })).toBe('reason_missing');
    expect(checkReinstatement({ by: 'person', mayReinstate: true, reason: 'x' })).toBeNull();
    expect(checkReinstatement({ by: 'inbound_call', identityConfirmed: false })).toBe('identity_unconfirmed');
    expect(checkReinstatement({ by: 'inbound_call', identityConfirmed: true })).toBeNull();
  });

  it('[PACE-6] the abandoned share takes persons mistaken for machines in, and its bound is never below it', () => {
    expect(abandonShare({ connected: 97, abandoned: 2, estimatedFalseMachines: 1 })).toBeCloseTo(0.03);
    expect(abandonShare({ connected: 0, abandoned: 0, estimatedFalseMachines: 0 })).toBe(0);
    expect(abandonShareBound({ connected: 0, abandoned: 0, estimatedFalseMachines: 0 })).toBe(1);
    const figure = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(figure, figure, figure, (connected, abandoned, estimatedFalseMachines) => {
        const answers = { connected, abandoned, estimatedFalseMachines };
        expect(abandonShareBound(answers)).toBeGreaterThanOrEqual(abandonShare(answers));
        expect(abandonShareBound(answers)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('[PRE-5] a campaign tightens the law layer and never loosens it; each loosened field is named', () => {
    for (const preset of Object.values(presets)) expect(tighten(preset, {}).kind, preset.name).toBe('tightened');
    const { caps, window, thirdParty, abandon } = cn;
    expect(tighten(cn, { window: { ...window, hours: ['09:00', '21:00'] } })).toMatchObject({ kind: 'tightened' });
    const loose = (preset: typeof cn, change: Parameters<typeof tighten>[1]) => {
      const result = tighten(preset, change);
      return result.kind === 'refused' ? result.loosened : [];
    };
    expect(loose(cn, { window: { ...window, hours: ['07:59', '22:00'] } })).toContain('window.hours');
    expect(loose(cn, { caps: { ...caps, attemptsPerNumberDay: 7 } })).toEqual(['caps.attemptsPerNumberDay']);
    expect(loose(cn, { caps: { ...caps, attemptsPerNumberDay: null } })).toEqual(['caps.attemptsPerNumberDay']);
    expect(loose(cn, { caps: { ...caps, attemptsPerPersonDay: 3 } })).toEqual([]);
    expect(loose(cn, { thirdParty: { ...thirdParty, gate: 'off', noRpcDays: 0 } })).toEqual([
      'thirdParty.gate',
      'thirdParty.noRpcDays',
    ]);
    expect(loose(cn, { abandon: { ...abandon, maxRate: 0.04 } })).toEqual(['abandon.maxRate']);
    expect(loose(us, { caps: { ...us.caps, callWindows: [] } })).toEqual(['caps.callWindows']);
    const [week] = us.caps.callWindows;
    if (week === undefined) throw new Error('us-regf without its window');
    const withWeek = (over: object) => loose(us, { caps: { ...us.caps, callWindows: [{ ...week, ...over }] } });
    expect([withWeek({ calls: 6 }), withWeek({ per: 'person' }), withWeek({ days: 8 })]).toEqual([[], [], []]);
    for (const over of [{ calls: 8 }, { days: 6 }, { classes: ['home'] }, { exclude: [...week.exclude, 'FAX'] }]) {
      expect(withWeek(over), JSON.stringify(over)).toEqual(['caps.callWindows']);
    }
    expect(loose(uk, { window: { hours: ['08:00', '21:00'], zone: 'number', unknownZone: 'block' } })).toEqual([
      'window.sunday',
    ]);
    expect(loose(uk, { holidayDialing: 'ptp_only', amd: 'on', ringMinMs: 14_999 })).toEqual([
      'holidayDialing',
      'amd',
      'ringMinMs',
    ]);
  });
});
