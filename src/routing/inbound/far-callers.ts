import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import type { NodeWires } from '../../platform/node-wires.ts';
import type { After } from '../ports.ts';

type Give = (attemptId: string, agentId: string | null) => Promise<boolean>;

const asksOn = 'caller-given-away';
const repliesOn = 'caller-was-given';
const asked = z.object({ ask: z.string(), attemptId: z.string(), agentId: z.string().nullable() });
/** No node has the caller when none said so within this time. */
const answerWithinMs = 1_000;

/** A caller waits on the node that his call came to; a supervisor gives him away from whichever he is signed in to. */
export function makeFarCallers(deps: { readonly wires: NodeWires; readonly give: Give; readonly after: After }): {
  readonly give: Give;
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const { wires, after } = deps;
  const waiting = new Map<string, () => void>();
  let leave: (() => Promise<void>)[] = [];

  const askOthers: Give = (attemptId, agentId) =>
    new Promise((resolve) => {
      const ask = newId();
      const settle = (given: boolean): void => {
        giveUp();
        waiting.delete(ask);
        resolve(given);
      };
      const giveUp = after(answerWithinMs, () => settle(false));
      waiting.set(ask, () => settle(true));
      wires.publish(asksOn, Buffer.from(JSON.stringify({ ask, attemptId, agentId })));
    });

  return {
    give: async (attemptId, agentId) => (await deps.give(attemptId, agentId)) || askOthers(attemptId, agentId),
    async start() {
      leave = [
        await wires.subscribe(repliesOn, (bytes) => waiting.get(bytes.toString('utf8'))?.()),
        await wires.subscribe(asksOn, (bytes) => {
          const { ask, attemptId, agentId } = asked.parse(JSON.parse(bytes.toString('utf8')));
          // The node that asks has looked for him itself, and has him not.
          if (waiting.has(ask)) return;
          void deps.give(attemptId, agentId).then((given) => {
            if (given) wires.publish(repliesOn, Buffer.from(ask));
          });
        }),
      ];
    },
    async stop() {
      for (const each of leave) await each();
    },
  };
}
