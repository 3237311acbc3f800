import type { CaseDialFacts } from '../domain/dial-facts.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { CaseRecord } from './case-record.ts';
import { overlaysOf } from '../domain/overlays.ts';
import { dialFactsOf, presetOf } from './dial-facts-of.ts';

/** Fulfils the dialer's need: which cases are due, and everything its decision looks at. */
export interface CaseFacts {
  /** In hand first (a round begun, a date agreed), then fresh ones, each in order of their due instant. A hint only. */
  dueCases(campaignId: string, now: Instant, limit: number): Promise<readonly string[]>;
  factsFor(caseId: string, now: Instant, opts?: { exceptAttemptId?: string }): Promise<CaseForDialing | null>;
  deferCase(caseId: string, dueAt: Instant | null, reason: string): Promise<void>;
}

export interface CaseForDialing {
  readonly caseId: string;
  readonly debtorId: string;
  readonly roundNumber: number;
  readonly presetName: string;
  readonly presetVersion: number;
  /** Of the campaign's own rules; 0 = as it was set up, or no campaign. */
  readonly rulesVersion: number;
  /** Places whose law was laid over the preset. */
  readonly localLaw: readonly string[];
  readonly acceptsFiction: boolean;
  readonly facts: CaseDialFacts;
  /** Where each number leads, apart from the facts so that no decision or trace can carry it. */
  readonly lines: readonly {
    readonly numberId: string;
    readonly lineId: string;
    readonly e164: string;
    /** As read from the number: `mobile`, `fixed`, … */
    readonly lineType: string;
  }[];
}

export interface DueStore {
  dueCases(campaignId: string, now: Instant, limit: number): Promise<readonly string[]>;
  record(
    caseId: string,
    now: Instant,
    exceptAttemptId: string | null,
  ): Promise<{ record: CaseRecord; ownerOpenCases: number } | null>;
  defer(caseId: string, dueAt: Instant | null, reason: string): Promise<void>;
}

export function makeCaseFacts(store: DueStore): CaseFacts {
  return {
    dueCases: (campaignId, now, limit) => store.dueCases(campaignId, now, limit),
    async factsFor(caseId, now, opts = {}) {
      const exceptAttemptId = opts.exceptAttemptId ?? null;
      const found = await store.record(caseId, now, exceptAttemptId);
      if (found === null) return null;
      const { record, ownerOpenCases } = found;
      const preset = presetOf(record);
      return {
        caseId,
        debtorId: record.debtorId,
        roundNumber: record.roundNumber,
        presetName: preset.name,
        presetVersion: preset.version,
        rulesVersion: record.campaign?.rulesVersion ?? 0,
        localLaw: overlaysOf(record).filter((name) => preset.overlays.includes(name)),
        acceptsFiction: preset.acceptsFiction,
        facts: dialFactsOf(record, { now, ownerOpenCases, exceptAttemptId }),
        lines: record.numbers.map(({ id, lineId, e164, lineType }) => ({ numberId: id, lineId, e164, lineType })),
      };
    },
    deferCase: (caseId, dueAt, reason) => store.defer(caseId, dueAt, reason),
  };
}
