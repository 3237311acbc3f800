import { Router, type RequestHandler } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makePrismaTrunkAccounts } from './adapters/prisma-trunk-accounts.ts';
import { makePrismaTrunkBook } from './adapters/prisma-trunk-book.ts';
import { makePrismaTrunkCosts } from './adapters/prisma-trunk-costs.ts';
import { makePrismaTrunkHealth } from './adapters/prisma-trunk-health.ts';
import { makeTwilioCallbacks } from './adapters/twilio-callbacks.ts';
import { makeTwilioCarrier } from './adapters/twilio-carrier.ts';
import type { TwilioAccount } from './adapters/twilio-client.ts';
import { makeTwilioInbound } from './adapters/twilio-inbound.ts';
import { makeTwilioProvider } from './adapters/twilio-provider.ts';
import { every } from './every.ts';
import { makeTrunkCostsDoor } from './http/trunk-costs-door.ts';
import { makeTrunksDoor } from './http/trunks-door.ts';
import type { InboundCarrier } from './inbound/inbound-ports.ts';
import type { AuditTrail, CallbackDialect, Carrier, TableFile } from './ports.ts';
import type { Providers } from './trunks/provider.ts';
import { makeSetInbound } from './trunks/set-inbound.ts';
import { makeSecretBox } from '../platform/secret-box.ts';
import { carrierKindOf, makeSigningTokens, openAccount, type ProviderAccount } from './trunks/trunk-accounts.ts';
import { makeTrunkCarriers } from './trunks/trunk-carriers.ts';
import { makeReadCosts } from './trunks/read-costs.ts';
import { makeProbeAccount } from './trunks/probe-trunk.ts';
import { makeTrunkDesk, type TrunkDesk } from './trunks/trunk-desk.ts';
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
  readonly requireSupervisor: RequestHandler;
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
  readonly watch: TrunkWatch;
  /** Each call over the account of its trunk. */
  readonly carrier: Carrier;
  /** Calls that reach us, over the account of their trunk. */
  readonly inbound: InboundCarrier;
  /** Callbacks of all accounts. */
  readonly callbacks: CallbackDialect;
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
  const box = deps.credentialsKey === undefined ? null : makeSecretBox(deps.credentialsKey);
  const accounts = makePrismaTrunkAccounts(prisma);
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
    houseKind,
    publicUrl: deps.publicUrl,
    clock,
  });
  const watch = makeTrunkWatch({
    book: makePrismaTrunkHealth(prisma),
    probe: makeProbeAccount(providers),
    resting: deps.resting,
    audit: deps.audit,
    clock,
    log: deps.log,
  });
  const reviewed = async (): Promise<void> => {
    try {
      await watch.review();
    } catch (err) {
      deps.log.error({ err }, 'trunks could not be judged; the next pass tries again');
    }
  };
  const router = Router();
  router.use(
    makeTrunkCostsDoor({
      costs: makeReadCosts(makePrismaTrunkCosts(prisma)),
      file: deps.tableFile,
      audit: deps.audit,
      requireSupervisor: deps.requireSupervisor,
    }),
  );
  let loop: { stop(): Promise<void> } | null = null;
  router.use(
    makeTrunksDoor({
      desk,
      setInbound: makeSetInbound({ book, carrier: inbound, publicUrl: deps.publicUrl }),
      watch,
      audit: deps.audit,
      requireSupervisor: deps.requireSupervisor,
      requireAdmin: deps.requireAdmin,
    }),
  );
  return {
    router,
    desk,
    watch,
    carrier,
    inbound,
    callbacks: makeTwilioCallbacks(house, deps.publicUrl, makeSigningTokens({ accounts, box, now: clock })),
    start() {
      if (deps.watches) loop = every(reviewEveryMs, reviewed);
    },
    async stop() {
      await loop?.stop();
    },
  };
}
