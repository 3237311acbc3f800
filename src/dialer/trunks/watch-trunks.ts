import type { TrunkHealthView } from '../../contract/trunk.ts';
import { afterProbe, judgeTrunk, trunkHealth } from '../../domain/trunk-health.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { AuditTrail } from '../ports.ts';
import type { HealthBook, WatchedTrunk } from './health-book.ts';
import type { DeskReply } from './trunk-desk.ts';

export interface TrunkWatch {
  /** TRK-11: takes out what went bad. Passes of several nodes do no harm. */
  judge(): Promise<void>;
  /** TRK-12: tries what is out and due; a try may take as long as a phone rings. */
  tryAgain(): Promise<void>;
  health(): Promise<readonly TrunkHealthView[]>;
  /** By hand, and it stays out until somebody puts it back. */
  takeOut(trunkId: string, by: string, reason: string): Promise<DeskReply>;
  putBack(trunkId: string, reason: string): Promise<DeskReply>;
}

/** One try of a trunk that is out; nobody who is called with it. */
export type ProbeTrunk = (trunkId: string) => Promise<{ readonly went: 'well' | 'badly'; readonly because: string }>;

/** The sliding windows that are shown. */
const shownMinutes = [5, 15, 60] as const;
const minuteMs = 60_000;
const passagesShown = 200;
/** A probe of which nothing was heard is somebody else's after this. */
const probePatienceMs = 120_000;

export function makeTrunkWatch(deps: {
  readonly book: HealthBook;
  readonly probe: ProbeTrunk;
  readonly resting: (trunkIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly log: Logger;
}): TrunkWatch {
  const { book, clock, log } = deps;
  const noted = (trunkId: string, action: string, because: string, more: Record<string, number | null> = {}) =>
    deps.audit.record({
      actorId: null,
      action,
      subjectType: 'trunk',
      subjectId: trunkId,
      detail: { because, ...more },
    });

  async function judge({ trunkId, rule, backAt }: WatchedTrunk, now: Instant): Promise<void> {
    const since = Math.max(now - rule.windowMs, backAt ?? 0);
    const health = trunkHealth(await book.endedOf(trunkId, since, now));
    const because = judgeTrunk(health, rule);
    if (because === null) return;
    const { calls, failed, answered } = health;
    const figures = { calls, failed, answered };
    const out = { since: now, because, by: null, probeAt: now + rule.probeEveryMs };
    if (!(await book.takeOut(trunkId, out, figures))) return;
    log.warn({ trunkId, because, ...figures }, 'a trunk was taken out');
    await noted(trunkId, 'trunk.taken_out', because, figures);
  }

  async function tryAgain({ trunkId, rule, out }: WatchedTrunk, now: Instant): Promise<void> {
    if (out === null || out.probeAt === null || out.probeAt > now) return;
    if (!(await book.claimProbe(trunkId, out.probeAt, now + probePatienceMs))) return;
    const { went, because } = await deps.probe(trunkId);
    const next = afterProbe({ good: out.probesGood, failed: out.probesFailed }, went, clock(), rule);
    if (next.kind === 'again') {
      await book.probed(trunkId, next);
      if (went === 'badly') await noted(trunkId, 'trunk.probe_failed', because);
      return;
    }
    if (!(await book.takeBack(trunkId, clock()))) return;
    log.info({ trunkId }, 'a trunk came back');
    await noted(trunkId, 'trunk.put_back', because);
  }

  async function eachOf(
    fits: (trunk: WatchedTrunk) => boolean,
    work: (trunk: WatchedTrunk, now: Instant) => Promise<void>,
  ): Promise<void> {
    const now = clock();
    const looked = (await book.watched()).filter(fits).map(async (trunk) => {
      try {
        await work(trunk, now);
      } catch (err) {
        log.warn({ err, trunkId: trunk.trunkId }, 'a trunk could not be judged; it is looked at again');
      }
    });
    await Promise.all(looked);
  }

  const done = (trunkId: string, because: string): DeskReply => ({ kind: 'done', id: trunkId, changed: { because } });
  async function found(trunkId: string): Promise<WatchedTrunk | null> {
    return (await book.watched()).find((trunk) => trunk.trunkId === trunkId) ?? null;
  }

  return {
    judge: () => eachOf((trunk) => trunk.enabled && trunk.out === null, judge),
    tryAgain: () => eachOf((trunk) => trunk.out !== null, tryAgain),
    async health() {
      const now = clock();
      const lengths = shownMinutes.map((minutes) => minutes * minuteMs);
      const [trunks, ended, passages] = await Promise.all([
        book.watched(),
        book.ended(now, lengths),
        book.passages(passagesShown),
      ]);
      const resting = await deps.resting(trunks.map(({ trunkId }) => trunkId));
      return trunks.map(({ trunkId, out, guardedSince }) => ({
        trunkId,
        windows: shownMinutes.map((minutes) => ({ minutes, ...healthOf(ended(trunkId, minutes * minuteMs)) })),
        out,
        resting: resting.has(trunkId),
        guardedSince,
        passages: [...passages(trunkId)],
      }));
    },
    async takeOut(trunkId, by, reason) {
      if ((await found(trunkId)) === null) return { kind: 'unknown' };
      const out = await book.takeOut(trunkId, { since: clock(), because: reason, by, probeAt: null }, {});
      return out ? done(trunkId, reason) : { kind: 'stale' };
    },
    async putBack(trunkId, reason) {
      if ((await found(trunkId)) === null) return { kind: 'unknown' };
      return (await book.takeBack(trunkId, clock())) ? done(trunkId, reason) : { kind: 'stale' };
    },
  };
}

function healthOf(ended: Parameters<typeof trunkHealth>[0]) {
  const health = trunkHealth(ended);
  return { ...health, reasons: [...health.reasons] };
}
