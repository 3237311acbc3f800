import { join } from 'node:path';
import type { RequestHandler, Router } from 'express';
import { isSuppressionHeader } from '../domain/suppression-row.ts';
import type { Clock } from '../platform/clock.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makePlacementFiles } from './adapters/placement-files.ts';
import { makePhoneJudge } from './adapters/placement-phone-judge.ts';
import { makePlacementStore } from './adapters/placement-store.ts';
import { makePrismaSuppressions } from './adapters/prisma-suppressions.ts';
import { homeCountry } from './case-numbers.ts';
import { presetOf } from './dial-facts-of.ts';
import { makeSuppressionsDoor } from './http/suppressions-door.ts';
import type { AuditTrail, RingingCalls } from './ports.ts';
import { makeListImport } from './suppressions/import-list.ts';
import { makeSuppressionDesk, type HouseNumbers } from './suppressions/suppression-desk.ts';

export interface SuppressionsDeps {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
  readonly requireAdmin: RequestHandler;
  readonly ringing: RingingCalls;
  /** Where lists lie between the look at them and their confirmation. */
  readonly uploadsDir: string;
}

/** `/api/suppressions`: numbers that are never called. */
export function makeSuppressions(deps: SuppressionsDeps): { readonly router: Router } {
  const { prisma, clock, audit, ringing, uploadsDir } = deps;
  const book = makePrismaSuppressions(prisma);
  const house = async (): Promise<HouseNumbers> => {
    const tenant = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
    const preset = presetOf({ campaign: null, tenant });
    const country = homeCountry[preset.calendar];
    return { country, judge: makePhoneJudge(country, preset.acceptsFiction), zone: tenant.businessZone };
  };
  return {
    router: makeSuppressionsDoor({
      book,
      desk: makeSuppressionDesk({ book, house, ringing, audit, clock }),
      lists: makeListImport({
        files: makePlacementFiles(isSuppressionHeader),
        store: makePlacementStore(uploadsDir),
        pathOf: (id) => join(uploadsDir, id),
        book,
        house,
        ringing,
        audit,
        clock,
      }),
      house,
      audit,
      clock,
      requireSupervisor: deps.requireSupervisor,
      requireExporter: deps.requireExporter,
      requireAdmin: deps.requireAdmin,
    }),
  };
}
