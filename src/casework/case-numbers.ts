import { newNumberFrom } from '../domain/tracing.ts';
import type { JudgeNumber } from '../domain/placement/judge-number.ts';
import { zonesToDial } from '../domain/placement/number-zones.ts';
import type { Instant, NumberClass } from '../domain/vocabulary.ts';
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
  readonly at: Instant;
}

export interface FoundNumber {
  readonly number: string;
  readonly source: NumberSource;
  readonly person: string | null;
  readonly relation: string | null;
  readonly note: string | null;
}

export type NumberReply =
  | { readonly kind: 'saved'; readonly numberId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

const homeCountry = { CN: 'CN', US: 'US', UK: 'GB', none: 'CN' } as const;
const refused = (field: string, rule: string, remedy: string): NumberReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

/** R32, R36: numbers that were found, or that somebody named; unverified until somebody is reached or vouches for them. */
export function makeCaseNumbers(
  deps: FollowUpDeps & {
    readonly audit: AuditTrail;
    readonly judgeFor: (country: string, acceptsFiction: boolean) => JudgeNumber;
  },
) {
  const { ledger, clock, audit } = deps;

  async function addIn(entry: CaseEntry, found: FoundNumber): Promise<NumberReply> {
    const preset = presetOf(await entry.record());
    const written = found.number.trim();
    const judge = deps.judgeFor(homeCountry[preset.calendar], preset.acceptsFiction);
    const verdict = judge(written.replace(/\D/g, ''), written.startsWith('+') ? 'international' : 'national');
    if (verdict.kind === 'refused') {
      return refused('number', `R32:${verdict.because}`, 'Give a number that can be dialed, with + and country code.');
    }
    const { class: numberClass } = newNumberFrom(found.source === 'company' ? 'company' : 'other');
    const { e164, country, lineType } = verdict;
    const zones = zonesToDial(e164, country);
    const numberId = await entry.addNumber({
      ...found,
      e164,
      country,
      lineType,
      zones,
      class: numberClass,
      at: clock(),
    });
    if (numberId === null) {
      return refused('number', 'R32:already_known', 'The case has this number; add a note to it instead.');
    }
    await reviewCase(entry, clock());
    return { kind: 'saved', numberId };
  }

  const tell = (actorId: string, action: string, caseId: string, detail: Readonly<Record<string, string>>) =>
    audit.record({ actorId, action, subjectType: 'case', subjectId: caseId, detail });

  return {
    async add(caseId: string, by: string, found: FoundNumber): Promise<NumberReply> {
      const reply = (await ledger.withCase(caseId, (entry) => addIn(entry, found))) ?? { kind: 'unknown' };
      if (reply.kind === 'saved')
        await tell(by, 'number.added', caseId, { numberId: reply.numberId, source: found.source });
      return reply;
    },
    /** A supervisor vouches for a number: it is dialed like any other from now on. */
    async verify(caseId: string, numberId: string, by: string, note: string): Promise<NumberReply> {
      const done = await ledger.withCase(caseId, async (entry) => {
        const record = await entry.record();
        const known = record.numbers.find(({ id }) => id === numberId);
        if (known === undefined) return { reply: { kind: 'unknown' } as const, others: [] };
        const now = clock();
        if (!(await entry.activateNumber(numberId, now))) {
          const reply = refused('number', 'R32:not_unverified', 'Only a number that is still unverified is verified.');
          return { reply, others: [] };
        }
        await entry.addNote(caseId, by, note, now);
        await reviewCase(entry, now);
        const others = await entry.casesWithLine(known.lineId, [record.debtorId]);
        return { reply: { kind: 'saved', numberId } as const, others };
      });
      await reviewOthers(deps, done?.others ?? []);
      if (done?.reply.kind === 'saved') await tell(by, 'number.verified', caseId, { numberId });
      return done?.reply ?? { kind: 'unknown' };
    },
  };
}
export type CaseNumbers = ReturnType<typeof makeCaseNumbers>;
