import type { Router } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makePrismaInbound } from './adapters/prisma-inbound.ts';
import { comfortPath, numberAddresses } from './addresses.ts';
import type { ApplyEvent } from './apply-event.ts';
import type { InboundDeps } from './dialer.ts';
import type { HangUp } from './hang-up.ts';
import { makeInboundDoor } from './http/inbound-door.ts';
import { makeBringIn, type BringIn } from './inbound/bring-in.ts';
import { makeEndInbound } from './inbound/end-inbound.ts';
import { makeInboundScripts } from './inbound/inbound-scripts.ts';
import { makeReceiveInbound } from './inbound/receive-inbound.ts';
import type { LearnCall } from './learn-call.ts';
import type { CallbackDialect, Carrier } from './ports.ts';
import type { AttemptBook } from './stores.ts';

/** More calls than ever wait at once; the oldest way back is forgotten first. */
const mostTokens = 10_000;

export interface InboundSide {
  readonly router: Router;
  readonly bringIn: BringIn;
  /** Tells the carrier where to ask for the numbers that take calls. */
  announceNumbers(): Promise<void>;
}

export function makeInbound(deps: {
  readonly inbound: InboundDeps;
  readonly prisma: PrismaClient;
  readonly dialect: CallbackDialect;
  readonly carrier: Pick<Carrier, 'fetchCall'>;
  readonly attempts: AttemptBook;
  readonly apply: ApplyEvent;
  readonly learn: LearnCall;
  readonly hangUp: HangUp;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
}): InboundSide {
  const { inbound, attempts, apply, learn, publicUrl, clock, log } = deps;
  const book = makePrismaInbound(deps.prisma);
  const tokens = new Map<string, string>();
  const announced = new Set<string>();

  const receive = makeReceiveInbound({
    dialect: deps.dialect,
    book,
    attempts,
    callers: inbound.callers,
    queue: inbound.queue,
    hangUp: deps.hangUp,
    endInbound: makeEndInbound({ book, apply, clock }),
    keepToken(attemptId, token) {
      tokens.delete(attemptId);
      tokens.set(attemptId, token);
      const [oldest] = tokens.keys();
      if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest);
    },
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    scripts: makeInboundScripts(publicUrl),
    clock,
    log,
  });

  return {
    router: makeInboundDoor({
      receive,
      render: (script) => inbound.carrier.render(script),
      comfort: inbound.comfort,
      comfortPath,
    }),
    bringIn: makeBringIn({
      attempts,
      book,
      carrier: inbound.carrier,
      calls: deps.carrier,
      learn,
      tokenOf: (attemptId) => tokens.get(attemptId),
      publicUrl,
      log,
    }),
    async announceNumbers() {
      for (const number of await book.numbers()) {
        const { callerIdId } = number;
        if (announced.has(callerIdId)) continue;
        const reply = await inbound.carrier.answerAt(number, numberAddresses(publicUrl, callerIdId));
        if (reply === 'not-ours') log.warn({ callerIdId }, 'a number that shall take calls is not of this account');
        announced.add(callerIdId);
      }
    },
  };
}
