import { applyAttemptEvent, type AttemptEvent, type AttemptRecord } from '../domain/attempt.ts';
import type { AttemptState } from '../domain/vocabulary.ts';
import { Fault } from '../platform/fault.ts';
import type { DecisionRecord } from './decision-record.ts';
import type { AttemptBook, StoredAttempt } from './stores.ts';

export interface Moved {
  readonly attempt: StoredAttempt;
  readonly before: AttemptRecord;
  readonly after: AttemptRecord;
  readonly event: AttemptEvent;
}

export type ApplyEvent = (
  attemptId: string,
  event: AttemptEvent,
  only?: {
    /** Nothing is changed when the attempt has left these states meanwhile. */
    readonly whileIn: readonly AttemptState[];
    /** What the event comes of; stored with it. */
    readonly decided?: DecisionRecord;
  },
) => Promise<AttemptRecord | null>;

/** Each lost round means somebody else's event went through, and one call has few events. */
const maxRounds = 30;

const sameEnding = (a: AttemptRecord, b: AttemptRecord): boolean =>
  JSON.stringify([a.ending?.fault, a.ending?.reason, a.ending?.systemResult, a.connected?.agentId]) ===
  JSON.stringify([b.ending?.fault, b.ending?.reason, b.ending?.systemResult, b.connected?.agentId]);

/** The one way in which an attempt changes: read, reduce, write if nobody else wrote, else again. */
export function makeApplyEvent(deps: {
  readonly attempts: Pick<AttemptBook, 'find' | 'save'>;
  readonly onMoved: (moved: Moved) => void;
}): ApplyEvent {
  return async (attemptId, event, only) => {
    for (let round = 0; round < maxRounds; round += 1) {
      const attempt = await deps.attempts.find(attemptId);
      if (attempt === null) return null;
      const before = attempt.record;
      if (only !== undefined && !only.whileIn.includes(before.state)) return before;
      const step = applyAttemptEvent(before, event);
      if (step.kind === 'ignored') return before;
      const after = step.to;
      const unsettle = after.ending !== null && !sameEnding(before, after);
      const also = { unsettle, ...(only?.decided === undefined ? {} : { decided: only.decided }) };
      if ((await deps.attempts.save(attemptId, attempt.version, after, also)) === 'saved') {
        deps.onMoved({ attempt: { ...attempt, version: attempt.version + 1, record: after }, before, after, event });
        return after;
      }
    }
    throw new Fault('DIAL_ATTEMPT_CONTENDED', { detail: { attemptId } });
  };
}
