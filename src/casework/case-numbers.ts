import type { VerifyNumber } from '../contract/task.ts';
import type { WrapUpInput } from '../contract/wrap-up.ts';
import { newNumberFrom } from '../domain/tracing.ts';
import type { JudgeNumber } from '../domain/placement/judge-number.ts';
import { zonesToDial } from '../domain/placement/number-zones.ts';
import type { Instant, NumberClass, Party } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal } from './casework.ts';
import { reviewOthers, type FollowUpDeps } from './attempt-ended.ts';
import { presetOf } from './dial-facts-of.ts';
import type { CaseEntry } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import { reviewCase } from './review-case.ts';

export const numberSources = ['tracing', 'company', 'third_party', 'visit', 'registry'] as const;
export type NumberSource = (typeof numberSources)[number];

export interface NewCaseNumber {
  readonly e164: string;
  readonly country: string | null;
  readonly lineType: string;
  readonly zones: readonly string[];
  readonly class: NumberClass;
  readonly person: string | null;
  readonly relation: string | null;
  readonly source: NumberSource;
  readonly note: string | null;
  readonly sourceBasis: string | null;
  readonly at: Instant;
}

export interface FoundNumber {
  readonly number: string;
  readonly source: NumberSource;
  readonly person: string | null;
  readonly relation: string | null;
  readonly note: string | null;
  readonly sourceBasis: string | null;
}

export type NumberReply =
  | { readonly kind: 'saved'; readonly numberId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export const homeCountry = { CN: 'CN', US: 'US', UK: 'GB', none: 'CN' } as const;
export type JudgeFor = (country: string, acceptsFiction: boolean) => JudgeNumber;
type Refused = Extract<NumberReply, { readonly kind: 'refused' }>;
export type JudgedNumber = Refused | { readonly kind: 'valid'; readonly number: NewCaseNumber };

const refusedIn = (field: string, rule: string, remedy: string): Refused => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';
const sourceMissing = (rule: string): Refused =>
  refusedIn('sourceBasis', `${rule}:source_basis_missing`, 'Name the lawful ground on which the data is obtained.');

/** The judge of the import: what it would refuse in a file is refused here, by the field that holds it. */
function judgeFound(
  record: CaseRecord,
  found: FoundNumber,
  by: { readonly judgeFor: JudgeFor; readonly field: string; readonly rule: string; readonly at: Instant },
): JudgedNumber {
  const preset = presetOf(record);
  const written = found.number.trim();
  const judge = by.judgeFor(homeCountry[preset.calendar], preset.acceptsFiction);
  const verdict = judge(written.replace(/\D/g, ''), written.startsWith('+') ? 'international' : 'national');
  if (verdict.kind === 'refused') {
    const remedy = 'Give a number that can be dialed, with + and country code.';
    return refusedIn(by.field, `${by.rule}:${verdict.because}`, remedy);
  }
  const { e164, country, lineType } = verdict;
  if (record.numbers.some((number) => number.e164 === e164)) {
    return refusedIn(by.field, `${by.rule}:already_known`, 'The case has this number; add a note to it instead.');
  }
  const { class: numberClass } = newNumberFrom(found.source === 'company' ? 'company' : 'other');
  const zones = zonesToDial(e164, country);
  return { kind: 'valid', number: { ...found, e164, country, lineType, zones, class: numberClass, at: by.at } };
}

export interface OfferedNumbers {
  /** R36: what a third party offered in the talk. Null: nothing. */
  judge(record: CaseRecord, offered: WrapUpInput['newNumber'], party: Party): JudgedNumber | null;
}

export const makeOfferedNumbers = (deps: { readonly judgeFor: JudgeFor; readonly clock: Clock }): OfferedNumbers => ({
  judge(record, offered, party) {
    if (offered === null) return null;
    if (party !== 'TPC') {
      return refusedIn('newNumber', 'R36:not_allowed', 'Only a third party offers a number; add others to the case.');
    }
    const { number, person, relation, whose } = offered;
    const found = { number, person, relation, source: 'third_party', note: null, sourceBasis: null } as const;
    const judged = judgeFound(record, found, {
      judgeFor: deps.judgeFor,
      field: 'newNumber.number',
      rule: 'R36',
      at: deps.clock(),
    });
    if (judged.kind === 'refused') return judged;
    // Rulebook R32: a company's number stands with work, all others are traced ones.
    const { class: numberClass } = newNumberFrom(whose === 'company' ? 'company' : 'other');
    return { kind: 'valid', number: { ...judged.number, class: numberClass } };
  },
});

/** R32, R36: numbers that were found, or that somebody named; unverified until somebody is reached or vouches for them. */
export function makeCaseNumbers(
  deps: FollowUpDeps & {
    readonly audit: AuditTrail;
    readonly judgeFor: JudgeFor;
  },
) {
  const { ledger, clock, audit, judgeFor } = deps;

  async function addIn(entry: CaseEntry, found: FoundNumber): Promise<NumberReply> {
    if (found.source === 'registry' && isBlank(found.sourceBasis)) return sourceMissing('R20');
    const at = clock();
    const judged = judgeFound(await entry.record(), found, { judgeFor, field: 'number', rule: 'R32', at });
    if (judged.kind === 'refused') return judged;
    const numberId = await entry.addNumber(judged.number);
    if (numberId === null) {
      return refusedIn('number', 'R32:already_known', 'The case has this number; add a note to it instead.');
    }
    await reviewCase(entry, at);
    return { kind: 'saved', numberId };
  }

  const tell = (actorId: string, action: string, caseId: string, detail: Readonly<Record<string, string>>) =>
    audit.record({ actorId, action, subjectType: 'case', subjectId: caseId, detail });

  return {
    async add(caseId: string, by: string, found: FoundNumber): Promise<NumberReply> {
      const reply = (await ledger.withCase(caseId, (entry) => addIn(entry, found))) ?? { kind: 'unknown' };
      if (reply.kind === 'saved')
        await tell(by, 'number.added', caseId, {
          numberId: reply.numberId,
          source: found.source,
          ...(found.sourceBasis === null ? {} : { sourceBasis: found.sourceBasis }),
        });
      return reply;
    },
    /** A supervisor vouches for a number: it is dialed like any other from now on. */
    async verify(caseId: string, numberId: string, by: string, proof: VerifyNumber): Promise<NumberReply> {
      const { note, sourceBasis } = proof;
      if (proof.by === 'proof' && isBlank(sourceBasis)) return sourceMissing('R32');
      const done = await ledger.withCase(caseId, async (entry) => {
        const record = await entry.record();
        const known = record.numbers.find(({ id }) => id === numberId);
        if (known === undefined) return { reply: { kind: 'unknown' } as const, others: [] };
        const now = clock();
        if (!(await entry.activateNumber(numberId, now))) {
          const reply = refusedIn(
            'number',
            'R32:not_unverified',
            'Only a number that is still unverified is verified.',
          );
          return { reply, others: [] };
        }
        await entry.addNote(caseId, by, sourceBasis === null ? note : `${note}(${sourceBasis})`, now);
        await reviewCase(entry, now);
        const others = await entry.casesWithLine(known.lineId, [record.debtorId]);
        return { reply: { kind: 'saved', numberId } as const, others };
      });
      await reviewOthers(deps, done?.others ?? []);
      if (done?.reply.kind === 'saved') await tell(by, 'number.verified', caseId, { numberId, by: proof.by });
      return done?.reply ?? { kind: 'unknown' };
    },
  };
}
export type CaseNumbers = ReturnType<typeof makeCaseNumbers>;
