import { describe, expect, it } from 'vitest';
import { changedFields } from '../../src/domain/changed-fields.ts';

describe('what an audit entry says was changed', () => {
  it('[CFG-2] fields that differ, as they were and as they are; what stayed equal is left out', () => {
    expect(changedFields({ name: 'A', cps: 2, prefixes: ['+86'] }, { name: 'B', cps: 2, prefixes: ['+86'] })).toEqual({
      name: 'A → B',
    });
    expect(changedFields({ cps: 2, prefixes: ['+86'] }, { cps: 3, prefixes: ['+86', '+1'] })).toEqual({
      cps: '2 → 3',
      prefixes: '["+86"] → ["+86","+1"]',
    });
  });

  it('[CFG-2] nothing and null are the same, and what the change does not name is no change', () => {
    expect(changedFields({ quiet: true }, { quiet: null, note: undefined })).toEqual({ quiet: 'true → null' });
    expect(changedFields({ a: 1, b: 2 }, { a: 1 })).toEqual({});
    expect(changedFields({}, { a: '' })).toEqual({ a: 'null → ' });
  });
});
