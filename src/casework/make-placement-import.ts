import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler, Router } from 'express';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import type { QueueConnection } from '../platform/queues.ts';
import { makePlacementFiles } from './adapters/placement-files.ts';
import { knowsCountry, makePhoneJudge } from './adapters/placement-phone-judge.ts';
import { returnFile } from './adapters/placement-returns.ts';
import { makePlacementStore } from './adapters/placement-store.ts';
import { makePlacementWriter } from './adapters/placement-writer.ts';
import { makeClientBook, makePlacementBook, makeTenantRules } from './adapters/prisma-placement-book.ts';
import { makeCarriedOn } from './make-carried-on.ts';
import { makePlacementsDoor } from './http/placements-door.ts';
import { makeInspect } from './import-inspect.ts';
import type { ClientBook, PlacementBook } from './import-ports.ts';
import { makePreview } from './import-preview.ts';
import { returnedRows } from './import-return.ts';
import { makeRunImport, type RunEnding } from './import-run.ts';
import { makeCancel, makeStart } from './import-start.ts';
import type { AuditTrail } from './ports.ts';

export interface PlacementImportDeps {
  readonly prisma: PrismaClient;
  /** Bulk writing opens a connection of its own for each running import. */
  readonly databaseUrl: string;
  readonly queues: QueueConnection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
  /** `DATA_DIR/placements`: where files lie until they are imported. */
  readonly placementsDir: string;
  /** Whether imports run in this process; the doors work either way. Left out: they do. */
  readonly works?: boolean;
  readonly mostUploadBytes?: number;
  readonly takeUpEveryMs?: number;
}

const mostUploadBytes = 2 * 1024 ** 3;
/** A killed server's imports go on within this time of its return. */
const takeUpEveryMs = 2_000;
const pollMs = 200;

export interface PlacementImport {
  /** `/api/placements`. */
  readonly router: Router;
  readonly book: PlacementBook;
  readonly clients: ClientBook;
  readonly inspect: ReturnType<typeof makeInspect>;
  readonly begin: ReturnType<typeof makeStart>;
  readonly cancel: ReturnType<typeof makeCancel>;
  /** Carries an import that was begun to its end in this process, without waiting for the queue. */
  importNow(placementId: string): Promise<RunEnding>;
  /** Takes up what a crash left unfinished, now and whenever it happens to another process. */
  start(): Promise<void>;
  /** Stops after the transaction under way; `start` goes on from there. */
  stop(): Promise<void>;
}

export function makePlacementImport(deps: PlacementImportDeps): PlacementImport {
  const { prisma, clock, log } = deps;
  const book = makePlacementBook(prisma);
  const clients = makeClientBook(prisma);
  const tenant = makeTenantRules(prisma);
  const files = makePlacementFiles();
  const store = makePlacementStore(deps.placementsDir);
  const run = makeRunImport({
    book,
    files,
    store,
    tenant,
    clock,
    log,
    writer: makePlacementWriter(deps.databaseUrl),
    makeJudge: makePhoneJudge,
  });
  const background = makeCarriedOn({
    ...{ queueName: 'placements', jobName: 'run-import', idName: 'placementId', what: 'import' },
    left: () => book.abandoned(),
    work: run,
    takeUpEveryMs: deps.takeUpEveryMs ?? takeUpEveryMs,
    ...{ queues: deps.queues, log },
  });
  const preview = makePreview({ files, tenant, makeJudge: makePhoneJudge });
  const inspect = makeInspect({
    files,
    store,
    book,
    clients,
    newId,
    mostBytes: deps.mostUploadBytes ?? mostUploadBytes,
  });
  const begin = makeStart({ book, clients, queue: { ask: background.ask } });
  const cancel = makeCancel({ book });
  const router = makePlacementsDoor({
    requireSupervisor: deps.requireSupervisor,
    requireExporter: deps.requireExporter,
    knowsCountry,
    book,
    clients,
    inspect,
    preview: (record, reading) => preview(record.storedPath, record.file, reading),
    start: begin,
    cancel,
    returns: (record) => returnFile(record, () => returnedRows(book, record)),
    audit: (actorId, action, subjectId, detail) =>
      deps.audit.record({ actorId, action, subjectType: 'placement', subjectId, ...(detail && { detail }) }),
  });

  return {
    router,
    book,
    clients,
    inspect,
    begin,
    cancel,
    async importNow(placementId) {
      const ending = await run(placementId, background.stopping);
      if (ending !== 'not-mine') return ending;
      // The queue was quicker: its run is the one to wait for.
      for (;;) {
        const status = (await book.find(placementId))?.status;
        if (status === 'done' || status === 'failed' || status === 'cancelled') return status;
        if (status !== 'running' && status !== 'queued') return ending;
        await pause(pollMs);
      }
    },
    start() {
      if (deps.works !== false) background.start();
      return Promise.resolve();
    },
    stop: background.stop,
  };
}
