import type { RequestHandler, Response, Router } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { ConfigKind } from '../platform/config-kind.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makePrismaVersionBook } from './adapters/prisma-version-book.ts';
import { yamlText } from './adapters/yaml-text.ts';
import { makeConfigurationDesk, type ConfigurationDesk } from './configuration.ts';
import { makeConfigurationDoor } from './http/configuration-door.ts';
import type { AuditTrail } from './ports.ts';

export interface Configuration {
  /** `/api/configuration`, and the published schema. */
  readonly router: Router;
  readonly desk: ConfigurationDesk;
  /** The audit trail for those who change what is configured: each entry becomes a version, too. */
  readonly audit: AuditTrail;
  start(): Promise<void>;
}

export function makeConfiguration(deps: {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly log: Logger;
  readonly kinds: readonly ConfigKind[];
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
  readonly holds: (res: Response, permission: string) => boolean;
}): Configuration {
  const { prisma, clock, log, kinds, audit } = deps;
  const desk = makeConfigurationDesk({ kinds, book: makePrismaVersionBook(prisma), db: prisma, text: yamlText, clock });
  return {
    router: makeConfigurationDoor({
      ...{ desk, audit, clock },
      requireSupervisor: deps.requireSupervisor,
      requireAdmin: deps.requireAdmin,
      holds: deps.holds,
    }),
    desk,
    audit: {
      async record(entry) {
        await audit.record(entry);
        await desk.audited(entry);
      },
    },
    async start() {
      try {
        await desk.find();
      } catch (err) {
        log.error({ err }, 'the configuration was not written down; the next change finds what is missing');
      }
    },
  };
}
