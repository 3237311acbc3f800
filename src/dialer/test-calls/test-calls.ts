import type { TestCallPurpose, TestCallWord, TestNumberList } from '../../contract/test-call.ts';
import { refuseTestCall, type TestCallRefusal } from '../../domain/test-call.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId, newToken } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import { hashToken } from '../../platform/token-hash.ts';
import { tokenMatches, testCallAddresses } from '../addresses.ts';
import type { CallbackDialect } from '../ports.ts';
import type { StoredTestEvent, TestCallBook, TestCaller, TestCallRow } from './test-call-ports.ts';

export type StartReply =
  | { readonly kind: 'started'; readonly testCallId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly because: TestCallRefusal | 'no_caller_id' };

export interface TestCalls {
  numbersOf(userId: string): Promise<TestNumberList['numbers']>;
  addNumber(
    userId: string,
    number: { readonly e164: string; readonly label: string },
  ): Promise<{ readonly kind: 'added'; readonly testNumberId: string } | { readonly kind: 'taken' | 'on_file' }>;
  removeNumber(userId: string, testNumberId: string): Promise<boolean>;
  /** Asks the carrier; what comes of it is told by the events. */
  start(order: {
    readonly trunkId: string;
    readonly testNumberId: string;
    readonly askedBy: string;
    readonly purpose: TestCallPurpose;
    readonly language: 'zh-CN' | 'en';
  }): Promise<StartReply>;
  /** Null: there is no such call. */
  events(testCallId: string): Promise<{ readonly over: boolean; readonly events: readonly StoredTestEvent[] } | null>;
  hangUp(testCallId: string): Promise<void>;
  /** A signed callback: its reply in the carrier's language; null: not taken in. */
  callback(
    kind: 'status' | 'keys',
    callback: {
      readonly testCallId: string;
      readonly token: string;
      readonly signature: string;
      readonly path: string;
      readonly form: Readonly<Record<string, unknown>>;
    },
  ): Promise<{ readonly twiml: string | null } | null>;
  /** A media socket: whether it may open, and what it notes. */
  socket(testCallId: string, token: string, request: { signature: string; path: string }): Promise<boolean>;
  note(testCallId: string, what: TestCallWord, detail: string): Promise<void>;
}

const dayMs = 86_400_000;
const tokenBytes = 24;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const oneKey = /^[0-9*#A-D]$/;

export function makeTestCalls(deps: {
  readonly book: TestCallBook;
  readonly caller: TestCaller;
  readonly dialect: Pick<CallbackDialect, 'isAuthentic' | 'isAuthenticSocket'>;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
}): TestCalls {
  const { book, caller, clock, log } = deps;

  const note = (testCallId: string, what: TestCallWord, detail: string, key: string, over = false): Promise<boolean> =>
    book.note(testCallId, { eventId: newId(), at: clock(), what, detail, key, over });

  async function known(testCallId: string, token: string): Promise<TestCallRow | null> {
    const call = uuid.test(testCallId) ? await book.find(testCallId) : null;
    return call !== null && tokenMatches(token, call.tokenHash) ? call : null;
  }

  async function hangUp(testCallId: string): Promise<void> {
    const call = await book.find(testCallId);
    if (call !== null && call.sid !== null && !call.over) await caller.hangUp(call.trunkId, call.sid);
  }

  return {
    numbersOf: (userId) => book.numbersOf(userId),
    async addNumber(userId, { e164, label }) {
      const testNumberId = newId();
      const reply = await book.addNumber({ testNumberId, userId, e164, label, at: clock() });
      return reply === 'added' ? { kind: 'added', testNumberId } : { kind: reply };
    },
    removeNumber: (userId, testNumberId) => book.removeNumber(userId, testNumberId),
    async start({ trunkId, testNumberId, askedBy, purpose, language }) {
      const now = clock();
      const from = await book.callerIdOf(trunkId);
      if (from === undefined) return { kind: 'unknown' };
      const phone = await book.phone(testNumberId, now - dayMs);
      const facts = {
        ownerId: phone?.ownerId ?? null,
        askedBy,
        onFile: phone?.onFile ?? false,
        calls: phone?.calls ?? [],
      };
      const refusal = refuseTestCall(facts, now);
      if (refusal !== null || phone === null) return { kind: 'refused', because: refusal ?? 'not_yours' };
      if (from === null) return { kind: 'refused', because: 'no_caller_id' };
      const [testCallId, token] = [newId(), newToken(tokenBytes)];
      const row = { testCallId, trunkId, purpose, language, tokenHash: hashToken(token), sid: null, over: false };
      await book.add({ ...row, testNumberId, at: now });
      await note(testCallId, 'asked', '', 'asked');
      const addresses = testCallAddresses(deps.publicUrl, testCallId, token);
      const outcome = await caller.place(trunkId, { to: phone.e164, from, purpose, language, addresses });
      if (outcome.kind === 'accepted') {
        await book.accepted(testCallId, outcome.sid);
        await note(testCallId, 'accepted', '', 'accepted');
      } else if (outcome.kind === 'unknown') {
        await note(testCallId, 'unknown', outcome.cause, 'unknown');
      } else {
        await note(testCallId, 'refused', String(outcome.code), 'refused', true);
      }
      log.info({ testCallId, trunkId, outcome: outcome.kind }, 'a test call was asked for');
      return { kind: 'started', testCallId };
    },
    async events(testCallId) {
      const call = await book.find(testCallId);
      return call === null ? null : { over: call.over, events: await book.events(testCallId) };
    },
    hangUp,
    async callback(kind, { testCallId, token, signature, path, form }) {
      if (!(await deps.dialect.isAuthentic({ signature, path, form }))) return null;
      const call = await known(testCallId, token);
      if (call === null) return null;
      if (kind === 'status') {
        const said = caller.read(form);
        if (said === null) return null;
        if (call.sid === null) await book.accepted(testCallId, said.sid);
        await note(testCallId, said.what, said.detail, said.key, said.over);
        // A probe wants to know that it rings, not to be answered.
        if (call.purpose === 'probe' && said.what === 'ringing') await hangUp(testCallId);
        return { twiml: null };
      }
      const pressed = form['Digits'];
      if (typeof pressed !== 'string' || !oneKey.test(pressed)) return null;
      await note(testCallId, 'key', pressed, newId());
      const { keys } = testCallAddresses(deps.publicUrl, testCallId, token);
      return { twiml: caller.echo(call.language, pressed, keys) };
    },
    async socket(testCallId, token, request) {
      return (await deps.dialect.isAuthenticSocket(request)) && (await known(testCallId, token)) !== null;
    },
    async note(testCallId, what, detail) {
      await note(testCallId, what, detail, what);
    },
  };
}
