import type { WrapUpGiven } from '../../../src/contract/correction.ts';
import type { WrapUpForm } from '../../../src/contract/wrap-up.ts';
import { wallTimeOf } from '../format/zoned-time.ts';
import { callbackZone } from './choose-code.ts';
import { emptyDraft, type Draft } from './draft.ts';

/** A correction begins with what was saved. */
export function draftOfGiven(given: WrapUpGiven, form: WrapUpForm): Draft {
  const { code, party, nextFollowUpOn, promise, fundDate, callbackAt, suspect, clues, note } = given;
  const callback = callbackAt === null ? null : wallTimeOf(callbackAt, callbackZone(form));
  return {
    ...emptyDraft,
    code,
    party,
    nextFollowUpOn,
    promiseMinor: promise?.amountMinor ?? null,
    promiseDueOn: promise?.dueOn ?? null,
    fundDate,
    callbackOn: callback?.date ?? null,
    callbackTime: callback?.time ?? null,
    callbackSecond: callback?.second ?? false,
    suspect: suspect ?? '',
    clues: clues ?? '',
    note,
  };
}
