import type { WrapUpForm, WrapUpInput, WrapUpOption } from '../../../src/contract/wrap-up.ts';
import { callbackInstants } from './choose-code.ts';
import type { Draft } from './draft.ts';

/** Fields as the server names them, so that both sides' problems show in the same place. */
export type WrapUpField =
  | 'code'
  | 'party'
  | 'nextFollowUpOn'
  | 'promise.amountMinor'
  | 'promise.dueOn'
  | 'fundDate'
  | 'callbackAt'
  | 'suspect'
  | 'clues'
  | 'newNumber.number'
  | 'note';

export type LocalProblem =
  | 'chooseCode'
  | 'chooseParty'
  | 'amountMissing'
  | 'dateMissing'
  | 'timeMissing'
  | 'timePast'
  | 'timeSkipped'
  | 'textMissing';

export type Checked =
  | { readonly ok: true; readonly input: Omit<WrapUpInput, 'then'> }
  | { readonly ok: false; readonly problems: ReadonlyMap<WrapUpField, LocalProblem> };

/** Only what is plainly missing; the windows and rules are the server's to judge. */
export function checkDraft(draft: Draft, option: WrapUpOption | undefined, form: WrapUpForm, now: number): Checked {
  const problems = new Map<WrapUpField, LocalProblem>();
  if (option === undefined || draft.code === null) return { ok: false, problems: new Map([['code', 'chooseCode']]) };
  if (draft.party === null) problems.set('party', 'chooseParty');
  if (option.nextFollowUp !== null && draft.nextFollowUpOn === null) problems.set('nextFollowUpOn', 'dateMissing');
  const asks = new Set(option.requires);
  if (asks.has('promise') && (draft.promiseMinor === null || draft.promiseMinor <= 0)) {
    problems.set('promise.amountMinor', 'amountMissing');
  }
  if (asks.has('promise') && draft.promiseDueOn === null) problems.set('promise.dueOn', 'dateMissing');
  if (asks.has('fundDate') && draft.fundDate === null) problems.set('fundDate', 'dateMissing');
  if (asks.has('suspect') && draft.suspect.trim() === '') problems.set('suspect', 'textMissing');
  if (asks.has('clues') && draft.clues.trim() === '') problems.set('clues', 'textMissing');
  const callback = asks.has('callbackAt') ? callbackOf(draft) : null;
  if (asks.has('callbackAt')) {
    const problem = callbackProblem(draft, form, now);
    if (problem !== null) problems.set('callbackAt', problem);
  }
  if (problems.size > 0 || draft.party === null) return { ok: false, problems };
  return {
    ok: true,
    input: {
      attemptId: form.attemptId,
      code: draft.code,
      party: draft.party,
      nextFollowUpOn: draft.nextFollowUpOn,
      promise:
        draft.promiseMinor === null || draft.promiseDueOn === null
          ? null
          : { amountMinor: draft.promiseMinor, dueOn: draft.promiseDueOn },
      fundDate: draft.fundDate,
      callbackAt: callback,
      ...(callback === null ? {} : { callbackFor: draft.callbackFor }),
      note: draft.note.trim(),
      suspect: asks.has('suspect') ? draft.suspect.trim() : null,
      clues: asks.has('clues') ? draft.clues.trim() : null,
      newNumber: offeredIn(draft),
    },
  };
}

/** As it was agreed on; which instant that is, the server reads by the same clock. */
function callbackOf({ callbackOn, callbackTime, callbackSecond }: Draft): WrapUpInput['callbackAt'] {
  if (callbackOn === null || callbackTime === null) return null;
  return { date: callbackOn, time: callbackTime, second: callbackSecond };
}

function callbackProblem(draft: Draft, form: WrapUpForm, now: number): LocalProblem | null {
  if (callbackOf(draft) === null) return 'timeMissing';
  const [first, later = first] = callbackInstants(draft, form);
  if (first === undefined || later === undefined) return 'timeSkipped';
  return (draft.callbackSecond ? later : first) <= now ? 'timePast' : null;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Third parties offer numbers (R36); what was typed before another party was chosen is not sent. */
function offeredIn({ party, offered }: Draft): WrapUpInput['newNumber'] {
  const number = offered.number.trim();
  if (party !== 'TPC' || number === '') return null;
  return { number, whose: offered.whose, person: orNull(offered.person), relation: orNull(offered.relation) };
}
