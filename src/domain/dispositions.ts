import type { WindowName } from './preset.ts';
import type { CaseClass, CountedReason, DispositionCode, NumberClass, Party, StopKind } from './vocabulary.ts';

/** What a code does to the counters of the line (rulebook 3.1, "counts"). */
export type CountEffect =
  /** Positive contact for this debtor: all four back to 0. */
  | { readonly kind: 'reset' }
  /** A human answered: vacant back to 0, the others stay. */
  | { readonly kind: 'reset_vacant' }
  /** One more of the reason; `resetsVacant` where a human said so. */
  | { readonly kind: 'count'; readonly reason: CountedReason; readonly resetsVacant: boolean }
  | { readonly kind: 'neutral' };

/** The next follow-up date a code asks for. */
export type FollowUpRule =
  /** A date inside the preset's window; prefilled with `D+prefillDays`. */
  | { readonly kind: 'window'; readonly window: WindowName; readonly prefillDays: number }
  /** Promise: next = the reminder date of the due date (R9), set by rule. */
  | { readonly kind: 'reminder'; readonly prefillDays: number }
  /** Reminder or due-day call made: the due date, on the due day itself the next daypart. */
  | { readonly kind: 'promise_due' }
  /** Fund date inside the window, next follow-up D+1 .. fund date. */
  | { readonly kind: 'fund'; readonly prefillDays: number }
  /** An agreed instant inside the window. */
  | { readonly kind: 'callback' }
  /** The cadence goes on. */
  | { readonly kind: 'cadence' }
  /** No date: nothing is dialed until the stop is lifted. */
  | { readonly kind: 'none' };

export type WrapUpRequirement = 'promise' | 'fundDate' | 'callbackAt' | 'suspect' | 'clues';

export interface Disposition {
  readonly code: DispositionCode;
  readonly zh: string;
  readonly en: string;
  readonly parties: readonly Party[];
  readonly counts: CountEffect;
  /** Null: the class stays as it is. */
  readonly classAfter: CaseClass | null;
  readonly followUp: FollowUpRule;
  readonly numberEffect: 'none' | 'block';
  readonly stop: StopKind | null;
  /** The stop is on the person (all linked cases) or on this debt (5.4). */
  readonly stopScope: 'person' | 'debt' | null;
  /** Who waits for the next date (3.4): decided by the party where a code allows both. */
  readonly hold: 'case' | 'number' | 'by_party' | 'none';
  readonly requires: readonly WrapUpRequirement[];
  /** Number classes for which the code is suggested; null = all. */
  readonly suggestedFor: readonly NumberClass[] | null;
  readonly hotkey: string | null;
}

const reset: CountEffect = { kind: 'reset' };
const neutral: CountEffect = { kind: 'neutral' };
/** 3.3 item 4: any human answer says that the line is not vacant, also where the code counts nothing else. */
const human: CountEffect = { kind: 'reset_vacant' };
const cadence: FollowUpRule = { kind: 'cadence' };
const none: FollowUpRule = { kind: 'none' };
const count = (reason: CountedReason, resetsVacant: boolean): CountEffect => ({ kind: 'count', reason, resetsVacant });
const anyParty: readonly Party[] = ['RPC', 'TPC', 'WPC', 'unknown'];

/** What most codes share; each row says where it differs. */
const plain = {
  parties: ['RPC'],
  counts: reset,
  classAfter: null,
  followUp: cadence,
  numberEffect: 'none',
  stop: null,
  stopScope: null,
  hold: 'none',
  requires: [],
  suggestedFor: null,
  hotkey: null,
} as const satisfies Omit<Disposition, 'code' | 'zh' | 'en'>;

const thirdParty = { ...plain, parties: ['TPC'], hold: 'number' } as const satisfies Omit<
  Disposition,
  'code' | 'zh' | 'en'
>;

const stopping = { ...plain, followUp: none, hold: 'case', counts: human } as const satisfies Omit<
  Disposition,
  'code' | 'zh' | 'en'
>;

/** Rulebook 3.1 as data. Hotkeys stand for the codes an agent needs most. */
export const dispositions: Readonly<Record<DispositionCode, Disposition>> = {
  PTP: {
    ...plain,
    code: 'PTP',
    zh: '承诺还款',
    en: 'Promise to pay',
    classAfter: 'PTP',
    followUp: { kind: 'reminder', prefillDays: 2 },
    hold: 'case',
    requires: ['promise'],
    hotkey: '1',
  },
  PTP_CONFIRM: {
    ...plain,
    code: 'PTP_CONFIRM',
    zh: '提醒/确认',
    en: 'Promise confirmed',
    classAfter: 'PTP',
    followUp: { kind: 'promise_due' },
    hold: 'case',
    hotkey: '2',
  },
  PAID_CLAIM: {
    ...plain,
    code: 'PAID_CLAIM',
    zh: '称已还款',
    en: 'Says paid',
    parties: ['RPC', 'TPC'],
    classAfter: 'PAID_PENDING',
    followUp: { kind: 'window', window: 'PAID_CLAIM', prefillDays: 1 },
    hold: 'case',
    hotkey: '3',
  },
  NEG: {
    ...plain,
    code: 'NEG',
    zh: '谈判',
    en: 'Negotiating',
    classAfter: 'NEGOTIATING',
    followUp: { kind: 'window', window: 'NEG', prefillDays: 1 },
    hold: 'case',
    hotkey: '4',
  },
  FUND: {
    ...plain,
    code: 'FUND',
    zh: '筹款中',
    en: 'Raising funds',
    classAfter: 'RAISING_FUNDS',
    followUp: { kind: 'fund', prefillDays: 7 },
    hold: 'case',
    requires: ['fundDate'],
    hotkey: '5',
  },
  REFUSE: {
    ...plain,
    code: 'REFUSE',
    zh: '拒还',
    en: 'Refuses to pay',
    classAfter: 'NEGOTIATING',
    followUp: { kind: 'window', window: 'REFUSE', prefillDays: 1 },
    hold: 'case',
    hotkey: '6',
  },
  CALLBACK: {
    ...plain,
    code: 'CALLBACK',
    zh: '约回电',
    en: 'Call back',
    parties: ['RPC', 'TPC'],
    followUp: { kind: 'callback' },
    hold: 'by_party',
    requires: ['callbackAt'],
    hotkey: '7',
  },
  HANGUP: {
    ...plain,
    code: 'HANGUP',
    zh: '挂断',
    en: 'Hung up, party unknown',
    parties: ['unknown'],
    counts: human,
    hotkey: '8',
  },
  LM_A: {
    ...thirdParty,
    code: 'LM_A',
    zh: '留电1',
    en: 'Left message, hopeful',
    classAfter: 'LEFT_MSG_A',
    followUp: { kind: 'window', window: 'LM_A', prefillDays: 2 },
    hotkey: 'q',
  },
  LM_B: {
    ...thirdParty,
    code: 'LM_B',
    zh: '留电2',
    en: 'Left message, little hope',
    classAfter: 'LEFT_MSG_B',
    followUp: { kind: 'window', window: 'LM_B', prefillDays: 3 },
    hotkey: 'w',
  },
  TP_NOINFO: {
    ...thirdParty,
    code: 'TP_NOINFO',
    zh: '第三人不配合',
    en: 'Third party gives no help',
    classAfter: 'LEFT_MSG_B',
    followUp: { kind: 'window', window: 'TP_NOINFO', prefillDays: 3 },
    hotkey: 'e',
  },
  TP_STOP: {
    ...thirdParty,
    code: 'TP_STOP',
    zh: '第三人要求勿扰',
    en: 'Third party: do not call',
    counts: human,
    numberEffect: 'block',
    hold: 'none',
    hotkey: 'r',
  },
  NSP: {
    ...plain,
    code: 'NSP',
    zh: '无此人',
    en: 'No such person',
    parties: ['WPC'],
    counts: count('no_such_person', true),
    hotkey: 'a',
  },
  RESIGNED: {
    ...plain,
    code: 'RESIGNED',
    zh: '辞职',
    en: 'No longer works there',
    parties: ['TPC'],
    counts: count('resigned', true),
    suggestedFor: ['work'],
    hotkey: 's',
  },
  MOVED: {
    ...plain,
    code: 'MOVED',
    zh: '搬迁',
    en: 'Moved away',
    parties: ['TPC'],
    counts: count('moved', true),
    suggestedFor: ['home', 'relative', 'contact'],
    hotkey: 'd',
  },
  VACANT_AG: {
    ...plain,
    code: 'VACANT_AG',
    zh: '空号(人工)',
    en: 'Vacant number heard',
    parties: ['none'],
    counts: count('vacant', false),
    hotkey: 'f',
  },
  VM: {
    ...plain,
    code: 'VM',
    zh: '语音信箱',
    en: 'Voicemail',
    parties: ['none'],
    counts: neutral,
    hotkey: 'v',
  },
  FRAUD_CLAIM: {
    ...stopping,
    code: 'FRAUD_CLAIM',
    zh: '称冒办',
    en: 'Claims fraudulent application',
    counts: reset,
    classAfter: 'FRAUD_PENDING',
    stop: 'fraud_hold',
    stopScope: 'debt',
    requires: ['suspect', 'clues'],
  },
  DISPUTE: {
    ...stopping,
    code: 'DISPUTE',
    zh: '异议',
    en: 'Disputes the debt',
    counts: reset,
    classAfter: 'DISPUTE',
    stop: 'dispute',
    stopScope: 'debt',
  },
  COMPLAINT: {
    ...stopping,
    code: 'COMPLAINT',
    zh: '客诉',
    en: 'Complaint',
    parties: anyParty,
    classAfter: 'COMPLAINT',
    stop: 'complaint',
    stopScope: 'person',
  },
  CEASE: {
    ...stopping,
    code: 'CEASE',
    zh: '停止联络',
    en: 'Cease contact',
    classAfter: 'CEASE',
    stop: 'cease',
    stopScope: 'person',
  },
  ATTORNEY: {
    ...stopping,
    code: 'ATTORNEY',
    zh: '委托律师',
    en: 'Represented by a lawyer',
    parties: anyParty,
    classAfter: 'ATTORNEY',
    stop: 'attorney',
    stopScope: 'debt',
  },
  DECEASED: {
    ...stopping,
    code: 'DECEASED',
    zh: '身故',
    en: 'Deceased',
    parties: ['TPC'],
    classAfter: 'DECEASED',
    stop: 'deceased',
    stopScope: 'person',
  },
  BANKRUPT: {
    ...stopping,
    code: 'BANKRUPT',
    zh: '破产',
    en: 'Bankruptcy',
    parties: anyParty,
    classAfter: 'BANKRUPT',
    stop: 'bankruptcy',
    stopScope: 'person',
  },
  HARDSHIP: {
    ...stopping,
    code: 'HARDSHIP',
    zh: '困难/弱势',
    en: 'Hardship or vulnerable',
    counts: reset,
    classAfter: 'HARDSHIP',
    stop: 'vulnerable',
    stopScope: 'person',
  },
};

export const isDispositionCode = (code: string): code is DispositionCode => Object.hasOwn(dispositions, code);

/** RESIGNED is offered for work numbers, MOVED for home, relative and contact; any class may be saved with either. */
export function isSuggestedFor(disposition: Disposition, numberClass: NumberClass): boolean {
  return disposition.suggestedFor === null || disposition.suggestedFor.includes(numberClass);
}
