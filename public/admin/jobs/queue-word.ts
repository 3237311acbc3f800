import type { JobQueues } from '../../../src/contract/jobs.ts';

const tailSigns = 8;

/** What a queue is called: a trunk's by the trunk's name, or by the end of its id when it is gone. */
export function queueWord(
  { name, trunk }: Pick<JobQueues['queues'][number], 'name' | 'trunk'>,
  callsOver: (trunk: string) => string,
): string {
  return trunk === null ? name : callsOver(trunk.name ?? `…${trunk.trunkId.slice(-tailSigns)}`);
}
