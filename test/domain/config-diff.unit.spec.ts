import { describe, expect, it } from 'vitest';
import { canonical, configDiff } from '../../src/domain/config-diff.ts';

describe('differences of configuration', () => {
  it('[CFG-2] a change is told field by field, with what was and what is; equal fields are left out', () => {
    const before = { name: 'A', cost: { perMinute: 1, currency: 'CNY' }, prefixes: ['+86'], gone: true };
    const after = { name: 'A', cost: { perMinute: 2, currency: 'CNY' }, prefixes: ['+86', '+1'], added: null };
    expect(configDiff(before, after)).toEqual([
      { path: 'cost.perMinute', before: 1, after: 2 },
      { path: 'prefixes', before: ['+86'], after: ['+86', '+1'] },
      { path: 'gone', before: true },
      { path: 'added', after: null },
    ]);
    expect(configDiff(null, { name: 'A' })).toEqual([{ path: 'name', after: 'A' }]);
    expect(configDiff({ name: 'A' }, null)).toEqual([{ path: 'name', before: 'A' }]);
  });

  it('[CFG-2] the order of fields is no change, that of a list is', () => {
    expect(canonical({ a: 1, b: { c: [1, { d: 2, e: 3 }] } })).toBe(canonical({ b: { c: [1, { e: 3, d: 2 }] }, a: 1 }));
    expect(configDiff({ hours: [{ from: '1', to: '2' }] }, { hours: [{ to: '2', from: '1' }] })).toEqual([]);
    expect(canonical(['a', 'b'])).not.toBe(canonical(['b', 'a']));
    expect(canonical({ a: undefined })).toBe(canonical({}));
    expect(canonical(undefined)).toBe('null');
    expect(canonical({ b: [1, 'x', null, { d: 2, c: undefined, a: 1 }], a: { c: true } })).toBe(
      '{"a":{"c":true},"b":[1,"x",null,{"a":1,"d":2}]}',
    );
  });
});
