import type { WrapUpForm, WrapUpOption } from '../../../src/contract/wrap-up.ts';
import { addDays, instantsOf, wallTimeOf } from '../format/zoned-time.ts';
import type { Draft } from './draft.ts';

interface Range {
  readonly min: string;
  readonly max: string;
  readonly prefill: string;
}

const callbackDays = 7;

export const callbackZone = (form: WrapUpForm): string => form.calleeZone ?? form.businessZone;

export function callbackRange(form: WrapUpForm): Range {
  return { min: form.today, max: addDays(form.today, callbackDays), prefill: form.today };
}

/** With funds expected on a day, the next contact lies before or on it (R15). */
export function nextRange(option: WrapUpOption, form: WrapUpForm, fundDate: string | null): Range | null {
  if (option.fundDate === null || option.nextFollowUp === null || fundDate === null) return option.nextFollowUp;
  const tomorrow = addDays(form.today, 1);
  return { min: fundDate < tomorrow ? fundDate : tomorrow, max: fundDate, prefill: fundDate };
}

const within = (date: string | null, range: Range): string =>
  date !== null && date >= range.min && date <= range.max ? date : range.prefill;

const halfAnHourMs = 1_800_000;

/** The hour and minute of a callback: what was chosen, else the next half hour. */
function callbackTimeOf(draft: Draft, form: WrapUpForm, now: number) {
  if (draft.callbackTime !== null) return { callbackTime: draft.callbackTime, callbackSecond: draft.callbackSecond };
  const next = Math.ceil((now + halfAnHourMs) / halfAnHourMs) * halfAnHourMs;
  const { time, second } = wallTimeOf(next, callbackZone(form));
  return { callbackTime: time, callbackSecond: second };
}

/** The instants that the draft's callback can mean: none where the clock leaves the time out, two where it comes twice. */
export const callbackInstants = ({ callbackOn, callbackTime }: Draft, form: WrapUpForm): readonly number[] =>
  callbackOn === null || callbackTime === null ? [] : instantsOf(callbackOn, callbackTime, callbackZone(form));

/** The draft after a code was chosen: dates prefilled inside their windows, what the code does not ask for emptied. */
export function chooseCode(draft: Draft, option: WrapUpOption, form: WrapUpForm, now: number): Draft {
  const fundDate = option.fundDate === null ? null : within(draft.fundDate, option.fundDate);
  const next = nextRange(option, form, fundDate);
  const asksPromise = option.requires.includes('promise');
  const asksCallback = option.requires.includes('callbackAt');
  const keepsParty = draft.party !== null && option.parties.includes(draft.party);
  return {
    ...draft,
    code: option.code,
    party: keepsParty ? draft.party : option.parties.length === 1 ? (option.parties[0] ?? null) : null,
    nextFollowUpOn: next === null ? null : within(draft.nextFollowUpOn, next),
    promiseMinor: asksPromise ? (draft.promiseMinor ?? form.amountMinor) : null,
    promiseDueOn: option.promiseDue === null ? null : within(draft.promiseDueOn, option.promiseDue),
    fundDate,
    callbackOn: asksCallback ? within(draft.callbackOn, callbackRange(form)) : null,
    ...(asksCallback ? callbackTimeOf(draft, form, now) : { callbackTime: null, callbackSecond: false }),
  };
}
