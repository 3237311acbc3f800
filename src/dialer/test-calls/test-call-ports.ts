import type { TestCallPurpose, TestCallWord, TestNumberList } from '../../contract/test-call.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { PlaceOutcome } from '../ports.ts';

export interface TestCallRow {
  readonly testCallId: string;
  readonly trunkId: string;
  readonly purpose: TestCallPurpose;
  readonly language: 'zh-CN' | 'en';
  readonly tokenHash: string;
  readonly sid: string | null;
  readonly over: boolean;
}

export interface StoredTestEvent {
  readonly eventId: string;
  readonly at: Instant;
  readonly what: TestCallWord;
  readonly detail: string;
}

export interface TestPhone {
  readonly e164: string;
  readonly ownerId: string;
  readonly onFile: boolean;
  readonly calls: readonly { readonly startedAt: Instant; readonly over: boolean }[];
}

export interface TestCallBook {
  numbersOf(userId: string): Promise<TestNumberList['numbers']>;
  /** `on_file`: it is a number of a case. */
  addNumber(number: {
    readonly testNumberId: string;
    readonly userId: string;
    readonly e164: string;
    readonly label: string;
    readonly at: Instant;
  }): Promise<'added' | 'taken' | 'on_file'>;
  removeNumber(userId: string, testNumberId: string): Promise<boolean>;
  phone(testNumberId: string, since: Instant): Promise<TestPhone | null>;
  /** A number that the trunk may show; null: it has none. Undefined: there is no such trunk. */
  callerIdOf(trunkId: string): Promise<string | null | undefined>;
  add(call: TestCallRow & { readonly testNumberId: string; readonly at: Instant }): Promise<void>;
  find(testCallId: string): Promise<TestCallRow | null>;
  accepted(testCallId: string, sid: string): Promise<void>;
  /** False: the same was noted before. `over`: the call has ended with it. */
  note(testCallId: string, event: StoredTestEvent & { readonly key: string; readonly over: boolean }): Promise<boolean>;
  events(testCallId: string): Promise<readonly StoredTestEvent[]>;
}

export interface TestCallAddresses {
  readonly status: string;
  readonly keys: string;
  readonly media: string;
}

/** The carrier, as far as test calls go. */
export interface TestCaller {
  place(
    trunkId: string,
    call: {
      readonly to: string;
      readonly from: string;
      readonly purpose: TestCallPurpose;
      readonly language: 'zh-CN' | 'en';
      readonly addresses: TestCallAddresses;
    },
  ): Promise<PlaceOutcome>;
  hangUp(trunkId: string, sid: string): Promise<void>;
  /** What is said after a key: the key itself, and on it goes; null: nothing more. */
  echo(language: 'zh-CN' | 'en', key: string, keysUrl: string): string;
  /** What a status callback says. */
  read(form: Readonly<Record<string, unknown>>): {
    readonly what: TestCallWord;
    readonly detail: string;
    readonly over: boolean;
    readonly sid: string;
    readonly key: string;
  } | null;
}
