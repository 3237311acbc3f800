import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeQueue, makeWorker, type JobWorker } from '../../src/platform/queues.ts';
import { waitFor, waitForEvent } from '../support/wait-for.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';

interface Jobs {
  greet: { personId: string };
  fail: { personId: string };
}

let redis: TestRedis;
beforeAll(async () => {
  redis = await withRedis();
});
afterAll(() => redis.close());

describe('job queues', () => {
  it('[PLAT-4] run a job once however often it is asked for, with what it was given', async () => {
    const where = { redisUrl: redis.url, prefix: redis.prefix };
    const seen = new EventEmitter();
    const calls: string[] = [];
    const queue = makeQueue<Jobs>('greetings', where);
    await queue.add('greet', { personId: 'p1' }, { jobId: 'greet-p1' });
    await queue.add('greet', { personId: 'p1' }, { jobId: 'greet-p1' });
    const done = waitForEvent<string>(seen, 'last');
    const worker = makeWorker<Jobs>(
      'greetings',
      {
        greet: async ({ personId }, job) => {
          calls.push(`${personId} ${job.id} ${job.attempt}`);
          if (personId === 'p2') seen.emit('last', personId);
        },
        fail: () => Promise.resolve(),
      },
      where,
    );
    await queue.add('greet', { personId: 'p2' }, { jobId: 'greet-p2' });
    await done;
    expect(calls).toEqual(['p1 greet-p1 1', 'p2 greet-p2 1']);
    await worker.close();
    await queue.close();
  });

  it('[PLAT-5] tell of every failure and which one was the last', async () => {
    const where = { redisUrl: redis.url, prefix: redis.prefix };
    const queue = makeQueue<Jobs>('failures', where);
    const failures: boolean[] = [];
    const worker: JobWorker = makeWorker<Jobs>(
      'failures',
      { greet: () => Promise.resolve(), fail: () => Promise.reject(new Error('no')) },
      where,
      { onFailed: ({ final }) => failures.push(final) },
    );
    await queue.add('fail', { personId: 'p1' }, { jobId: 'fail-p1', attempts: 2, backoffMs: 1 });
    await waitFor('both failures', () => failures.length === 2);
    expect(failures).toEqual([false, true]);
    expect((await queue.counts()).failed).toBe(1);
    await worker.close();
    await queue.close();
  });

  it.each(['', '17', 'a:b'])('[PLAT-6] refuse the job id "%s"', async (jobId) => {
    const queue = makeQueue<Jobs>('ids', { redisUrl: redis.url, prefix: redis.prefix });
    await expect(queue.add('greet', { personId: 'p' }, { jobId })).rejects.toMatchObject({ code: 'QUEUE_BAD_JOB_ID' });
    await queue.close();
  });
});
