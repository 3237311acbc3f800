import type { RequestHandler, Router } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makePrismaCampaignSetup } from './adapters/prisma-campaign-setup.ts';
import { makeCampaignDesk, type CampaignDesk } from './campaigns/campaign-desk.ts';
import type { CasesForCampaigns } from './campaigns/campaign-setup-book.ts';
import { every } from './every.ts';
import { makeCampaignSetupDoor } from './http/campaign-setup-door.ts';
import { carries } from './choose-way.ts';
import type { AuditTrail, Carrier, RulesInForce } from './ports.ts';
import type { Trunk } from './stores.ts';

export interface CampaignsDeps {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly log: Logger;
  readonly audit: AuditTrail;
  readonly carrier: Pick<Carrier, 'kind'>;
  readonly rulesOf: RulesInForce;
  readonly cases: CasesForCampaigns;
  readonly requireSupervisor: RequestHandler;
  /** Takes new cases in and follows teams in this process. */
  readonly works: boolean;
}

export interface Campaigns {
  /** `/api/campaigns`: set-up, checklist and what stands before the start. Mounted before the dialer's own. */
  readonly router: Router;
  readonly desk: CampaignDesk;
  start(): void;
  stop(): Promise<void>;
}

const keepUpEveryMs = 60_000;

export function makeCampaigns(deps: CampaignsDeps): Campaigns {
  const book = makePrismaCampaignSetup({
    prisma: deps.prisma,
    rulesOf: deps.rulesOf,
    carries: (trunk: Trunk) => carries(deps.carrier, trunk),
  });
  const desk = makeCampaignDesk({ book, cases: deps.cases, clock: deps.clock });
  let loop: { stop(): Promise<void> } | null = null;
  return {
    router: makeCampaignSetupDoor({ desk, audit: deps.audit, requireSupervisor: deps.requireSupervisor }),
    desk,
    start() {
      if (!deps.works) return;
      loop = every(keepUpEveryMs, async () => {
        try {
          await desk.keepUp();
        } catch (err) {
          deps.log.error({ err }, 'campaigns could not take new cases in; the next pass tries again');
        }
      });
    },
    async stop() {
      await loop?.stop();
    },
  };
}
