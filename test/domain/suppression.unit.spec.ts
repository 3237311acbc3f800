import { describe, expect, it } from 'vitest';
import { decideCase, decideDial } from '../../src/domain/dial-decision.ts';
import { dialModes } from '../../src/domain/vocabulary.ts';
import { suppressionHolds, underSuppression } from '../../src/domain/suppression.ts';
import { isSuppressionHeader, readSuppressionLine, suppressionColumns } from '../../src/domain/suppression-row.ts';
import { aDay, at, facts, number } from './given.ts';

const morning = at(`${aDay} 09:00`);
const mobile = number('mobile', 'self_mobile');
const work = number('work', 'work', { position: 2 });
const decide = (expiresAt: number | null, now = morning, mode: (typeof dialModes)[number] = 'progressive') => {
  const listed = underSuppression(mobile, { expiresAt }, now);
  return decideDial({ ...facts({ mode, numbers: [listed, work] }), number: listed }, now);
};

describe('a number on the list of those that are never called', () => {
  it.each(dialModes)('[DNC-2] is not dialed in mode %s', (mode) => {
    expect(decide(null, morning, mode)).toMatchObject({ kind: 'BLOCK', reason: 'number_blocked' });
    expect(decide(null, morning, mode).trace.at(-1)).toMatchObject({ gate: 'number_status', detail: 'suppressed' });
  });

  it('[DNC-2] for a while is held until then, to the millisecond, and may be dialed from then on', () => {
    const until = morning + 60_000;
    expect(decide(until)).toMatchObject({ kind: 'DEFER', reason: 'number_blocked', until });
    expect(decide(until, until - 1)).toMatchObject({ kind: 'DEFER' });
    expect(decide(until, until)).toMatchObject({ kind: 'ALLOW' });
    expect(suppressionHolds({ expiresAt: until }, until)).toBe(false);
    expect(suppressionHolds(null, morning)).toBe(false);
  });

  it('[DNC-2] does not hold up the numbers behind it', () => {
    const numbers = [underSuppression(mobile, { expiresAt: null }, morning), work];
    expect(decideCase(facts({ numbers }), morning).next).toBe('work');
  });

  it('[DNC-2] a longer hold of its own is kept', () => {
    expect(underSuppression(mobile, null, morning)).toBe(mobile);
    expect(underSuppression(mobile, { expiresAt: morning }, morning)).toBe(mobile);
    const held = underSuppression({ ...mobile, holdUntil: morning + 9 }, { expiresAt: morning + 5 }, morning);
    expect(held.holdUntil).toBe(morning + 9);
  });
});

describe('a row of a list', () => {
  const headers = ['Phone Number', 'Source', 'Reason', 'Expires On'];
  const read = (cells: readonly (string | number)[]) =>
    readSuppressionLine(cells, suppressionColumns(headers), {
      headers,
      dateSystem: 1900,
      country: 'CN',
      today: aDay,
      judge: (digits) =>
        digits === '123456'
          ? { kind: 'refused', because: 'invalid_number' }
          : { kind: 'valid', e164: `+86${digits}`, country: 'CN', lineType: 'mobile' },
    });

  it('[DNC-4] is a number with what is said of it', () => {
    expect(read(['138 1234 5678', 'Register', 'Asked', '2026-06-01'])).toEqual({
      kind: 'line',
      line: { e164: '+8613812345678', source: 'Register', reason: 'Asked', expiresOn: '2026-06-01' },
    });
    expect(read(['', '', '', ''])).toEqual({ kind: 'blank' });
  });

  it('[DNC-4] the first column of a name counts, whatever stands between its words; a row with a number is a header', () => {
    expect(suppressionColumns(['Name', 'phone__number', 'Phone - Number', ' EXPIRES on'])).toEqual({
      number: 1,
      expires_on: 3,
    });
    expect(isSuppressionHeader(['Reason', 'DNC'])).toBe(true);
    expect(isSuppressionHeader(['Reason', 'Source'])).toBe(false);
  });

  it('[DNC-4] a list of numbers and nothing else is one too', () => {
    const alone = readSuppressionLine(['13812345678'], suppressionColumns(['DNC']), {
      ...{ headers: ['DNC'], dateSystem: 1900, country: 'CN', today: aDay },
      judge: (digits) => ({ kind: 'valid', e164: `+86${digits}`, country: 'CN', lineType: 'mobile' }),
    });
    expect(alone).toEqual({
      kind: 'line',
      line: { e164: '+8613812345678', source: '', reason: '', expiresOn: null },
    });
  });

  it('[DNC-4] words as long as allowed and a last day that is today pass; one more sign, one day before do not', () => {
    expect(read(['13812345678', 's'.repeat(120), 'r'.repeat(500), aDay])).toMatchObject({ kind: 'line' });
    expect(read(['13812345678', 's'.repeat(121), 'r'.repeat(501), ''])).toMatchObject({
      kind: 'rejected',
      faults: [
        { field: 'reason', rule: 'too_long', remedy: 'At most 500 signs.' },
        { field: 'source', rule: 'too_long', remedy: 'At most 120 signs.' },
      ],
    });
  });

  it('[DNC-4] or comes back with every fault: its field, its rule and what would pass', () => {
    const faults = (cells: readonly (string | number)[]): string[] => {
      const found = read(cells);
      if (found.kind !== 'rejected') throw new Error(found.kind);
      expect(found.faults.every(({ remedy }) => remedy !== '')).toBe(true);
      return found.faults.map(({ field, rule }) => `${field} ${rule}`);
    };
    expect(faults(['', 'Register', '', ''])).toEqual(['number number_missing']);
    expect(faults(['12345', '', '', ''])).toEqual(['number too_short']);
    expect(faults(['13812345678, 13812345679', '', '', ''])).toEqual(['number several_numbers']);
    expect(faults(['13812345678', '', 'r'.repeat(501), 'soon'])).toEqual([
      'reason too_long',
      'expires_on date_invalid',
    ]);
    expect(faults(['13812345678', '', '', '2026-05-11'])).toEqual(['expires_on past']);
  });
});
