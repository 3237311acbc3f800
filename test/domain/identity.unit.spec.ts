import { describe, expect, it } from 'vitest';
import { coversDebt, isOthersNumber, needsIdentity } from '../../src/domain/identity.ts';
import { presets } from '../../src/domain/presets.ts';
import { numberClasses } from '../../src/domain/vocabulary.ts';

const own = ['self_mobile', 'home'];

describe('who may hear of the debt', () => {
  it('[IDC-1] on a number where somebody else may answer nothing is told before identity is confirmed', () => {
    for (const numberClass of numberClasses) {
      const mayBeOther = !own.includes(numberClass);
      expect(isOthersNumber(numberClass), numberClass).toBe(mayBeOther);
      expect(needsIdentity(numberClass, presets.cn), numberClass).toBe(mayBeOther);
      const line = { numberClass, identityConfirmed: false, ended: false, shared: false };
      expect(coversDebt(line, presets.cn), numberClass).toBe(mayBeOther);
    }
  });

  it('[IDC-2] the confirmation uncovers the debt, and so does the end of the call', () => {
    const line = { numberClass: 'contact', identityConfirmed: false, ended: false, shared: false } as const;
    expect(coversDebt(line, presets.cn)).toBe(true);
    expect(coversDebt({ ...line, identityConfirmed: true }, presets.cn)).toBe(false);
    expect(coversDebt({ ...line, ended: true }, presets.cn)).toBe(false);
  });

  it('[INB-4] a line of several debtors stays covered, also after the call, until it is known who rang', () => {
    const line = { numberClass: 'self_mobile', identityConfirmed: false, ended: true, shared: true } as const;
    expect(coversDebt(line, presets.cn)).toBe(true);
    expect(coversDebt({ ...line, identityConfirmed: true, ended: false }, presets.cn)).toBe(true);
    expect(coversDebt({ ...line, shared: false }, presets.cn)).toBe(false);
  });

  it('[IDC-3] where disclosure is forbidden the own numbers are covered as well', () => {
    for (const numberClass of numberClasses) {
      expect(needsIdentity(numberClass, presets.uk), numberClass).toBe(true);
      expect(coversDebt({ numberClass, identityConfirmed: false, ended: false, shared: false }, presets.uk)).toBe(true);
    }
  });
});
