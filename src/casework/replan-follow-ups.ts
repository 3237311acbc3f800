import { nextRoundOn, type CadenceInput } from '../domain/cadence.ts';
import type { LocalDate } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { CaseLedger } from './ledger.ts';
import { reviewCase } from './review-case.ts';

/** A case that is owed its follow-up by the cadence alone: nothing is agreed. */
export interface CadenceCase {
  readonly caseId: string;
  readonly cadence: CadenceInput;
  readonly followUpBy: LocalDate | null;
}

export interface CadenceMove {
  readonly caseId: string;
  readonly lastRoundOn: LocalDate;
  readonly effective: boolean;
  readonly followUpBy: LocalDate;
}

export interface AskedReplan {
  readonly id: string;
  readonly campaignId: string | null;
  readonly afterId: string;
  readonly asked: number;
}

/** What was asked for when rules or calendars changed, and how far it has come. */
export interface ReplanStore {
  /** The oldest that is not through; null: none. */
  oldest(): Promise<AskedReplan | null>;
  /** The next open cases by id. `held`: what waits there depends on numbers that the rules may keep from being rung. */
  part(
    asked: AskedReplan,
    limit: number,
  ): Promise<{
    readonly cases: readonly CadenceCase[];
    readonly held: readonly string[];
    readonly lastId: string | null;
  }>;
  /** Writes what is still true of its case, and how far it came; null: through. Asked for again meanwhile, it came nowhere. */
  move(
    asked: AskedReplan,
    moves: readonly CadenceMove[],
    progress: { afterId: string | null; at: number },
  ): Promise<void>;
}

const atOnce = 1_000;
/** Beside whoever calls: a pass takes so many parts, the next one goes on. */
const partsOfPass = 10;

/**
 * By when a case is owed moves with the rules and days of the cadence (R1-R4), and with them what is overdue. Broken off
 * it goes on where it was; done twice it changes nothing. Returns how many cases moved.
 */
export function makeReplan(deps: { store: ReplanStore; ledger: CaseLedger; clock: Clock; log: Logger }) {
  const { store, ledger, clock, log } = deps;
  return async (): Promise<number> => {
    let moved = 0;
    for (let taken = 0; taken < partsOfPass; taken += 1) {
      const asked = await store.oldest();
      if (asked === null) break;
      const { cases, held, lastId } = await store.part(asked, atOnce);
      const moves = cases.flatMap(({ caseId, cadence, followUpBy: before }): CadenceMove[] => {
        const followUpBy = nextRoundOn(cadence);
        if (followUpBy === before) return [];
        const { lastRoundOn, effective } = cadence;
        return [{ caseId, lastRoundOn, effective, followUpBy }];
      });
      for (const caseId of held) await ledger.withCase(caseId, (entry) => reviewCase(entry, clock()));
      await store.move(asked, moves, { afterId: lastId, at: clock() });
      moved += moves.length + held.length;
    }
    if (moved > 0) log.info({ moved }, 'follow-ups planned anew');
    return moved;
  };
}
