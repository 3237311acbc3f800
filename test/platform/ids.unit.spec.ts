import { describe, expect, it } from 'vitest';
import { newId, newToken } from '../../src/platform/ids.ts';

describe('ids', () => {
  it('[PLAT-7] are UUIDs of version 7 that sort by birth and never repeat', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('[PLAT-8] tokens may stand in an address', () => {
    expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(newToken()).not.toBe(newToken());
  });
});
