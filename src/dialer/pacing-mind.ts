import { AnswerModel } from '../domain/answer-model/answer-model.ts';
import type { PacingEvent } from '../domain/pacing/events.ts';
import { PacingMemory } from '../domain/pacing/pacing-memory.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { PacingHistory, PacingMemories } from './pacing-stores.ts';

/** What happened is written down within this time, by whichever node. */
const writtenWithinMs = 10_000;
/** History is read so often at most. */
const readEveryMs = 200;
const saveEveryMs = 10_000;
/** A campaign that was not paced for longer learns from this time alone. */
const reachMs = 2 * 3_600_000;

/** What the holder of a campaign's lease has learned of it. */
export interface PacingMind {
  readonly fence: number;
  readonly memory: PacingMemory;
  /** Who answers. */
  readonly answers: AnswerModel;
  /** Takes in what has happened since. */
  catchUp(now: Instant): Promise<void>;
  launched(event: Extract<PacingEvent, { kind: 'launched' }>): void;
  /** Stored now and then, and at once if asked. */
  save(now: Instant, atOnce?: boolean): Promise<void>;
}

/**
 * Learned from what is on record, not from what this process happened to see: after a restart, and on another node, the same
 * history gives the same mind. What was learned is stored with how far it goes.
 */
export async function openMind(
  deps: { readonly history: PacingHistory; readonly memories: PacingMemories },
  campaignId: string,
  fence: number,
  now: Instant,
): Promise<PacingMind> {
  const stored = await deps.memories.find(campaignId);
  const memory = stored === null ? new PacingMemory() : PacingMemory.fromJSON(stored.memory);
  const answers = stored?.answers == null ? new AnswerModel() : AnswerModel.fromJSON(stored.answers);
  const known = new Map(stored?.known ?? []);
  let learnedTo = Math.max(stored?.learnedTo ?? 0, now - reachMs);
  let readAt = Number.NEGATIVE_INFINITY;
  let savedAt = now;

  return {
    fence,
    memory,
    answers,
    async catchUp(at) {
      if (Math.abs(at - readAt) < readEveryMs) return;
      readAt = at;
      const from = learnedTo - writtenWithinMs;
      for (const { key, at: happenedAt, told } of await deps.history.since(campaignId, from)) {
        if (known.has(key)) continue;
        known.set(key, happenedAt);
        if (told.to === 'pacer') memory.learn(told.event);
        else answers.learn(told.facts, told.answered);
      }
      learnedTo = Math.max(learnedTo, at);
      for (const [key, happenedAt] of known) if (happenedAt < learnedTo - 2 * writtenWithinMs) known.delete(key);
    },
    launched: (event) => memory.learn(event),
    async save(at, atOnce = false) {
      if (!atOnce && Math.abs(at - savedAt) < saveEveryMs) return;
      savedAt = at;
      const learned = { memory: memory.toJSON(), answers: answers.toJSON() };
      await deps.memories.save(campaignId, fence, at, { ...learned, learnedTo, known: [...known] });
    },
  };
}
