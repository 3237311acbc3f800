import { isAllInvalid } from '../domain/reachability.ts';
import type { CaseClass, Instant } from '../domain/vocabulary.ts';
import { reachableNumbers } from './dial-facts-of.ts';
import type { CaseEntry } from './ledger.ts';

const searches = { kinds: ['trace_phone', 'lookup_114'], because: 'all_invalid' } as const;

/**
 * The result that had made the last number invalid is taken back: what was lost for the search alone is no longer lost,
 * its tasks are not needed, and the case is what the latest talk made of it.
 */
export async function reverseTracing(entry: CaseEntry, now: Instant): Promise<void> {
  const record = await entry.record();
  if (record.caseClass !== 'TRACE' && record.caseClass !== 'LOST') return;
  if (isAllInvalid(reachableNumbers(record, now).map(({ status }) => status))) return;
  await entry.tasks.dropOpen(now, searches);
  const given = (await entry.corrections.classOfLatestTalk()) ?? (record.roundNumber > 1 ? 'NO_ANSWER' : 'NEW');
  const broken: CaseClass = given === 'PTP' && record.promise === null ? 'PTP_BROKEN' : given;
  if (broken !== record.caseClass) await entry.saveCase({ caseClass: broken, classAt: now });
}
