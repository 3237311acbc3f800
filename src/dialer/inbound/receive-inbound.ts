import type { InboundSettings } from '../../contract/inbound.ts';
import { arrivedAttempt } from '../../domain/attempt.ts';
import { takesCallsAt } from '../../domain/inbound-call.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId, newToken } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import { hashToken } from '../../platform/token-hash.ts';
import { addressesOf, numberAddresses, tokenMatches, waitAddress } from '../addresses.ts';
import type { HangUp } from '../hang-up.ts';
import type { CallbackDialect } from '../ports.ts';
import type { AttemptBook } from '../stores.ts';
import type { EndInbound } from './end-inbound.ts';
import type {
  ArrivedCall,
  CallerDesk,
  CallerQueue,
  InboundBook,
  InboundNumber,
  InboundScript,
  InboundStep,
  QueueStanding,
} from './inbound-ports.ts';
import { busyOf, closedOf, greetingOf, unknownOf, waitingOf } from './inbound-words.ts';

export interface SignedForm {
  readonly signature: string;
  readonly path: string;
  readonly form: Readonly<Record<string, unknown>>;
}

export type InboundReply =
  | { readonly kind: 'script'; readonly script: InboundScript }
  | { readonly kind: 'noted' }
  | { readonly kind: 'refused'; readonly because: 'bad-signature' | 'unknown-number' | 'unreadable' };

export interface ReceiveInbound {
  /** Our number rings; asked again while somebody else still talks to the person. */
  rung(callerIdId: string, request: SignedForm): Promise<InboundReply>;
  /** The announcement is over and the caller still waits. */
  waits(attemptId: string, token: string, request: SignedForm): Promise<InboundReply>;
  /** The carrier says that the call is over. */
  over(callerIdId: string, request: SignedForm): Promise<InboundReply>;
}

const tokenBytes = 24;
/** From one announcement of the place in the queue to the next. */
const comfortSeconds = 20;
/** How long the caller hears nothing but a pause until it is looked again. */
const shortPause = 3;
/** A call to the caller that was hung up just now is given this time to end. */
const clearWithinMs = 2_000;
const lookEveryMs = 100;

const callSidPattern = /^CA[0-9a-fA-F]{32}$/;
const endedWords = ['completed', 'busy', 'no-answer', 'failed', 'canceled'] as const;

const text = (form: SignedForm['form'], name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};

const script = (settings: InboundSettings, ...steps: readonly InboundStep[]): InboundReply => ({
  kind: 'script',
  script: { language: settings.language, steps },
});

export function makeReceiveInbound(deps: {
  readonly dialect: Pick<CallbackDialect, 'isAuthentic'>;
  readonly book: InboundBook;
  readonly attempts: Pick<AttemptBook, 'find'>;
  readonly callers: CallerDesk;
  readonly queue: CallerQueue;
  readonly hangUp: HangUp;
  readonly endInbound: EndInbound;
  /** The way back into the call for whoever brings it to an agent; known on this node only. */
  readonly keepToken: (attemptId: string, token: string) => void;
  readonly pause: (ms: number) => Promise<void>;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
}): ReceiveInbound {
  const { book, clock, log } = deps;
  const refused = (because: 'bad-signature' | 'unknown-number' | 'unreadable'): InboundReply => ({
    kind: 'refused',
    because,
  });

  /** Inbound wins: what is queued for the person or rings on the line gives way, a talk does not. True: the way is clear. */
  async function clearTheWay(who: { debtorId: string; lineId: string }): Promise<boolean> {
    const until = clock() + clearWithinMs;
    let live = await book.inTheWay(who);
    await Promise.all(live.map((attemptId) => deps.hangUp(attemptId, 'stop')));
    while (live.length > 0 && clock() < until) {
      await deps.pause(lookEveryMs);
      live = await book.inTheWay(who);
    }
    return live.length === 0;
  }

  function hears(
    settings: InboundSettings,
    call: { readonly attemptId: string; readonly token: string; readonly first: boolean },
    standing: QueueStanding,
  ): InboundReply {
    const { attemptId, token, first } = call;
    const hello: InboundStep[] = first ? [{ do: 'say', text: greetingOf(settings) }] : [];
    const again: InboundStep = { do: 'ask', url: waitAddress(deps.publicUrl, attemptId, token) };
    switch (standing.kind) {
      case 'agent': {
        const { media, recording } = addressesOf(deps.publicUrl, attemptId, token);
        return script(settings, { do: 'stream', media, recording }, { do: 'hang-up' });
      }
      case 'waiting':
        return script(
          settings,
          ...hello,
          { do: 'say', text: waitingOf(settings, standing.position, standing.waitMs) },
          { do: 'comfort', seconds: comfortSeconds },
          again,
        );
      case 'coming':
        return script(settings, { do: 'pause', seconds: shortPause }, again);
      case 'gone':
        return script(settings, { do: 'hang-up' });
    }
  }

  async function enter(number: InboundNumber, callSid: string, from: string): Promise<InboundReply> {
    const { settings } = number;
    const caller = await deps.callers.whoCalls(from);
    if (caller === null) {
      await book.arriveUnknown({ callSid, callerIdId: number.callerIdId, at: clock() });
      log.info({ callerIdId: number.callerIdId }, 'inbound call of nobody we know');
      return script(settings, { do: 'say', text: unknownOf(settings) }, { do: 'hang-up' });
    }
    const [attemptId, token] = [newId(), newToken(tokenBytes)];
    const arrival = { attemptId, callSid, number, caller, tokenHash: hashToken(token) };
    const clear = await clearTheWay(caller);
    const at = clock();
    if (!clear || (await book.arrive({ ...arrival, record: arrivedAttempt(at, callSid) })) === 'live_call') {
      // Somebody talks to the person on another line: the caller is kept, and asked for again.
      return script(
        settings,
        { do: 'say', text: busyOf(settings) },
        { do: 'pause', seconds: shortPause },
        { do: 'ask', url: numberAddresses(deps.publicUrl, number.callerIdId).voice },
      );
    }
    log.info({ attemptId, caseId: caller.caseId, shared: caller.shared }, 'inbound call arrived');
    if (!takesCallsAt(settings, at, await deps.callers.businessZone())) {
      await book.outcome(callSid, 'closed');
      return script(settings, { do: 'say', text: closedOf(settings) }, { do: 'hang-up' });
    }
    return joins(settings, { attemptId, token, arrivedAt: at, first: true });
  }

  async function joins(
    settings: InboundSettings,
    call: { attemptId: string; token: string; arrivedAt: Instant; first: boolean },
  ): Promise<InboundReply> {
    const { attemptId, token, arrivedAt } = call;
    deps.keepToken(attemptId, token);
    return hears(settings, call, await deps.queue.standing({ attemptId, arrivedAt }));
  }

  /** Asked a second time for the same call: it keeps its place, and its way back is a new one. */
  async function again(settings: InboundSettings, call: ArrivedCall): Promise<InboundReply> {
    const { attemptId, arrivedAt, outcome } = call;
    if (attemptId === null) return script(settings, { do: 'say', text: unknownOf(settings) }, { do: 'hang-up' });
    if (outcome !== null) return script(settings, { do: 'say', text: closedOf(settings) }, { do: 'hang-up' });
    const token = newToken(tokenBytes);
    await book.renewToken(attemptId, hashToken(token));
    return joins(settings, { attemptId, token, arrivedAt, first: true });
  }

  return {
    async rung(callerIdId, request) {
      if (!(await deps.dialect.isAuthentic(request))) return refused('bad-signature');
      const number = await book.number(callerIdId);
      if (number === null || text(request.form, 'To') !== number.e164) return refused('unknown-number');
      const callSid = text(request.form, 'CallSid');
      if (!callSidPattern.test(callSid)) return refused('unreadable');
      const known = await book.bySid(callSid);
      if (known !== null) return again(number.settings, known);
      return enter(number, callSid, text(request.form, 'From'));
    },
    async waits(attemptId, token, request) {
      if (!(await deps.dialect.isAuthentic(request))) return refused('bad-signature');
      const [attempt, call] = await Promise.all([deps.attempts.find(attemptId), book.byAttempt(attemptId)]);
      if (attempt === null || call === null || !tokenMatches(token, attempt.tokenHash)) {
        return refused('unknown-number');
      }
      if (attempt.record.state === 'ended' || call.outcome !== null) return script(call.settings, { do: 'hang-up' });
      return joins(call.settings, { attemptId, token, arrivedAt: call.arrivedAt, first: false });
    },
    async over(callerIdId, request) {
      if (!(await deps.dialect.isAuthentic(request))) return refused('bad-signature');
      if ((await book.number(callerIdId)) === null) return refused('unknown-number');
      const callSid = text(request.form, 'CallSid');
      const status = endedWords.find((word) => word === text(request.form, 'CallStatus'));
      if (!callSidPattern.test(callSid) || status === undefined) return refused('unreadable');
      await deps.endInbound(callSid, status);
      return { kind: 'noted' };
    },
  };
}
