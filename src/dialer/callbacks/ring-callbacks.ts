import { callbackAfterCall, callbackAudience, callbackLateMs } from '../../domain/callback.ts';
import { mayHoldNow } from '../../domain/pacing/give-way.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import type { LaunchReply } from '../dialer.ts';
import type { LaunchAttempt } from '../launch-attempt.ts';
import type { WishBoard } from '../pacing-stores.ts';
import type { AgentPool } from '../ports.ts';
import type { CallbackBook, DueCallback } from './callback-book.ts';

export interface RingCallbacks {
  /** Rings what is due, takes in what was rung, and tells who has to be told. */
  tick(): Promise<void>;
  /** The place of a caller who did not wait is reached, and an agent is kept for the attempt. */
  ringBack(call: { readonly callbackId: string; readonly attemptId: string }): Promise<'launched' | 'refused'>;
}

/** A promise that could not be kept a moment ago is tried again after this. */
const retryMs = 5_000;
/** So long a promised call waits for a moment at which its agent is not counted on by calls that ring already. */
const safeMomentMs = 5_000;
/** Stops of person or debt, and what is no case of ours any more: nothing is owed. */
const over = new Set(['case_stop', 'recalled', 'number_blocked']);

/** Calls that somebody was promised. Each is placed with an agent kept for it; the law decides whether it may be. */
export function makeRingCallbacks(deps: {
  readonly book: CallbackBook;
  readonly agents: Pick<AgentPool, 'hold' | 'release'>;
  readonly launch: LaunchAttempt;
  readonly wishes: Pick<WishBoard, 'read'>;
  readonly raiseAlert: (kind: string, subjectId: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly graceMs: number;
}): RingCallbacks {
  const { book, agents, clock, log, graceMs } = deps;

  async function place(callback: DueCallback, attemptId: string): Promise<LaunchReply> {
    const { callbackId, caseId, campaignId, lineId } = callback;
    if (campaignId === null) return { kind: 'refused', because: 'campaign_not_running' };
    if (!(await book.claim(callbackId, attemptId, clock()))) return { kind: 'refused', because: 'live_call' };
    const reply = await deps.launch(caseId, campaignId, null, {
      mode: 'progressive',
      agent: 'kept',
      attemptId,
      lineId,
    });
    if (reply.kind === 'launched') return reply;
    const reason = reply.reason ?? reply.because;
    log.info({ callbackId, caseId, reason }, 'a promised call may not be placed now');
    if (over.has(reason)) await book.done(callbackId, 'over', clock());
    else await book.release(callbackId, clock(), reply.because === 'not_now');
    return reply;
  }

  async function ring(callback: DueCallback): Promise<void> {
    const { caseId, campaignId, lineId } = callback;
    if (campaignId === null) return;
    if (clock() - callback.dueAt < safeMomentMs && !mayHoldNow(campaignId, await deps.wishes.read(), clock())) return;
    const attemptId = newId();
    const among = callbackAudience(callback, clock(), graceMs);
    if ((await agents.hold({ attemptId, caseId, campaignId, lineId, among })) === null) return;
    let launched = false;
    try {
      launched = (await place(callback, attemptId)).kind === 'launched';
    } finally {
      if (!launched) await agents.release(attemptId);
    }
  }

  async function takeIn(): Promise<void> {
    for (const { callbackId, call } of await book.ended(clock() - retryMs)) {
      const after = call === null ? 'again' : callbackAfterCall(call);
      if (after === 'again') await book.release(callbackId, clock(), false);
      else if (after !== 'wait') await book.done(callbackId, after, clock());
    }
  }

  return {
    async tick() {
      await takeIn();
      for (const callback of await book.due(clock(), clock() - retryMs)) await ring(callback);
      for (const callbackId of await book.late(clock() - callbackLateMs(graceMs))) {
        await deps.raiseAlert('callback_waiting', callbackId);
        await book.told(callbackId, clock());
      }
      await book.resolveAlerts(clock());
    },
    async ringBack({ callbackId, attemptId }) {
      const callback = await book.find(callbackId);
      return callback === null ? 'refused' : (await place(callback, attemptId)).kind;
    },
  };
}
