import type { AnswerFacts } from '../domain/answer-model/answer-facts.ts';
import type { AnswerModelRecord } from '../domain/answer-model/answer-model.ts';
import type { PacingEvent } from '../domain/pacing/events.ts';
import type { Wish } from '../domain/pacing/give-way.ts';
import type { PacingMemoryRecord } from '../domain/pacing/pacing-memory.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** What the pacer learns from, as it is on record: the same on every node, before and after a restart. */
export interface PacingHistory {
  /** Everything that happened from then on. */
  since(campaignId: string, from: Instant): Promise<readonly HistoryStep[]>;
}

export interface HistoryStep {
  /** What is read twice has the same key. */
  readonly key: string;
  readonly at: Instant;
  readonly told:
    | { readonly to: 'pacer'; readonly event: PacingEvent }
    /** A call that told whether somebody answers, with the facts as they were when it was launched. */
    | { readonly to: 'answers'; readonly facts: AnswerFacts; readonly answered: boolean };
}

/** What a campaign learned, with what of its history is in it already. */
export interface StoredMemory {
  readonly memory: PacingMemoryRecord;
  /** Who answers; null: nothing is known. */
  readonly answers: AnswerModelRecord | null;
  readonly learnedTo: Instant;
  /** Keys of the last steps and when they happened. */
  readonly known: readonly (readonly [string, Instant])[];
}

export interface PacingMemories {
  find(campaignId: string): Promise<StoredMemory | null>;
  /** False: a newer lease has stored its own. */
  save(campaignId: string, fence: number, at: Instant, stored: StoredMemory): Promise<boolean>;
}

/** What the campaigns that are paced want of what they share. Lost with Redis: said anew at the next look. */
export interface WishBoard {
  read(): Promise<readonly Wish[]>;
  say(wish: Wish): Promise<void>;
  forget(campaignId: string): Promise<void>;
}
