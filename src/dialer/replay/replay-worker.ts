import { parentPort, workerData } from 'node:worker_threads';
import { runReplay, type ReplayJob } from './replay-job.ts';

parentPort?.postMessage(runReplay(workerData as ReplayJob));
