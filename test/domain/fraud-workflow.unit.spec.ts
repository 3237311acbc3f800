import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import {
  deadlineState,
  fraudDeadline,
  holdsDialing,
  moveFraud,
  movesFrom,
  type FraudCase,
  type FraudEvent,
} from '../../src/domain/fraud-workflow.ts';
import { presets } from '../../src/domain/presets.ts';
import { addDays } from '../../src/domain/zoned-time.ts';

const { clocks } = presets.cn;
const claimed: FraudCase = { step: 'claimed', claimedOn: '2026-05-01', classBefore: 'NEGOTIATING' };
const deadlineOf = (fraud: FraudCase) => fraudDeadline(fraud, clocks, calendars.CN);

function run(from: FraudCase, ...events: readonly FraudEvent[]): FraudCase {
  return events.reduce((fraud, event) => {
    const move = moveFraud(fraud, event);
    if (move.kind === 'refused') throw new Error(`${event.kind} refused by ${move.rule}: ${move.because}`);
    return move.to;
  }, from);
}
const appoint = (place: 'bank' | 'agency'): FraudEvent => ({
  kind: 'appoint',
  on: '2026-05-02',
  signOn: '2026-05-06',
  place,
});
const sign: FraudEvent = { kind: 'sign', on: '2026-05-06' };
const deliver: FraudEvent = { kind: 'deliver', on: '2026-05-07' };
const confirm: FraudEvent = { kind: 'confirm', on: '2026-05-08' };
const deny: FraudEvent = { kind: 'deny', on: '2026-05-08' };

describe('a fraudulent application', () => {
  it('[R24] the appointment is called for once and signed within seven days', () => {
    const appointed = run(claimed, appoint('bank'));
    const deadline = deadlineOf(appointed);
    expect(deadline).toMatchObject({ rule: 'R24', lastDayOn: '2026-05-08' });
    if (deadline === null) throw new Error('no deadline');
    expect(['2026-05-07', '2026-05-08', '2026-05-09'].map((day) => deadlineState(deadline, day))).toEqual([
      'open',
      'warned',
      'breached',
    ]);
  });

  it('[R25] signed with us it is delivered to the bank first, signed at the bank it is there', () => {
    expect(run(claimed, appoint('agency'), sign).step).toBe('signed');
    expect(run(claimed, appoint('agency'), sign, deliver).step).toBe('awaiting_bank');
    expect(run(claimed, appoint('bank'), sign).step).toBe('awaiting_bank');
    expect(moveFraud(claimed, confirm)).toMatchObject({ kind: 'refused', rule: 'R26', because: 'wrong_step' });
    expect(moveFraud(run(claimed, appoint('agency'), sign), { ...deliver, on: '2026-05-05' })).toMatchObject({
      because: 'before_last_step',
    });
  });

  it('[R26] confirmed on a Friday: warned on Monday, breached after Tuesday, the Saturday being a make-up workday', () => {
    const confirmed = run(claimed, appoint('bank'), sign, confirm);
    const deadline = deadlineOf(confirmed);
    expect(deadline).toEqual({ rule: 'R26', warnOn: '2026-05-11', lastDayOn: '2026-05-12' });
    if (deadline === null) throw new Error('no deadline');
    expect(['2026-05-10', '2026-05-11', '2026-05-12', '2026-05-13'].map((day) => deadlineState(deadline, day))).toEqual(
      ['open', 'warned', 'warned', 'breached'],
    );
    const recalled = run(confirmed, { kind: 'recall', on: '2026-05-11' });
    expect([deadlineOf(recalled), holdsDialing(recalled)]).toEqual([null, true]);
  });

  it('[R27] denied by the bank: the class it had comes back and the hold is over', () => {
    const denied = run(claimed, appoint('bank'), sign, deny);
    expect(denied).toMatchObject({ step: 'denied', classAfter: 'NEGOTIATING' });
    expect(holdsDialing(denied)).toBe(false);
    for (const step of [claimed, run(claimed, appoint('bank')), run(claimed, appoint('bank'), sign, confirm)]) {
      expect(holdsDialing(step)).toBe(true);
    }
  });

  it('[S24] nothing moves an ended workflow', () => {
    const denied = run(claimed, appoint('bank'), sign, deny);
    const later = '2026-06-01';
    for (const kind of ['sign', 'deliver', 'confirm', 'deny', 'recall'] as const) {
      expect(moveFraud(denied, { kind, on: later }), kind).toMatchObject({ kind: 'refused', because: 'wrong_step' });
    }
  });

  it('[R24] an appointment may be moved, is never before it is made, and leaves the clock of the claim alone', () => {
    const appointed = run(claimed, appoint('bank'));
    const again: FraudEvent = { kind: 'appoint', on: '2026-05-03', signOn: '2026-05-03', place: 'agency' };
    const moved = run(appointed, again);
    expect(moved).toEqual({ ...appointed, signOn: '2026-05-03', place: 'agency' });
    expect(deadlineOf(moved)).toEqual(deadlineOf(claimed));
    expect(moveFraud(claimed, { ...again, signOn: '2026-05-02' })).toEqual({
      kind: 'refused',
      rule: 'R24',
      because: 'before_last_step',
    });
    const late = { ...again, on: '2026-05-07', signOn: '2026-05-07' };
    expect(moveFraud(run(appointed, sign), late)).toMatchObject({ rule: 'R24', because: 'wrong_step' });
  });

  const signed = run(claimed, appoint('agency'), sign);
  const awaiting = run(signed, deliver);
  const confirmed = run(awaiting, confirm);
  const recall: FraudEvent = { kind: 'recall', on: '2026-05-11' };
  const ends = [run(awaiting, deny), run(confirmed, recall)];

  it('[R25] each step takes its own day or a later one, and none before', () => {
    const steps: readonly [FraudCase, FraudEvent, string][] = [
      [claimed, appoint('bank'), '2026-04-30'],
      [signed, deliver, '2026-05-05'],
      [awaiting, confirm, '2026-05-06'],
      [awaiting, deny, '2026-05-06'],
      [confirmed, recall, '2026-05-07'],
    ];
    for (const [from, event, before] of steps) {
      expect(moveFraud(from, { ...event, on: before }), event.kind).toEqual({
        kind: 'refused',
        rule: 'R25',
        because: 'before_last_step',
      });
      expect(
        moveFraud(from, {
          ...event,
          on: addDays(before, 1),
          ...(event.kind === 'appoint' && { signOn: addDays(before, 1) }),
        }).kind,
      ).toBe('moved');
    }
    for (const end of ends)
      expect(moveFraud(end, { kind: 'sign', on: '2026-01-01' })).toMatchObject({ because: 'before_last_step' });
  });

  it('[R26] what may follow each step is what is taken, and everything else is refused by its rule', () => {
    const rules = { appoint: 'R24', sign: 'R25', deliver: 'R25', confirm: 'R26', deny: 'R27', recall: 'R26' } as const;
    const events: readonly FraudEvent[] = [appoint('bank'), sign, deliver, confirm, deny, recall].map((event) => ({
      ...event,
      on: '2026-06-01',
      ...(event.kind === 'appoint' && { signOn: '2026-06-01' }),
    }));
    for (const from of [claimed, run(claimed, appoint('bank')), signed, awaiting, confirmed, ...ends]) {
      for (const event of events) {
        const move = moveFraud(from, event);
        if (movesFrom(from.step).includes(event.kind)) expect(move.kind, `${from.step} ${event.kind}`).toBe('moved');
        else expect(move).toEqual({ kind: 'refused', rule: rules[event.kind], because: 'wrong_step' });
      }
    }
    expect(movesFrom('appointed')[0]).toBe('sign');
  });

  it('[R26] only the claim, the appointment and the confirmation have a clock', () => {
    expect([signed, awaiting, ...ends].map(deadlineOf)).toEqual([null, null, null, null]);
    expect(confirmed).toEqual({ step: 'confirmed', confirmedOn: '2026-05-08' });
    expect(ends).toEqual([
      { step: 'denied', deniedOn: '2026-05-08', classAfter: 'NEGOTIATING' },
      { step: 'recalled', recalledOn: '2026-05-11' },
    ]);
    expect([signed, awaiting]).toEqual([
      { step: 'signed', signedOn: '2026-05-06', classBefore: 'NEGOTIATING' },
      { step: 'awaiting_bank', deliveredOn: '2026-05-07', classBefore: 'NEGOTIATING' },
    ]);
  });
});
