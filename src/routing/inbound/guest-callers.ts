import { z } from 'zod';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import type { NodeWires } from '../../platform/node-wires.ts';
import type { LifeBoard } from '../life-board.ts';
import type { After, InboundCalls, QueueFacts, RoutedCaller } from '../ports.ts';
import type { WaitingCaller, WaitingLine } from './waiting-line.ts';

const replies = ['asked', 'ended', 'failed'] as const;
type Brought = (typeof replies)[number];

/** `host`: the node that the caller's call came to; `agentId`: null for whoever is free. */
const word = z.discriminatedUnion('word', [
  z.object({
    word: z.literal('given'),
    host: z.string(),
    attemptId: z.string(),
    agentId: z.string().nullable(),
    arrivedAt: z.number(),
    leftMs: z.number(),
  }),
  z.object({ word: z.literal('taken-back'), host: z.string(), attemptId: z.string() }),
  z.object({
    word: z.literal('bring'),
    host: z.string(),
    ask: z.string(),
    attemptId: z.string(),
    agentId: z.string().nullable(),
    publicUrl: z.string(),
  }),
  z.object({ word: z.literal('brought'), ask: z.string(), reply: z.enum(replies) }),
  z.object({ word: z.literal('came'), host: z.string(), attemptId: z.string() }),
]);
type Word = z.infer<typeof word>;

const channel = 'callers-given';
/** The carrier is asked meanwhile; a node that is gone answers nothing. */
const answerWithinMs = 3_000;
/** Whoever was not told of for so long is gone with the node that had him: it speaks of him twice a second. */
const goneAfterMs = 3_000;

export interface GuestCallers {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Tells the other nodes of each caller of this one who was given to somebody, or is for whoever is free, and is not served yet. */
  lend(): void;
  /** Nobody of another node is to have him any more. */
  takeBack(caller: WaitingCaller): void;
  /** Guests whose node is gone, or whose time is over, wait here no longer. */
  expire(): void;
  /** The carrier brings him here: asked by the node that has him. */
  bring(caller: WaitingCaller, host: string): Promise<Brought>;
  /** His audio is here: he is this node's from now on. */
  came(caller: WaitingCaller): void;
}

/**
 * A caller waits on the node that his call came to; the agent to whom a supervisor gave him, or who is free first, may be
 * signed in to another one. There he stands in the line too, as a guest, for this agent alone or for whoever is free; when an
 * agent is kept for him, the node that has him lets the carrier bring his audio to the agent's. Nothing of it is stored:
 * whatever is lost, he still waits where he was, and the database keeps one agent for him at most.
 */
export function makeGuestCallers(deps: {
  readonly wires: NodeWires;
  readonly nodeId: string;
  /** Where the carrier finds this node. */
  readonly publicUrl: string;
  readonly line: WaitingLine;
  readonly queue: Pick<QueueFacts, 'caller'>;
  readonly life: Pick<LifeBoard, 'hasSocket' | 'alive'>;
  readonly inbound: Pick<InboundCalls, 'bringIn'>;
  /** His stay here begins. */
  readonly admit: (facts: RoutedCaller, arrivedAt: Instant, host: string) => WaitingCaller;
  /** It ends, and he is somebody else's. */
  readonly dismiss: (caller: WaitingCaller) => void;
  readonly serve: () => Promise<void>;
  readonly after: After;
  readonly clock: Clock;
  readonly log: Logger;
}): GuestCallers {
  const { clock, line, log, nodeId, wires } = deps;
  const asked = new Map<string, (reply: Brought) => void>();
  let leave: () => Promise<void> = () => Promise.resolve();
  let stopped = false;

  const say = (said: Word): void => wires.publish(channel, Buffer.from(JSON.stringify(said)));
  /** Once an agent is kept for him he gets him, whatever was said since. */
  const sendAway = (caller: WaitingCaller | undefined): void => {
    if (caller?.host != null && caller.agent === null) deps.dismiss(caller);
  };

  async function receive({ attemptId, agentId, host, arrivedAt, leftMs }: Extract<Word, { word: 'given' }>) {
    let guest = line.find(attemptId);
    // His audio is here already, or two nodes think that they have him: nobody is a guest at home.
    if (guest !== undefined && (guest.host === null || guest.movedOn)) return;
    const mayTakeHim = agentId === null ? deps.life.alive.length > 0 : deps.life.hasSocket(agentId);
    if (!mayTakeHim) {
      sendAway(guest);
      return;
    }
    if (guest === undefined) {
      const facts = await deps.queue.caller(attemptId);
      if (facts === null) return;
      guest = line.find(attemptId) ?? deps.admit(facts, arrivedAt, host);
    }
    const isNew = agentId === null ? !guest.open : guest.given?.agentId !== agentId;
    guest.given = agentId === null ? null : { agentId, until: clock() + leftMs };
    guest.open = agentId === null;
    guest.renewedAt = clock();
    if (isNew) await deps.serve();
  }

  async function bringThere({ ask, attemptId, agentId, publicUrl }: Extract<Word, { word: 'bring' }>) {
    const caller = line.find(attemptId);
    let reply: Brought = 'ended';
    if (caller?.host === null) {
      const isMeant = agentId === null ? caller.open : caller.given?.agentId === agentId;
      reply = caller.agent === null && isMeant ? await deps.inbound.bringIn(attemptId, publicUrl) : 'failed';
    }
    say({ word: 'brought', ask, reply });
  }

  async function hear(said: Word): Promise<void> {
    switch (said.word) {
      case 'given':
        if (said.host !== nodeId) await receive(said);
        return;
      case 'taken-back':
        if (said.host !== nodeId) sendAway(line.find(said.attemptId));
        return;
      case 'bring':
        if (said.host === nodeId) await bringThere(said);
        return;
      case 'brought':
        asked.get(said.ask)?.(said.reply);
        return;
      case 'came': {
        const caller = said.host === nodeId ? line.find(said.attemptId) : undefined;
        if (caller?.host === null) deps.dismiss(caller);
        return;
      }
    }
  }

  return {
    async start() {
      leave = await wires.subscribe(channel, (bytes) => {
        const said = word.safeParse(JSON.parse(bytes.toString('utf8')));
        // What another version of the program says is not understood, and he waits where he is.
        if (!said.success) return;
        hear(said.data).catch((err: unknown) =>
          log.error({ err }, 'a caller of another node could not be looked after'),
        );
      });
    },
    async stop() {
      stopped = true;
      // Whoever is sought for does not wait for an answer that is heard no more.
      for (const settle of [...asked.values()]) settle('failed');
      await leave();
    },
    lend() {
      const at = clock();
      for (const { attemptId, arrivedAt, given, open, host, callbackId } of line.waiting()) {
        if (host !== null || callbackId !== null) continue;
        const said = { word: 'given', host: nodeId, attemptId, arrivedAt } as const;
        if (given !== null && given.until > at) say({ ...said, agentId: given.agentId, leftMs: given.until - at });
        else if (open) say({ ...said, agentId: null, leftMs: goneAfterMs });
      }
    },
    takeBack: ({ attemptId }) => say({ word: 'taken-back', host: nodeId, attemptId }),
    expire() {
      const at = clock();
      for (const caller of line.waiting()) {
        const { given, open, renewedAt } = caller;
        const isOver = given === null ? !open : given.until <= at;
        if (isOver || at - renewedAt > goneAfterMs) sendAway(caller);
      }
    },
    bring: ({ attemptId, given }, host) =>
      new Promise((resolve) => {
        if (stopped) {
          resolve('failed');
          return;
        }
        const ask = newId();
        const settle = (reply: Brought): void => {
          giveUp();
          asked.delete(ask);
          resolve(reply);
        };
        const giveUp = deps.after(answerWithinMs, () => settle('failed'));
        asked.set(ask, settle);
        const agentId = given?.agentId ?? null;
        say({ word: 'bring', host, ask, attemptId, agentId, publicUrl: deps.publicUrl });
      }),
    came(caller) {
      const { attemptId, host } = caller;
      if (host === null) return;
      caller.host = null;
      // At home here, with his audio: no other node may have him.
      caller.open = false;
      say({ word: 'came', host, attemptId });
    },
  };
}
