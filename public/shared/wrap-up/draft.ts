import type { WrapUpInput, WrapUpOption } from '../../../src/contract/wrap-up.ts';

type NumberOwner = NonNullable<WrapUpInput['newNumber']>['whose'];

/** What the agent has filled in so far. */
export interface Draft {
  readonly code: WrapUpOption['code'] | null;
  readonly party: WrapUpInput['party'] | null;
  readonly nextFollowUpOn: string | null;
  readonly promiseMinor: number | null;
  readonly promiseDueOn: string | null;
  readonly fundDate: string | null;
  readonly callbackOn: string | null;
  /** `HH:MM` at the called number. */
  readonly callbackTime: string | null;
  /** The later one of a time that comes twice. */
  readonly callbackSecond: boolean;
  /** Whose call it is at that time, before others. */
  readonly callbackFor: 'owner' | 'team';
  readonly suspect: string;
  readonly clues: string;
  readonly note: string;
  /** What a third party offered (R36). */
  readonly offered: {
    readonly number: string;
    readonly whose: NumberOwner;
    readonly person: string;
    readonly relation: string;
  };
}

export const emptyDraft: Draft = {
  code: null,
  party: null,
  nextFollowUpOn: null,
  promiseMinor: null,
  promiseDueOn: null,
  fundDate: null,
  callbackOn: null,
  callbackTime: null,
  callbackSecond: false,
  callbackFor: 'owner',
  suspect: '',
  clues: '',
  note: '',
  offered: { number: '', whose: 'debtor', person: '', relation: '' },
};
