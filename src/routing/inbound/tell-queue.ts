import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { OfferBook } from '../offer-book.ts';
import type { Nudges, QueueFacts } from '../ports.ts';
import type { QueueClaims } from './read-claims.ts';
import type { WaitingLine } from './waiting-line.ts';

/** So often while somebody waits. */
const tellEveryMs = 1_000;

export interface TellQueue {
  /** Somebody came, left, or has an agent: the other nodes are told, many changes at once in one. */
  changed(): void;
  /** Tells them anew when it is time, and misses whoever was served elsewhere. */
  now(): Promise<void>;
  stop(): void;
}

/** What the other nodes must know of this one's queue, and what they may have learned of its callers. */
export function makeTellQueue(deps: {
  readonly line: () => WaitingLine;
  readonly claims: Pick<QueueClaims, 'say'>;
  readonly queue: Pick<QueueFacts, 'served'>;
  readonly offers: Pick<OfferBook, 'callOff'>;
  readonly nudges: Pick<Nudges, 'tell'>;
  readonly clock: Clock;
  readonly log: Logger;
}): TellQueue {
  const { clock, log } = deps;
  let toldAt: Instant = 0;
  let telling: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function tell(): Promise<void> {
    while (again && !stopped) {
      again = false;
      toldAt = clock();
      try {
        if (await deps.claims.say()) deps.nudges.tell();
      } catch (err) {
        log.warn({ err }, 'other nodes were not told who waits; they are in a second');
      }
    }
  }
  const changed = (): void => {
    again = true;
    telling ??= tell().finally(() => (telling = null));
  };

  return {
    changed,
    async now() {
      const line = deps.line();
      if (line.count === 0 || clock() - toldAt < tellEveryMs) return;
      changed();
      // The end of a call is told to one node, which may be another than the one that has the caller.
      const here = line.onTheirWay();
      for (const attemptId of here.length === 0 ? [] : await deps.queue.served(here)) {
        deps.offers.callOff(attemptId, () => Promise.resolve());
      }
    },
    stop() {
      stopped = true;
    },
  };
}
