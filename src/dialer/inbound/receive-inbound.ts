import type { InboundSettings } from '../../contract/inbound.ts';
import { arrivedAttempt } from '../../domain/attempt.ts';
import { takesCallsAt } from '../../domain/inbound-call.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId, newToken } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import { hashToken } from '../../platform/token-hash.ts';
import { tokenMatches } from '../addresses.ts';
import type { HangUp } from '../hang-up.ts';
import type { CallbackDialect } from '../ports.ts';
import type { AttemptBook } from '../stores.ts';
import type { EndInbound } from './end-inbound.ts';
import type {
  ArrivedCall,
  Caller,
  CallerDesk,
  CallerQueue,
  InboundBook,
  InboundNumber,
  InboundScript,
} from './inbound-ports.ts';
import { keyOf, type InboundScripts, type OpenCall } from './inbound-scripts.ts';

export interface SignedForm {
  readonly signature: string;
  readonly path: string;
  readonly form: Readonly<Record<string, unknown>>;
}

export type InboundReply =
  | { readonly kind: 'script'; readonly script: InboundScript }
  | { readonly kind: 'noted' }
  | { readonly kind: 'refused'; readonly because: 'bad-signature' | 'unknown-number' | 'unreadable' };

type OfNumber = (callerIdId: string, request: SignedForm) => Promise<InboundReply>;
type OfCall = (attemptId: string, token: string, request: SignedForm) => Promise<InboundReply>;

export interface ReceiveInbound {
  /** Our number rings; asked again while somebody else still talks to the person. */
  readonly rung: OfNumber;
  /** Somebody nobody knows chose by a key what to do. */
  readonly chose: OfNumber;
  /** He entered a case number. */
  readonly entered: OfNumber;
  /** The carrier says that the call is over. */
  readonly over: OfNumber;
  /** The announcement is over and the caller still waits. */
  readonly waits: OfCall;
  /** A caller who waits pressed a key. */
  readonly pressed: OfCall;
  /** The caller left a message. */
  readonly message: OfCall;
}

const tokenBytes = 24;
/** A call to the caller that was hung up just now is given this time to end. */
const clearWithinMs = 2_000;
const lookEveryMs = 100;

const callSidPattern = /^CA[0-9a-fA-F]{32}$/;
const numberPattern = /^\+[1-9]\d{6,14}$/;
const endedWords = ['completed', 'busy', 'no-answer', 'failed', 'canceled'] as const;

const text = (form: SignedForm['form'], name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};
const mayRingBack = ({ shared, own }: Pick<Caller, 'shared' | 'own'>): boolean => own && !shared;
const says = (script: InboundScript): InboundReply => ({ kind: 'script', script });
const refused = (because: 'bad-signature' | 'unknown-number' | 'unreadable'): InboundReply => ({
  kind: 'refused',
  because,
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
  readonly scripts: InboundScripts;
  readonly clock: Clock;
  readonly log: Logger;
}): ReceiveInbound {
  const { book, clock, log, scripts } = deps;

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

  const isOpen = async ({ settings }: InboundNumber, at: Instant): Promise<boolean> =>
    takesCallsAt(settings, at, await deps.callers.businessZone());

  /** The call is on record from here on; null: somebody talks to the person, and the caller is kept. */
  async function open(
    number: InboundNumber,
    callSid: string,
    caller: Caller,
  ): Promise<(OpenCall & { at: Instant }) | null> {
    const [attemptId, token] = [newId(), newToken(tokenBytes)];
    const clear = await clearTheWay(caller);
    const at = clock();
    const arrival = { attemptId, callSid, number, caller, tokenHash: hashToken(token) };
    if (!clear || (await book.arrive({ ...arrival, record: arrivedAttempt(at, callSid) })) === 'live_call') return null;
    log.info({ attemptId, caseId: caller.caseId, shared: caller.shared }, 'inbound call arrived');
    return { attemptId, token, mayRingBack: mayRingBack(caller), at };
  }

  /** Put through in the number's hours, else told so; a message can be left then if the number takes any. */
  async function admit(number: InboundNumber, callSid: string, caller: Caller): Promise<InboundReply> {
    const { settings } = number;
    const call = await open(number, callSid, caller);
    if (call === null) return says(scripts.kept(number));
    if (await isOpen(number, call.at)) return joins(settings, call, call.at, true);
    await book.outcome(callSid, 'closed');
    return says(
      settings.afterHours === 'voicemail'
        ? scripts.message(settings, call, 'closed')
        : scripts.ends(settings, 'closed'),
    );
  }

  async function enter(number: InboundNumber, callSid: string, from: string): Promise<InboundReply> {
    const caller = await deps.callers.whoCalls(from);
    if (caller !== null) return admit(number, callSid, caller);
    await book.arriveUnknown({ callSid, callerIdId: number.callerIdId, at: clock() });
    log.info({ callerIdId: number.callerIdId }, 'inbound call of nobody we know');
    return says(greetsUnknown(number));
  }
  const greetsUnknown = (number: InboundNumber): InboundScript =>
    Object.keys(number.settings.menu).length > 0
      ? scripts.menu(number, null)
      : scripts.ends(number.settings, 'unknown');

  async function joins(
    settings: InboundSettings,
    call: OpenCall,
    arrivedAt: Instant,
    first: boolean,
  ): Promise<InboundReply> {
    const { attemptId, token } = call;
    deps.keepToken(attemptId, token);
    return says(scripts.stands(settings, call, await deps.queue.standing({ attemptId, arrivedAt }), first));
  }

  /** Asked a second time for the same call: it keeps its place, and its way back is a new one. */
  async function again(number: InboundNumber, call: ArrivedCall): Promise<InboundReply> {
    const { attemptId, arrivedAt, outcome } = call;
    if (attemptId === null) return says(greetsUnknown(number));
    if (outcome !== null) return says(scripts.ends(number.settings, 'closed'));
    const token = newToken(tokenBytes);
    await book.renewToken(attemptId, hashToken(token));
    return joins(number.settings, { attemptId, token, mayRingBack: mayRingBack(call) }, arrivedAt, true);
  }

  /** A call to one of our numbers that takes calls. */
  const ofNumber =
    (work: (number: InboundNumber, callSid: string, form: SignedForm['form']) => Promise<InboundReply>): OfNumber =>
    async (callerIdId, request) => {
      if (!(await deps.dialect.isAuthentic(request))) return refused('bad-signature');
      const number = await book.number(callerIdId);
      if (number === null || text(request.form, 'To') !== number.e164) return refused('unknown-number');
      const callSid = text(request.form, 'CallSid');
      return callSidPattern.test(callSid) ? work(number, callSid, request.form) : refused('unreadable');
    };

  /** Somebody of whom nothing is known but his number, and not even that of everybody. */
  const ofStranger = (
    work: (number: InboundNumber, callSid: string, from: string, digits: string) => Promise<InboundReply>,
  ) =>
    ofNumber(async (number, callSid, form) => {
      const known = await book.bySid(callSid);
      if (known === null) return refused('unknown-number');
      if (known.attemptId !== null) return again(number, known);
      const from = text(form, 'From');
      return numberPattern.test(from)
        ? work(number, callSid, from, text(form, 'Digits'))
        : says(scripts.ends(number.settings, 'goodBye'));
    });

  /** A call with an attempt of its own, known by its token. */
  const ofCall =
    (
      work: (
        call: OpenCall,
        found: ArrivedCall & { settings: InboundSettings },
        request: SignedForm,
      ) => Promise<InboundReply>,
    ): OfCall =>
    async (attemptId, token, request) => {
      if (!(await deps.dialect.isAuthentic(request))) return refused('bad-signature');
      const [attempt, found] = await Promise.all([deps.attempts.find(attemptId), book.byAttempt(attemptId)]);
      if (attempt === null || found === null || !tokenMatches(token, attempt.tokenHash))
        return refused('unknown-number');
      return work({ attemptId, token, mayRingBack: mayRingBack(found) }, found, request);
    };
  /** The same while the caller stands in the queue. */
  const ofWaiting = (
    work: (
      call: OpenCall,
      found: ArrivedCall & { settings: InboundSettings },
      request: SignedForm,
    ) => Promise<InboundReply>,
  ) =>
    ofCall(async (call, found, request) => {
      const attempt = await deps.attempts.find(call.attemptId);
      const isOver = attempt === null || attempt.record.state === 'ended' || found.outcome !== null;
      return isOver ? says(scripts.hangsUp(found.settings)) : work(call, found, request);
    });

  return {
    rung: ofNumber(async (number, callSid, form) => {
      const known = await book.bySid(callSid);
      return known === null ? enter(number, callSid, text(form, 'From')) : again(number, known);
    }),
    chose: ofStranger(async (number, callSid, from, digits) => {
      const { settings } = number;
      const choice = Object.entries(settings.menu).find(([key]) => key === digits)?.[1];
      switch (choice) {
        case undefined:
          return says(scripts.menu(number, null));
        case 'hang_up':
          return says(scripts.ends(settings, 'goodBye'));
        case 'reference':
          return says(scripts.reference(number));
        case 'queue':
          return admit(number, callSid, await deps.callers.stranger(from));
        case 'voicemail': {
          const call = await open(number, callSid, await deps.callers.stranger(from));
          if (call === null) return says(scripts.kept(number));
          await book.outcome(callSid, 'left');
          return says(scripts.message(settings, call, null));
        }
      }
    }),
    entered: ofStranger(async (number, callSid, from, digits) => {
      const caller = await deps.callers.byReference(digits, from);
      return caller === null ? says(scripts.menu(number, 'referenceUnknown')) : admit(number, callSid, caller);
    }),
    waits: ofWaiting((call, { settings, arrivedAt }) => joins(settings, call, arrivedAt, false)),
    pressed: ofWaiting(async (call, { settings, arrivedAt, callSid }, { form }) => {
      const digits = text(form, 'Digits');
      if (digits === keyOf.callback && settings.offers.callback && call.mayRingBack) {
        if ((await deps.callers.keepPlace(call.attemptId, clock())) === 'gone') return says(scripts.hangsUp(settings));
        await book.outcome(callSid, 'callback');
        await deps.queue.leave(call.attemptId);
        return says(scripts.ends(settings, 'callbackKept'));
      }
      if (digits === keyOf.voicemail && settings.offers.voicemail) {
        await book.outcome(callSid, 'left');
        await deps.queue.leave(call.attemptId);
        return says(scripts.message(settings, call, null));
      }
      return joins(settings, call, arrivedAt, false);
    }),
    message: ofCall(async ({ attemptId }, { settings, callSid }) => {
      await book.messageLeft(callSid);
      await deps.callers.messageLeft(attemptId, clock());
      return says(scripts.ends(settings, 'messageTaken'));
    }),
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
