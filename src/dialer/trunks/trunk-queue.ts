/** Calls are placed by one queue for each trunk. */
export const trunkQueueOf = (trunkId: string): string => `trunk-${trunkId}`;

const form = /^trunk-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null: the queue is no trunk's. */
export const trunkOfQueue = (queue: string): string | null => form.exec(queue)?.[1] ?? null;

export interface QueueTrunk {
  readonly trunkId: string;
  /** Null: there is no such trunk any more. */
  readonly name: string | null;
}

/** Of these queues, those that are a trunk's, and whose. */
export const makeTrunksOfQueues =
  (namesOf: (trunkIds: readonly string[]) => Promise<ReadonlyMap<string, string>>) =>
  async (queues: readonly string[]): Promise<ReadonlyMap<string, QueueTrunk>> => {
    const found = queues.flatMap((queue) => {
      const trunkId = trunkOfQueue(queue);
      return trunkId === null ? [] : [[queue, trunkId] as const];
    });
    const names = await namesOf(found.map(([, trunkId]) => trunkId));
    return new Map(found.map(([queue, trunkId]) => [queue, { trunkId, name: names.get(trunkId) ?? null }]));
  };
