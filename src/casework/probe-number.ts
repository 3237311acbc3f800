import { noCurrency } from '../domain/no-currency.ts';
import type { ProbeAnswerView, ProbeRequest, ProbeWeekRequest, ProbeWeekView } from '../contract/probe.ts';
import type { WindowRuleSettings } from '../contract/window-rule.ts';
import type { Calendar } from '../domain/calendar.ts';
import { candidateZones } from '../domain/calling-window.ts';
import type { ScheduleEntry } from '../domain/campaign-schedule.ts';
import { probe, type ProbeFacts } from '../domain/dial-probe.ts';
import { maskNumber } from '../domain/mask.ts';
import type { JudgeNumber } from '../domain/placement/judge-number.ts';
import { zonesAsSet, zonesToDial, type ZoneOfPrefix } from '../domain/placement/number-zones.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Suppression } from '../domain/suppression.ts';
import { weekOfCalling } from '../domain/week-of-calling.ts';
import type { ScopedWindowRule } from '../domain/window-rules.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { Clock } from '../platform/clock.ts';
import type { CaseRecord, NumberRecord } from './case-record.ts';
import type { FieldRefusal } from './casework.ts';
import { dialFactsOf, presetOf } from './dial-facts-of.ts';

export interface ProbedCampaign {
  readonly name: string;
  readonly status: string;
  readonly schedule: readonly ScheduleEntry[];
}

/** What a typed number stands in: everything a case of this client in this campaign would be read with. */
export interface Surroundings extends Pick<CaseRecord, 'tenant' | 'campaign' | 'windowRules' | 'calendar'> {
  readonly zonesSet: readonly ZoneOfPrefix[];
  readonly probed: ProbedCampaign | null;
}

export interface ProbeBook {
  /** Null: nobody knows the campaign. */
  around(campaignId: string | null): Promise<Surroundings | null>;
  clientKnown(clientId: string): Promise<boolean>;
  /** By the client's own reference; null: there is none of that name. */
  ofCase(
    ref: string,
    at: Instant,
  ): Promise<{
    readonly record: CaseRecord;
    readonly ownerOpenCases: number;
    readonly probed: ProbedCampaign | null;
  } | null>;
  /** Where the number stands on the list of those that are never called; null: nowhere. */
  suppressionOf(e164: string): Promise<Suppression | null>;
  /** Null: no day of it is known. */
  calendar(name: string): Promise<Calendar | null>;
}

export type ProbeReply<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

interface Found {
  readonly given: ProbeFacts;
  readonly record: CaseRecord;
  readonly e164: string;
  readonly probed: ProbedCampaign | null;
  readonly ofCase: boolean;
}
type Asked = Pick<ProbeRequest, 'typed' | 'case' | 'trial'>;

const refuse = (field: string, rule: string, remedy: string) => ({
  kind: 'refused' as const,
  problems: [{ field, rule, remedy }],
});

/** A case that has nothing but this number, and to which nothing has happened. */
function freshRecord(
  typed: NonNullable<ProbeRequest['typed']>,
  around: Surroundings,
  number: Pick<NumberRecord, 'e164' | 'zones' | 'lineType' | 'suppression'>,
  today: string,
): CaseRecord {
  const { tenant, campaign, windowRules, calendar } = around;
  return {
    ...{ tenant, windowRules, calendar },
    // It is asked whether the number would ring, not whether the campaign was started.
    campaign: campaign === null ? null : { ...campaign, status: 'running' },
    campaignId: typed.campaignId,
    ...{ id: 'probe', debtorId: 'probe', clientId: typed.clientId ?? '', ownerId: 'probe' },
    ...{ status: 'open', caseClass: 'NEW', effective: false, currency: noCurrency, amountMinor: 0, paidMinor: 0 },
    ...{ placementDate: today, nextFollowUpOn: null, callbackAt: null, recallDate: null },
    addressZones: typed.addressZone === null ? [] : [typed.addressZone],
    ...{ state: typed.state, city: typed.city },
    ...{ roundNumber: 1, roundStartedAt: null, lastRoundOn: null, dueAt: null, dueReason: null },
    numbers: [
      {
        ...{ id: 'probe', lineId: 'probe', position: 1, status: null },
        ...{ e164: number.e164, lineType: number.lineType, class: typed.class, zones: number.zones },
        ...{ holdUntil: null, lastAttemptAt: null, lastResult: null, liveAttemptId: null },
        ...{ otherCalls: [], prohibitedByEmployer: false, suppression: number.suppression },
      },
    ],
    ...{ history: [], stops: [], linkedUnseen: false, promise: null, consents: [], lastPromise: null, payments: [] },
    ...{ liveAttemptId: null, appointmentCallOwed: false },
  };
}

/** WIN-1, WIN-3: would this number ring, asked of the decision that stands before every real call. */
export function makeProbe(deps: {
  readonly book: ProbeBook;
  readonly judgeFor: (country: string, acceptsFiction: boolean) => JudgeNumber;
  readonly clock: Clock;
}) {
  const { book, judgeFor, clock } = deps;

  /** The windows as they would be with the one that is being written. */
  async function withTrial(
    rules: readonly ScopedWindowRule[],
    trial: (WindowRuleSettings & { readonly windowId: string | null }) | null,
  ): Promise<readonly ScopedWindowRule[]> {
    if (trial === null) return rules;
    const { windowId, calendar, ...rule } = trial;
    const others = rules.filter(({ id }) => id !== windowId);
    return [
      ...others,
      { ...rule, id: windowId ?? 'trial', calendar: calendar === null ? null : await book.calendar(calendar) },
    ];
  }

  async function ofTyped(typed: NonNullable<ProbeRequest['typed']>, at: Instant) {
    const around = await book.around(typed.campaignId);
    if (around === null) return refuse('typed.campaignId', 'WIN-1', 'Name a campaign of GET /api/windows.');
    if (typed.clientId !== null && !(await book.clientKnown(typed.clientId))) {
      return refuse('typed.clientId', 'WIN-1', 'Name a client of GET /api/windows.');
    }
    const preset = presetOf(around);
    const national = !typed.number.startsWith('+');
    const country = preset.calendar === 'US' ? 'US' : preset.calendar === 'UK' ? 'GB' : 'CN';
    const digits = typed.number.replaceAll(/\D/g, '');
    const verdict = judgeFor(country, preset.acceptsFiction)(digits, national ? 'national' : 'international');
    if (verdict.kind === 'refused') {
      return refuse(
        'typed.number',
        `WIN-1:${verdict.because}`,
        'This is no number that can be called: check its digits.',
      );
    }
    const zones = zonesAsSet(verdict.e164, zonesToDial(verdict.e164, verdict.country), around.zonesSet);
    const { e164, lineType } = verdict;
    const suppression = await book.suppressionOf(e164);
    const record = freshRecord(
      typed,
      around,
      { e164, zones, lineType, suppression },
      localDate(at, around.tenant.businessZone),
    );
    return { record, ownerOpenCases: 0, probed: around.probed, ofCase: false };
  }

  async function ofCase(asked: NonNullable<ProbeRequest['case']>, at: Instant) {
    const found = await book.ofCase(asked.ref, at);
    if (found === null) return refuse('case.ref', 'WIN-1', 'No case has this reference: write it as the client does.');
    return { ...found, ofCase: true };
  }

  async function find(asked: Asked, at: Instant): Promise<Found | ReturnType<typeof refuse>> {
    const read =
      asked.typed !== null ? await ofTyped(asked.typed, at) : asked.case !== null ? await ofCase(asked.case, at) : null;
    if (read === null) return refuse('typed', 'WIN-1', 'Give a number or a case.');
    if ('kind' in read) return read;
    if (asked.trial?.calendar != null && (await book.calendar(asked.trial.calendar)) === null) {
      return refuse('trial.calendar', 'WIN-6', 'No day of this calendar is known: import a year of it first.');
    }
    const record = { ...read.record, windowRules: await withTrial(read.record.windowRules, asked.trial) };
    const facts = dialFactsOf(record, { now: at, ownerOpenCases: read.ownerOpenCases });
    const wanted = asked.case?.numberId ?? null;
    const number = wanted === null ? facts.numbers[0] : facts.numbers.find(({ id }) => id === wanted);
    if (number === undefined) return refuse('case.numberId', 'WIN-1', 'The case has no such number.');
    const e164 = record.numbers.find(({ id }) => id === number.id)?.e164 ?? '';
    return {
      given: { facts: { ...facts, number }, schedule: read.probed?.schedule ?? [] },
      ...{ record, e164, probed: read.probed, ofCase: read.ofCase },
    };
  }

  const judgedBy = ({ given, record, e164, probed, ofCase: isCase }: Found) => ({
    masked: maskNumber(e164),
    class: given.facts.number.class,
    presetName: given.facts.preset.name,
    presetVersion: given.facts.preset.version,
    campaignName: probed?.name ?? null,
    campaignStatus: probed?.status ?? null,
    mode: given.facts.mode,
    businessZone: given.facts.businessZone,
    calendar: given.facts.calendar.name,
    numberId: isCase ? given.facts.number.id : null,
    numbers: isCase
      ? given.facts.numbers.map((number) => ({
          numberId: number.id,
          masked: maskNumber(record.numbers.find(({ id }) => id === number.id)?.e164 ?? ''),
          class: number.class,
        }))
      : [],
  });

  return {
    async at(request: ProbeRequest): Promise<ProbeReply<ProbeAnswerView>> {
      const at = request.at ?? clock();
      const found = await find(request, at);
      if ('kind' in found) return found;
      const { decision, ...said } = probe(found.given, at);
      const shut = decision.trace.at(-1);
      const refused = decision.kind !== 'ALLOW';
      return {
        kind: 'answered',
        answer: {
          ...judgedBy(found),
          ...said,
          zones: [...said.zones],
          kind: decision.kind,
          gate: refused ? (shut?.gate ?? null) : said.inSchedule ? null : 'schedule',
          reason: refused ? decision.reason : null,
          detail: refused ? (shut?.detail ?? null) : null,
          trace: decision.trace.map((gate) => ({ ...gate })),
        },
      };
    },
    async week(request: ProbeWeekRequest): Promise<ProbeReply<ProbeWeekView>> {
      const now = clock();
      const found = await find(request, now);
      if ('kind' in found) return found;
      const { facts } = found.given;
      const zones = candidateZones(facts.number.zones, facts.case.addressZones, facts.preset);
      const zone = request.zone ?? zones[0] ?? facts.businessZone;
      const days = weekOfCalling(found.given, zone, request.from ?? localDate(now, zone));
      return {
        kind: 'answered',
        answer: {
          ...judgedBy(found),
          zone,
          zones: [...new Set([...zones, facts.businessZone])],
          days: days.map((day) => ({ ...day, cells: day.cells.map((cell) => ({ ...cell })) })),
        },
      };
    },
  };
}

export type Probe = ReturnType<typeof makeProbe>;
