import { Worker } from 'node:worker_threads';
import type { ReplayDone, ReplayJob } from './replay-job.ts';

const patienceMs = 60_000;
const entry = new URL('./replay-worker.ts', import.meta.url).href;
// The loader of TypeScript is not handed on to threads.
const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${entry}'); })`;

/** In a thread of its own: calls go on while a day is dialed again. */
export function runBeside(job: ReplayJob): Promise<ReplayDone> {
  const worker = new Worker(load, { eval: true, workerData: job });
  return new Promise<ReplayDone>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the replay of a day took too long')), patienceMs);
    worker.once('message', (done: ReplayDone) => {
      clearTimeout(timer);
      resolve(done);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the replay of a day ended without a result')));
  }).finally(() => void worker.terminate());
}
