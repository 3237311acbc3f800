import { z } from 'zod';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import type { NodeWires } from '../platform/node-wires.ts';
import type { Listener } from './live-mix.ts';
import type { After } from './ports.ts';
import type { Switchboard } from './switchboard.ts';

/** What an ear on another node says to the node that has the call. */
const asking = z.object({ ear: z.string(), attemptId: z.string(), word: z.enum(['begin', 'still', 'end']) });
type Asked = z.infer<typeof asking>;

const asksOn = 'listen';
const hearsOn = (ear: string): string => `heard:${ear}`;

/** First byte of what comes back. */
const begun = 0;
const frame = 1;
const over = 2;

/** Nobody who has the call answers within this time: it is over, or its node is gone. */
const answerWithinMs = 1_000;
const stillEveryMs = 2_000;
/** An ear that was not heard of for so long is gone with its node. */
const goneAfterMs = 3 * stillEveryMs;
/** A frame that waits behind this much is not sent any more: a slow window hears gaps, not the past. */
const mostBuffered = 16_000;

export interface FarEars {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The listener hears the call wherever it is; how to stop, or null: no node has it. */
  listen(attemptId: string, listener: Listener): Promise<(() => void) | null>;
}

/**
 * Audio of a call stays on its node; who listens in may sit at another. Frames go to him one by one over what the nodes talk
 * over anyway, already mixed and stamped, so that his node only hands them on.
 */
export function makeFarEars(deps: {
  readonly wires: NodeWires;
  readonly switchboard: Pick<Switchboard, 'call'>;
  readonly after: After;
  readonly log: Logger;
}): FarEars {
  const { wires, switchboard, after, log } = deps;
  /** Ears of other nodes that hear a call of this one. */
  const served = new Map<string, { readonly close: () => void; renew: () => void }>();
  let stopAsking: () => Promise<void> = () => Promise.resolve();

  const say = (asked: Asked): void => wires.publish(asksOn, Buffer.from(JSON.stringify(asked)));

  function serve({ ear, attemptId }: Asked): void {
    const bridge = switchboard.call(attemptId);
    if (bridge === null || served.has(ear)) return;
    const tell = (kind: number, bytes?: Buffer | string): void =>
      wires.publish(
        hearsOn(ear),
        bytes === undefined ? Buffer.of(kind) : Buffer.concat([Buffer.of(kind), Buffer.from(bytes)]),
      );
    const listener: Listener = {
      wire: { send: (bytes) => tell(frame, bytes), bufferedAmount: 0, close: () => undefined },
      over: () => {
        forget();
        tell(over);
      },
    };
    let calledOff: () => void = () => undefined;
    const forget = (): void => {
      calledOff();
      served.delete(ear);
    };
    const close = (): void => {
      forget();
      bridge.unlisten(listener);
    };
    const renew = (): void => {
      calledOff();
      calledOff = after(goneAfterMs, () => {
        log.info({ attemptId }, 'a listener on another node is gone');
        close();
      });
    };
    served.set(ear, { close, renew });
    renew();
    tell(begun);
    if (!bridge.listen(listener)) listener.over();
  }

  function asked(bytes: Buffer): void {
    const said = asking.parse(JSON.parse(bytes.toString('utf8')));
    if (said.word === 'begin') serve(said);
    else if (said.word === 'still') served.get(said.ear)?.renew();
    else served.get(said.ear)?.close();
  }

  return {
    async start() {
      stopAsking = await wires.subscribe(asksOn, asked);
    },
    async stop() {
      for (const { close } of [...served.values()]) close();
      await stopAsking();
    },
    async listen(attemptId, listener) {
      const ear = newId();
      let answered: (() => void) | null = null;
      let calledOff: () => void = () => undefined;
      let unsubscribe: () => Promise<void> = () => Promise.resolve();
      let stopped = false;
      const stop = (): void => {
        if (stopped) return;
        stopped = true;
        calledOff();
        unsubscribe().catch((err: unknown) => log.debug({ err }, 'channel of a listener not left'));
      };
      unsubscribe = await wires.subscribe(hearsOn(ear), (bytes) => {
        if (stopped) return;
        switch (bytes[0]) {
          case begun:
            answered?.();
            return;
          case frame:
            if (listener.wire.bufferedAmount <= mostBuffered) listener.wire.send(bytes.subarray(1));
            return;
          case over:
            stop();
            listener.over();
            return;
          default:
        }
      });
      const isAnswered = new Promise<boolean>((resolve) => {
        const giveUp = after(answerWithinMs, () => resolve(false));
        answered = () => {
          giveUp();
          resolve(true);
        };
      });
      say({ ear, attemptId, word: 'begin' });
      if (!(await isAnswered)) {
        stop();
        return null;
      }
      const renew = (): void => {
        say({ ear, attemptId, word: 'still' });
        calledOff = after(stillEveryMs, renew);
      };
      if (!stopped) calledOff = after(stillEveryMs, renew);
      return () => {
        if (!stopped) say({ ear, attemptId, word: 'end' });
        stop();
      };
    },
  };
}
