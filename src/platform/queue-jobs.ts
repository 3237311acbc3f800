import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { writeCursor, type RowMark } from './page-cursor.ts';

/** Lists of a queue that can be looked through. */
export type ListedState = 'failed' | 'waiting' | 'delayed';

/** A job as ids and words: neither payloads nor failures of ours hold anything else. */
export interface JobView {
  readonly id: string;
  readonly name: string;
  readonly about: Record<string, string | number>;
  readonly tries: number;
  /** When it failed, or is to be done; of those that wait, when it was put there. */
  readonly at: number | null;
  /** Null: it has not failed. */
  readonly reason: string | null;
}

export interface JobsAsked {
  readonly state: ListedState;
  /** Part of a name, an id or a reason; null: all. */
  readonly sought: string | null;
  readonly after: RowMark | null;
  readonly limit: number;
}

/** One page looks through so many at most: a word that hardly any job has would else be sought through all of them at once. */
const mostLookedThrough = 2_000;
const atOnce = 200;

/** Where jobs of a state lie, in the order in which they are looked through. */
type Source =
  | { readonly kind: 'queue'; readonly key: string }
  | { readonly kind: 'scored'; readonly key: string; readonly down: boolean };
const sources: Readonly<Record<ListedState, readonly Source[]>> = {
  failed: [{ kind: 'scored', key: 'failed', down: true }],
  delayed: [{ kind: 'scored', key: 'delayed', down: false }],
  waiting: [
    { kind: 'queue', key: 'wait' },
    { kind: 'queue', key: 'paused' },
    { kind: 'scored', key: 'prioritized', down: false },
  ],
};

interface Entry {
  readonly id: string;
  /** Which source and, where it has one, the score there. */
  readonly value: string;
}

const mark = /^([0-2]):(-?\d+(?:\.\d+)?(?:e\+\d+)?)?$/;
export const isJobMark = (value: string): boolean => mark.test(value);
const placeOf = (value: string): { readonly at: number; readonly score: string } => {
  const [, at = '0', score = ''] = mark.exec(value) ?? [];
  return { at: Number(at), score };
};

/** The next to be done first. One that was done meanwhile had all before it done. */
async function fromQueue(redis: Redis, key: string, after: string | null, count: number): Promise<string[]> {
  const place = after === null ? null : await redis.lpos(key, after);
  const end = place === null ? -1 : place - 1;
  if (place === 0) return [];
  const start = place === null ? -count : Math.max(0, place - count);
  return (await redis.lrange(key, start, end)).reverse();
}

/** By score and, among equals, by id. */
async function fromScored(
  redis: Redis,
  { key, down }: { readonly key: string; readonly down: boolean },
  after: { readonly score: string; readonly id: string } | null,
  count: number,
): Promise<[id: string, score: string][]> {
  const read = (offset: number): Promise<string[]> => {
    const from = after?.score ?? (down ? '+inf' : '-inf');
    const part = ['WITHSCORES', 'LIMIT', offset, count] as const;
    return down ? redis.zrevrangebyscore(key, from, '-inf', ...part) : redis.zrangebyscore(key, from, '+inf', ...part);
  };
  for (let offset = 0; ; offset += count) {
    const flat = await read(offset);
    const rows = flat.flatMap((id, at): [string, string][] => (at % 2 === 0 ? [[id, flat[at + 1] ?? '0']] : []));
    const isBehind = ([id, score]: [string, string]): boolean =>
      after === null || score !== after.score || (down ? id < after.id : id > after.id);
    const behind = rows.filter(isBehind);
    if (behind.length > 0 || rows.length < count) return behind;
  }
}

async function nextEntries(
  redis: Redis,
  queue: Queue,
  state: ListedState,
  after: RowMark | null,
  count: number,
): Promise<Entry[]> {
  const place = after === null ? null : { ...placeOf(after.value), id: after.id };
  for (const [at, source] of sources[state].entries()) {
    if (at < (place?.at ?? 0)) continue;
    const here = place?.at === at ? place : null;
    const key = queue.toKey(source.key);
    const found =
      source.kind === 'queue'
        ? (await fromQueue(redis, key, here?.id ?? null, count)).map((id) => ({ id, value: `${at}:` }))
        : (await fromScored(redis, { ...source, key }, here, count)).map(([id, score]) => ({
            id,
            value: `${at}:${score}`,
          }));
    if (found.length > 0) return found;
  }
  return [];
}

const idsOf = (data: unknown): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(typeof data === 'object' && data !== null ? data : {}).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );

function viewOf(job: Job, state: ListedState): JobView {
  const times = { failed: job.finishedOn ?? null, delayed: job.timestamp + job.delay, waiting: job.timestamp };
  return {
    id: job.id ?? '',
    name: job.name,
    about: idsOf(job.data),
    tries: job.attemptsMade,
    at: times[state],
    reason: state === 'failed' ? job.failedReason : null,
  };
}

const has = (sought: string | null, { id, name, about, reason }: JobView): boolean =>
  sought === null ||
  [id, name, reason ?? '', ...Object.values(about).map(String)].some((text) =>
    text.toLowerCase().includes(sought.toLowerCase()),
  );

/** A page of the jobs in a state: failed ones the latest first, others the next first. May hold fewer than asked for. */
export async function readJobs(
  redis: Redis,
  queue: Queue,
  { state, sought, after, limit }: JobsAsked,
): Promise<{ readonly jobs: JobView[]; readonly nextCursor: string | null }> {
  const jobs: JobView[] = [];
  let place = after;
  for (let looked = 0; looked < mostLookedThrough;) {
    const entries = await nextEntries(redis, queue, state, place, atOnce);
    if (entries.length === 0) return { jobs, nextCursor: null };
    looked += entries.length;
    const found = await Promise.all(entries.map(({ id }) => queue.getJob(id)));
    for (const [nth, entry] of entries.entries()) {
      const job = found[nth];
      // It was done, or thrown away, since its place was read.
      const view = job === undefined ? null : viewOf(job as Job, state);
      if (view !== null && has(sought, view)) {
        // One more than there is room for: there is a next page.
        if (jobs.length === limit) return { jobs, nextCursor: place === null ? null : writeCursor(place) };
        jobs.push(view);
      }
      place = entry;
    }
  }
  return { jobs, nextCursor: place === null ? null : writeCursor(place) };
}
