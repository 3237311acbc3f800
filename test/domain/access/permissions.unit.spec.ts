import { describe, expect, it } from 'vitest';
import { differenceFromRole, permissions, permissionsOf } from '../../../src/domain/access/permissions.ts';

const rights = (role: 'agent' | 'supervisor' | 'admin', granted: string[] = [], withheld: string[] = []) =>
  permissionsOf({ role, granted, withheld });

describe('what somebody may do', () => {
  it('[ACC-11] is what the role allows, and for administrators all of it', () => {
    expect(rights('agent')).toEqual(['recordings.listen']);
    expect(rights('supervisor')).toEqual(['recordings.listen', 'export', 'stops.lift', 'cases.hand_over']);
    expect(rights('admin')).toEqual([...permissions]);
  });

  it('[ACC-11] with what was granted and without what was withheld, which wins; words that nobody knows give nothing', () => {
    expect(rights('agent', ['export', 'no.such'])).toEqual(['recordings.listen', 'export']);
    expect(rights('agent', [], ['recordings.listen'])).toEqual([]);
    expect(rights('agent', ['export'], ['export'])).toEqual(['recordings.listen']);
  });

  it('[ACC-11] and is kept as the difference from the role', () => {
    expect(differenceFromRole('supervisor', ['export', 'audit.read'])).toEqual({
      granted: ['audit.read'],
      withheld: ['recordings.listen', 'stops.lift', 'cases.hand_over'],
    });
    for (const role of ['agent', 'supervisor', 'admin'] as const) {
      expect(differenceFromRole(role, rights(role))).toEqual({ granted: [], withheld: [] });
      const wanted = [...permissions].slice(2, 5);
      const { granted, withheld } = differenceFromRole(role, wanted);
      expect(rights(role, granted, withheld)).toEqual(wanted);
    }
  });
});
