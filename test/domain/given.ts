import { calendars } from '../../src/domain/calendars/calendars.ts';
import type { CounterEvent } from '../../src/domain/counters.ts';
import type { AttemptResult, CaseDialFacts, CaseFacts, NumberFacts, PastAttempt } from '../../src/domain/dial-facts.ts';
import { isDispositionCode } from '../../src/domain/dispositions.ts';
import { presets } from '../../src/domain/presets.ts';
import type { Instant, NumberClass, Party, ZoneName } from '../../src/domain/vocabulary.ts';
import { instantOf, minuteMs } from '../../src/domain/zoned-time.ts';
import type { WrapUpFacts } from '../../src/domain/wrap-up-dates.ts';

export const shanghai: ZoneName = 'Asia/Shanghai';

/** `at('2026-05-12 08:00')`: an instant by the clock on the wall, in Shanghai unless said; seconds may follow. */
export function at(text: string, zone: ZoneName = shanghai): Instant {
  const [date = '', time = '00:00'] = text.split(' ');
  return instantOf(date, time.slice(0, 5), zone) + Number(time.slice(6, 8) || 0) * 1000;
}

/** A Tuesday without a holiday near. */
export const aDay = '2026-05-12';

export const number = (id: string, numberClass: NumberClass, over: Partial<NumberFacts> = {}): NumberFacts => ({
  id,
  lineId: `line-${id}`,
  class: numberClass,
  status: 'active',
  position: 1,
  zones: [shanghai],
  holdUntil: null,
  lastAttemptAt: null,
  lastResult: null,
  liveAttemptId: null,
  ...over,
});

let attempts = 0;

export function attempt(
  numberId: string,
  when: Instant,
  result: AttemptResult | null,
  over: Partial<PastAttempt> = {},
): PastAttempt {
  attempts += 1;
  const party: Party = over.party ?? 'none';
  return {
    attemptId: `attempt-${attempts}`,
    caseId: 'case',
    numberId,
    lineId: `line-${numberId}`,
    roundNumber: 1,
    at: when,
    endedAt: when,
    result,
    answered: party !== 'none',
    party,
    talk: party === 'RPC' && result !== null && isDispositionCode(result),
    ...over,
  };
}

export const theCase = (over: Partial<CaseFacts> = {}): CaseFacts => ({
  id: 'case',
  status: 'open',
  owned: true,
  caseClass: 'NEW',
  effective: false,
  nextFollowUpOn: null,
  callbackAt: null,
  addressZones: [],
  stops: [],
  promise: null,
  roundNumber: 1,
  lastRoundOn: null,
  ownerOpenCases: 100,
  ...over,
});

export const facts = (over: Partial<CaseDialFacts> = {}): CaseDialFacts => ({
  preset: presets.cn,
  calendar: calendars.CN,
  tenantOff: false,
  mode: 'progressive',
  businessZone: shanghai,
  ringTimeoutMs: 30_000,
  case: theCase(),
  numbers: [number('mobile', 'self_mobile')],
  history: [],
  liveAttemptId: null,
  ...over,
});

export const wrapUpFacts = (over: Partial<WrapUpFacts> = {}): WrapUpFacts => ({
  preset: presets.cn,
  calendar: calendars.CN,
  businessZone: shanghai,
  calleeZone: shanghai,
  contactAt: at(`${aDay} 10:00`),
  now: at(`${aDay} 10:05`),
  numberClass: 'self_mobile',
  currentClass: 'NEW',
  promise: null,
  override: false,
  ...over,
});

/** What a wrap-up may say beside its code and party: nothing of it. */
export const nothingSaid = {
  nextFollowUpOn: null,
  promise: null,
  fundDate: null,
  callbackAt: null,
  suspect: null,
  clues: null,
} as const;

let events = 0;

/** Counter events of one line and debtor, a minute apart, each of its own call. */
export const counted = (...codes: readonly string[]): CounterEvent[] =>
  codes.map((code, index) => {
    events += 1;
    return {
      attemptId: `call-${events}`,
      source: isDispositionCode(code) ? 'agent' : 'carrier',
      code,
      party: 'none',
      at: at(`${aDay} 09:00`) + index * minuteMs,
      voided: false,
      debtorId: 'debtor',
    };
  });
