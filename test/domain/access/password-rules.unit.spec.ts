import { describe, expect, it } from 'vitest';
import { longestPassword, normalPassword, passwordFault } from '../../../src/domain/access/password-rules.ts';

const fault = (password: string, over: Partial<Parameters<typeof passwordFault>[1]> = {}) =>
  passwordFault(password, {
    ownWords: ['Casedial', 'Li', 'Wang'],
    minLength: 12,
    isCommon: (word) => word === 'correcthorse',
    ...over,
  });

describe('what makes a password one that is refused', () => {
  it('[ACC-13] its length, counted in characters as a person counts them', () => {
    expect(fault('quietriver7')).toBe('too_short');
    expect(fault('quietriver78')).toBeNull();
    expect(fault('😀quietriver')).toBe('too_short');
    expect(fault('😀quietriver7')).toBeNull();
    const long = 'abcdefghijk'.repeat(24).slice(0, longestPassword - 1) + '!';
    expect(fault(long)).toBeNull();
    expect(fault(`${long}!`)).toBe('too_long');
    expect(normalPassword('ｑｕｉｅｔ')).toBe('quiet');
  });

  it('[ACC-13] that it is common, whatever its case and what is hung on to its end', () => {
    expect(fault('CorrectHorse')).toBe('common');
    expect(fault('correcthorse 2026!')).toBe('common');
    expect(fault('correcthorseriver')).toBeNull();
  });

  it('[ACC-13] that it is a piece over and over, or a handful of characters', () => {
    expect(fault('quietriverquietriver')).toBe('repeats');
    expect(fault('QuietriverquietriveR')).toBe('repeats');
    expect(fault('quietriverquietriver.')).toBeNull();
    expect(fault('abababababababc')).toBe('repeats');
    expect(fault('abcdabdcacbd')).toBe('repeats');
    expect(fault('abcdabdcacbe')).toBeNull();
  });

  it('[ACC-13] that it tells a name, unless enough stands beside it; words of three characters are no names', () => {
    expect(fault('casedial1234567')).toBe('tells_name');
    expect(fault('CASEDIAL12345678')).toBeNull();
    expect(fault('wangcasedial1234567')).toBe('tells_name');
    expect(fault('libraryofstones')).toBeNull();
    expect(fault('quietwangriver')).toBeNull();
    expect(fault('quietwang678')).toBeNull();
    expect(fault('quietwangwang')).toBe('tells_name');
  });
});
