import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import {
  deadlineState,
  fraudDeadline,
  holdsDialing,
  moveFraud,
  type FraudCase,
  type FraudEvent,
} from '../../src/domain/fraud-workflow.ts';
import { presets } from '../../src/domain/presets.ts';

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
});
