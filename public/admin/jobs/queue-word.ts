import { houseQueues, type HouseQueue, type JobQueues } from '../../../src/contract/jobs.ts';

const tailSigns = 8;

export interface QueueWords {
  readonly callsOver: (trunk: string) => string;
  readonly ofHouse: (queue: HouseQueue) => string;
}

/** What a queue is called: a trunk's by the trunk's name, or by the end of its id when it is gone; else by what it does. */
export function queueWord(
  { name, trunk }: Pick<JobQueues['queues'][number], 'name' | 'trunk'>,
  words: QueueWords,
): string {
  if (trunk !== null) return words.callsOver(trunk.name ?? `…${trunk.trunkId.slice(-tailSigns)}`);
  const known = houseQueues.find((queue) => queue === name);
  return known === undefined ? name : words.ofHouse(known);
}
