import type { ZoneEffect, ZoneOverrideView } from '../contract/zone.ts';
import type { Instant, ZoneName } from '../domain/vocabulary.ts';

/** Places whose people live by another clock than the law of their country says (5.3). */
export interface ZoneOverrides {
  all(): Promise<readonly ZoneOverrideView[]>;
  effect(prefix: string): Promise<ZoneEffect>;
  /**
   * `not_set`: there was none to take back; `stale`: it has another zone than was seen. What waits at such a number is looked
   * at again.
   */
  set(given: {
    readonly prefix: string;
    readonly zone: ZoneName | null;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
    /** Left out: whatever it has. */
    readonly seen?: ZoneName | null;
  }): Promise<'set' | 'not_set' | 'stale'>;
}
