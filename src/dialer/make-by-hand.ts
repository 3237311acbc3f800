import type { Router } from 'express';
import { makePrismaHandBook } from './adapters/prisma-hand-book.ts';
import { makeRedisOfferedCases } from './adapters/redis-pacing.ts';
import { makeDialByHand } from './by-hand/dial-by-hand.ts';
import type { DialerDeps } from './dialer.ts';
import { makeByHandDoor } from './http/by-hand-door.ts';
import type { LaunchAttempt } from './launch-attempt.ts';
import type { ReadyList } from './stores.ts';

/** Calls that agents ask for themselves. */
export function makeByHand(
  deps: DialerDeps,
  own: {
    readonly launch: LaunchAttempt;
    readonly ready: ReadyList;
    readonly keys: string;
  },
): Router {
  const byHand = makeDialByHand({
    book: makePrismaHandBook(deps.prisma),
    offered: makeRedisOfferedCases(deps.redis, own.keys),
    launch: own.launch,
    cases: deps.cases,
    ready: own.ready,
    agents: deps.agents,
    audit: deps.audit,
    clock: deps.clock,
  });
  return makeByHandDoor({ byHand, requireAgent: deps.requireAgent });
}
