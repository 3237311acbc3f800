import { Router, type RequestHandler } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { countriesOf } from './adapters/phone-countries.ts';
import { makePrismaTestCalls, probeNumberOf, sampleNumbers } from './adapters/prisma-test-calls.ts';
import { makePrismaTrunkAccounts } from './adapters/prisma-trunk-accounts.ts';
import { makePrismaTrunkBook } from './adapters/prisma-trunk-book.ts';
import { makePrismaTrunkCosts } from './adapters/prisma-trunk-costs.ts';
import { makePrismaTrunkHealth } from './adapters/prisma-trunk-health.ts';
import { makeTwilioCallbacks } from './adapters/twilio-callbacks.ts';
import { makeTwilioCarrier } from './adapters/twilio-carrier.ts';
import type { TwilioAccount } from './adapters/twilio-client.ts';
import { makeTwilioInbound } from './adapters/twilio-inbound.ts';
import { makeTwilioProvider } from './adapters/twilio-provider.ts';
import { makeTwilioTestCaller } from './adapters/twilio-test-caller.ts';
import { every } from './every.ts';
import { makeTestCallsDoor } from './http/test-calls-door.ts';
import { makeTrunkCostsDoor } from './http/trunk-costs-door.ts';
import { makeTrunksDoor } from './http/trunks-door.ts';
import type { InboundCarrier } from './inbound/inbound-ports.ts';
import type { AuditTrail, CallbackDialect, Carrier, TableFile } from './ports.ts';
import { makeTestCalls } from './test-calls/test-calls.ts';
import type { Providers } from './trunks/provider.ts';
import { makeSetInbound } from './trunks/set-inbound.ts';
import { makeOldSeals, type OldSeals } from '../platform/old-seals.ts';
import { makeSecretBox } from '../platform/secret-box.ts';
import {
  accountShelf,
  carrierKindOf,
  makeSigningTokens,
  openAccount,
  type ProviderAccount,
} from './trunks/trunk-accounts.ts';
import { makeTrunkCarriers } from './trunks/trunk-carriers.ts';
import { makeReadCosts } from './trunks/read-costs.ts';
import { makeCheckTrunk } from './trunks/check-trunk.ts';
import { makeProbeTrunk } from './trunks/probe-trunk.ts';
import { makeTrunkDesk, type TrunkDesk } from './trunks/trunk-desk.ts';
import { makeTrunksOfQueues } from './trunks/trunk-queue.ts';
import { makeTestSocketDoor } from './ws/test-socket-door.ts';
import { makeTrunkWatch, type TrunkWatch } from './trunks/watch-trunks.ts';

export interface TrunksDeps {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly log: Logger;
  readonly audit: AuditTrail;
  readonly publicUrl: string;
  /** The account of the configuration: every trunk without one of its own goes by it. */
  readonly house: TwilioAccount;
  /** Base64 of 32 bytes; undefined: no trunk can have its own account. */
  readonly credentialsKey: string | undefined;
  /** The key before: it opens what it sealed. */
  readonly credentialsKeyOld?: string | undefined;
  /** Secrets of others under the same key. Late-bound: asked only after start. */
  readonly otherSeals?: () => readonly OldSeals[];
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
  readonly requireAdmin: RequestHandler;
  /** Trunks whose provider asked for less just now. */
  readonly resting: (trunkIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** A table as a file for a spreadsheet. */
  readonly tableFile: TableFile;
  /** Judges and tries trunks here. */
  readonly watches: boolean;
}

export interface Trunks {
  /** `/api/trunks`, `/api/caller-ids`. */
  readonly router: Router;
  readonly desk: TrunkDesk;
  /** Of these queues of jobs, those that are a trunk's, and whose. */
  readonly ofQueues: ReturnType<typeof makeTrunksOfQueues>;
  readonly watch: TrunkWatch;
  /** Each call over the account of its trunk. */
  readonly carrier: Carrier;
  /** Calls that reach us, over the account of their trunk. */
  readonly inbound: InboundCarrier;
  /** Callbacks of all accounts. */
  readonly callbacks: CallbackDialect;
  /** The media socket of a trunk's check. */
  readonly socketDoor: ReturnType<typeof makeTestSocketDoor>;
  start(): void;
  stop(): Promise<void>;
}

const reviewEveryMs = 5_000;

const twilioOf = ({ accountSid, authToken, apiBase }: ProviderAccount): TwilioAccount => ({
  accountSid,
  authToken,
  ...(apiBase === undefined ? {} : { apiBase }),
});

export function makeTrunks(deps: TrunksDeps): Trunks {
  const { prisma, clock, house } = deps;
  const box = deps.credentialsKey === undefined ? null : makeSecretBox(deps.credentialsKey, deps.credentialsKeyOld);
  const accounts = makePrismaTrunkAccounts(prisma);
  const accountSeals = makeOldSeals('trunk', box, accountShelf(accounts));
  const houseKind = carrierKindOf(house.apiBase);
  const { carrier } = makeTrunkCarriers({
    house: makeTwilioCarrier({ ...house, kind: houseKind }),
    accounts,
    box,
    carrierOf: (account, kind) => makeTwilioCarrier({ ...twilioOf(account), kind }),
  });
  const accountOf = async (trunkId: string): Promise<TwilioAccount | null> => {
    const opened = openAccount(box, await accounts.ofTrunk(trunkId));
    if (opened.kind === 'unreadable') return null;
    return opened.kind === 'own' ? twilioOf(opened.account) : house;
  };
  const providers: Providers = {
    async ofTrunk(trunkId) {
      const account = await accountOf(trunkId);
      return account === null ? null : makeTwilioProvider(account);
    },
    of: ({ apiBase, ...account }) =>
      makeTwilioProvider(twilioOf({ ...account, ...(apiBase === null ? {} : { apiBase }) })),
  };
  const book = makePrismaTrunkBook(prisma);
  const inbound = makeTwilioInbound(accountOf, deps.publicUrl);
  const desk = makeTrunkDesk({
    book,
    providers,
    box,
    seals: () => [accountSeals, ...(deps.otherSeals?.() ?? [])],
    houseKind,
    publicUrl: deps.publicUrl,
    clock,
  });
  const callbacks = makeTwilioCallbacks(house, deps.publicUrl, makeSigningTokens({ accounts, box, now: clock }));
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const testCalls = makeTestCalls({
    book: makePrismaTestCalls(prisma),
    caller: makeTwilioTestCaller(accountOf),
    dialect: callbacks,
    publicUrl: deps.publicUrl,
    clock,
    log: deps.log,
  });
  const watch = makeTrunkWatch({
    book: makePrismaTrunkHealth(prisma),
    probe: makeProbeTrunk({ providers, testCalls, probeNumber: (trunkId) => probeNumberOf(prisma, trunkId), pause }),
    resting: deps.resting,
    audit: deps.audit,
    clock,
    log: deps.log,
  });
  const logged = (work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } catch (err) {
      deps.log.error({ err }, 'trunks could not be judged; the next pass tries again');
    }
  };
  const router = Router();
  router.use(
    makeTestCallsDoor({
      calls: testCalls,
      check: makeCheckTrunk({
        desk,
        providers,
        testCalls,
        countries: async () => countriesOf(await sampleNumbers(prisma)),
        publicUrl: deps.publicUrl,
        pause,
      }),
      audit: deps.audit,
      requireAdmin: deps.requireAdmin,
    }),
  );
  router.use(
    makeTrunkCostsDoor({
      costs: makeReadCosts(makePrismaTrunkCosts(prisma)),
      file: deps.tableFile,
      audit: deps.audit,
      requireExporter: deps.requireExporter,
      requireSupervisor: deps.requireSupervisor,
    }),
  );
  let loops: { stop(): Promise<void> }[] = [];
  router.use(
    makeTrunksDoor({
      desk,
      setInbound: makeSetInbound({ book, carrier: inbound, publicUrl: deps.publicUrl }),
      watch,
      audit: deps.audit,
      requireSupervisor: deps.requireSupervisor,
      requireAdmin: deps.requireAdmin,
      requireExporter: deps.requireExporter,
    }),
  );
  return {
    router,
    desk,
    ofQueues: makeTrunksOfQueues((trunkIds) => book.namesOf(trunkIds)),
    watch,
    carrier,
    inbound,
    callbacks,
    socketDoor: makeTestSocketDoor({ calls: testCalls, clock, log: deps.log }),
    start() {
      if (deps.watches)
        loops = [
          every(
            reviewEveryMs,
            logged(() => watch.judge()),
          ),
          every(
            reviewEveryMs,
            logged(() => watch.tryAgain()),
          ),
        ];
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
