import type { CallCard } from '../../src/contract/agent.ts';
import type { WrapUpForm, WrapUpInput, WrapUpOption } from '../../src/contract/wrap-up.ts';
import type { DispositionCode, Party } from '../../src/domain/vocabulary.ts';
import type { Dice } from '../carrier/dice.ts';
import { monologueMs } from './conversation.ts';

export interface Heard {
  readonly heardMs: number;
  readonly longestHeardMs: number;
  readonly talkMs: number;
}

type Weights = Readonly<Partial<Record<DispositionCode, number>>>;

/** An agent does not know who was on the line by name of a script, but by the number he was given and what he heard. */
const debtorCodes: Weights = {
  NEG: 30,
  PTP: 24,
  FUND: 12,
  REFUSE: 10,
  CALLBACK: 8,
  PAID_CLAIM: 5,
  DISPUTE: 1,
  HANGUP: 8,
};
const officeCodes: Weights = { NEG: 12, PTP: 8, LM_A: 18, LM_B: 20, TP_NOINFO: 16, RESIGNED: 8, NSP: 6, HANGUP: 12 };
const homeCodes: Weights = { NEG: 18, PTP: 12, LM_A: 24, LM_B: 16, TP_NOINFO: 10, MOVED: 5, NSP: 5, HANGUP: 10 };
const thirdPartyCodes: Weights = { LM_A: 34, LM_B: 28, TP_NOINFO: 20, TP_STOP: 3, NSP: 5, HANGUP: 10 };

const shortTalkMs = 6_000;

export function weightsFor(card: Pick<CallCard, 'numberClass' | 'answeredBy'>, heard: Heard): Weights {
  const machine = card.answeredBy !== null && card.answeredBy !== 'human' && card.answeredBy !== 'unclear';
  // A greeting and the announcement of a vacant number are both long speeches without a pause.
  if (machine || heard.longestHeardMs >= monologueMs) return { VM: 6, VACANT_AG: 1 };
  if (heard.heardMs < 200) return { HANGUP: 3, VM: 1 };
  if (heard.talkMs < shortTalkMs) return { HANGUP: 5, NSP: 2 };
  switch (card.numberClass) {
    case 'self_mobile':
      return debtorCodes;
    case 'work':
      return officeCodes;
    case 'home':
      return homeCodes;
    case 'contact':
    case 'relative':
    case 'emergency':
    case 'traced':
      return thirdPartyCodes;
  }
}

/** A third party's CALLBACK would hold the number only; the floor makes such appointments with debtors. */
function partyOf(option: WrapUpOption): Party {
  return option.parties.includes('RPC') ? 'RPC' : (option.parties[0] ?? 'unknown');
}

const minuteMs = 60_000;

/** The filled form: prefilled dates as offered, sums and instants inside what the form allows. */
export function chooseWrapUp(
  form: WrapUpForm,
  card: Pick<CallCard, 'numberClass' | 'answeredBy'>,
  heard: Heard,
  given: { readonly dice: Dice; readonly now: number; readonly then: 'ready' | 'on_break' },
): WrapUpInput | null {
  const { dice, now } = given;
  const offered = new Map(form.options.map((option) => [option.code, option]));
  const weights = Object.fromEntries(
    Object.entries(weightsFor(card, heard)).filter(([code]) => offered.has(code as DispositionCode)),
  );
  const code = dice.pick(weights) as DispositionCode | null;
  const option = code === null ? form.options.find((each) => each.code === 'HANGUP') : offered.get(code);
  if (option === undefined) return null;
  const share = dice.pick({ '1': 5, '0.5': 3, '0.25': 2 }) ?? '1';
  const needs = (what: WrapUpOption['requires'][number]): boolean => option.requires.includes(what);
  return {
    attemptId: form.attemptId,
    code: option.code,
    party: partyOf(option),
    nextFollowUpOn: option.nextFollowUp?.prefill ?? null,
    promise:
      needs('promise') && option.promiseDue !== null
        ? {
            amountMinor: Math.max(1, Math.round((form.amountMinor ?? 0) * Number(share))),
            dueOn: option.promiseDue.prefill,
          }
        : null,
    fundDate: needs('fundDate') ? (option.fundDate?.prefill ?? null) : null,
    callbackAt: needs('callbackAt') ? now + Math.round(dice.between([20, 90])) * minuteMs : null,
    note: '',
    suspect: needs('suspect') ? 'Unknown applicant' : null,
    clues: needs('clues') ? 'Never held this card' : null,
    newNumber: null,
    then: given.then,
  };
}
