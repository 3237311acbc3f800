import { expect, it } from 'vitest';
import { placeZone, zoneOfHouse } from '../../src/contract/zone.ts';

it('[EMPTY-2] a new house goes by the clock of a place, also on a machine that names none', () => {
  expect(zoneOfHouse('America/New_York')).toBe('America/New_York');
  for (const noPlace of ['UTC', 'Etc/UTC', 'GMT', '']) {
    expect(zoneOfHouse(noPlace)).toBe('Asia/Shanghai');
    expect(placeZone.safeParse(zoneOfHouse(noPlace)).success).toBe(true);
  }
});
