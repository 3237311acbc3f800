import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { AbandonBook, AnswerCount } from './stores.ts';

export interface AbandonStanding {
  readonly today: AnswerCount;
  /** Over the days that the rules count. */
  readonly window: AnswerCount;
  readonly lastHour: AnswerCount;
}

export type ReadAbandonment = (campaign: {
  readonly campaignId: string;
  readonly abandonDays: number;
}) => Promise<AbandonStanding>;

const dayMs = 86_400_000;
/** The pacer and every screen of a node share one reading. */
const recentForMs = 1_000;
/** Days gone by change only at their far end. */
const olderForMs = 600_000;

interface Known {
  readonly readAt: Instant;
  readonly standing: AbandonStanding;
  readonly older: {
    readonly readAt: Instant;
    readonly until: Instant;
    readonly days: number;
    readonly count: AnswerCount;
  };
}

const sum = (a: AnswerCount, b: AnswerCount): AnswerCount => ({
  live: a.live + b.live,
  abandoned: a.abandoned + b.abandoned,
});

/** Counted from the calls themselves, so that a restart changes nothing (INV-6). */
export function makeReadAbandonment(deps: { readonly book: AbandonBook; readonly clock: Clock }): ReadAbandonment {
  const { book, clock } = deps;
  const known = new Map<string, Known>();
  return async ({ campaignId, abandonDays }) => {
    const now = clock();
    const before = known.get(campaignId);
    if (before !== undefined && before.older.days === abandonDays && Math.abs(now - before.readAt) < recentForMs) {
      return before.standing;
    }
    const windowFrom = now - abandonDays * dayMs;
    const recent = await book.recent(campaignId, now, windowFrom);
    const older =
      before !== undefined &&
      before.older.days === abandonDays &&
      before.older.until === recent.dayStart &&
      now - before.older.readAt < olderForMs
        ? before.older
        : {
            readAt: now,
            until: recent.dayStart,
            days: abandonDays,
            count:
              windowFrom < recent.dayStart
                ? await book.count(campaignId, windowFrom, recent.dayStart)
                : { live: 0, abandoned: 0 },
          };
    const standing = { today: recent.today, lastHour: recent.lastHour, window: sum(older.count, recent.window) };
    known.set(campaignId, { readAt: now, standing, older });
    return standing;
  };
}
