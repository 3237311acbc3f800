import type { RulesChoice, RulesEffectView } from '../contract/rules.ts';
import type { Calendars } from '../domain/calendar.ts';
import type { CaseDialFacts } from '../domain/dial-facts.ts';
import { hoursOfDay, tallyEffect } from '../domain/rules-effect.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { addDays, localDate } from '../domain/zoned-time.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import { dialFactsOf } from './dial-facts-of.ts';
import type { CasesToJudge, JudgedCase, PreviewBook, PreviewSheet } from './rules-book.ts';
import { rulesOf } from './rules-of.ts';

/** More than this are not all looked at: the answer would be no better, and hours late. */
export const mostCases = 50_000;
const casesPerBatch = 100;
/** After this much computing the process belongs to others again: it may carry live calls, whose frames come every 20 ms. */
const workMs = 8;
/** A look ahead takes a quarter of a core at most. */
const restPerWork = 3;
/** 95 % of samples lie within so many standard deviations; a share's is at most one half. */
const z95 = 1.96;

export type PreviewEnding = 'done' | 'cancelled' | 'stopped' | 'unknown';

/** The campaign runs tomorrow, whatever it does now: it is its rules that are asked about, with the local law of that day. */
function factsUnder(
  { record, openCases }: JudgedCase,
  choice: RulesChoice,
  given: { readonly day: Instant; readonly calendars: Calendars },
): CaseDialFacts {
  const campaign = record.campaign === null ? null : { ...record.campaign, ...choice, status: 'running' };
  const { calendar, cadence } = rulesOf(choice);
  const read = { ...record, campaign, calendar: given.calendars[calendar] };
  return dialFactsOf(read, { now: given.day, ownerOpenCases: openCases[cadence.scope] });
}

/** How many cases and numbers become dialable or not, hour by hour tomorrow, by the very gates that dialing asks. */
export function makePreviewRules(deps: {
  readonly book: PreviewBook;
  readonly cases: CasesToJudge;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pause: (ms: number) => Promise<void>;
  readonly mostCases?: number;
}) {
  const { book, cases, clock, log } = deps;
  const most = deps.mostCases ?? mostCases;

  async function look(sheet: PreviewSheet, signal: AbortSignal): Promise<RulesEffectView | 'cancelled' | 'stopped'> {
    const { previewId, campaignId, present, proposed, businessZone, calendars } = sheet;
    const now = clock();
    const date = addDays(localDate(now, businessZone), 1);
    const hours = hoursOfDay(date, businessZone);
    const [day = now] = hours;
    const given = { day, calendars };
    const tally = tallyEffect(hours);
    const of = await cases.count(campaignId);
    const share = Math.min(1, most / Math.max(1, of));
    await book.begin(previewId, Math.min(of, most));
    let done = 0;
    for (let after: string | null = null; ;) {
      if (signal.aborted) return 'stopped';
      const batch = await cases.batch({ campaignId, after, share, limit: casesPerBatch, now });
      const last = batch.at(-1);
      if (last === undefined) break;
      after = last.record.id;
      let since = performance.now();
      for (const judged of batch) {
        tally.add(factsUnder(judged, present, given), factsUnder(judged, proposed, given));
        const worked = performance.now() - since;
        if (worked < workMs) continue;
        await deps.pause(worked * restPerWork);
        since = performance.now();
      }
      done += batch.length;
      if ((await book.progress(previewId, done)) === 'cancelled') return 'cancelled';
    }
    const sampled = share < 1 && done > 0;
    return {
      date,
      zone: businessZone,
      ...view(tally.result(sampled ? of / done : 1)),
      sample: sampled ? { taken: done, of, marginShare: (z95 * 0.5) / Math.sqrt(done) } : null,
    };
  }

  return async (previewId: string, signal: AbortSignal): Promise<PreviewEnding> => {
    const sheet = await book.sheet(previewId);
    if (sheet === null) return 'unknown';
    try {
      const result = await look(sheet, signal);
      // Stopped with the process: the next one takes it up again.
      if (result === 'stopped') return 'stopped';
      const ending = result === 'cancelled' ? 'cancelled' : 'done';
      await book.finish(previewId, ending, result === 'cancelled' ? null : result, clock());
      return ending;
    } catch (error) {
      log.error({ err: error, previewId }, 'a look ahead failed');
      await book.finish(previewId, 'failed', null, clock());
      throw error;
    }
  };
}

const view = (
  effect: ReturnType<ReturnType<typeof tallyEffect>['result']>,
): Pick<RulesEffectView, 'hours' | 'changes'> => ({
  hours: effect.hours.map((hour) => ({ ...hour })),
  changes: effect.changes.map((change) => ({ ...change })),
});
