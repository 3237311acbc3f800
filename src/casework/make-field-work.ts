import { Router, type RequestHandler } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makePhoneJudge } from './adapters/placement-phone-judge.ts';
import { makePrismaTaskBooks } from './adapters/prisma-task-books.ts';
import { makeVisitPhotoFiles } from './adapters/visit-photo-files.ts';
import type { CaseBooks } from './case-books.ts';
import { makeCaseNumbers } from './case-numbers.ts';
import { makeTasksDoor } from './http/tasks-door.ts';
import { makeVisitsDoor } from './http/visits-door.ts';
import type { CaseLedger } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import type { TaskDesk } from './task-desk.ts';
import { makeVisitDesk } from './visit-desk.ts';
import { makeKeepPhoto } from './visit-photos.ts';

/** Tracing, tasks and visits: the part of the room that works beside the calls. */
export function makeFieldWork(deps: {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly ledger: CaseLedger;
  readonly cases: CaseBooks;
  readonly tasks: TaskDesk;
  readonly audit: AuditTrail;
  readonly visitsDir: string;
  readonly requireUser: RequestHandler;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
  const { prisma, clock, ledger, cases, tasks, audit, requireUser, requireSupervisor } = deps;
  const books = makePrismaTaskBooks({ prisma, clock });
  const photoFiles = makeVisitPhotoFiles(deps.visitsDir);
  const guards = { requireUser, requireSupervisor, requireExporter: deps.requireExporter };
  const router = Router();
  router.use(
    makeTasksDoor({
      tasks,
      numbers: makeCaseNumbers({ ledger, clock, audit, judgeFor: makePhoneJudge }),
      books,
      cases,
      audit,
      ...guards,
    }),
  );
  router.use(
    makeVisitsDoor({
      visits: makeVisitDesk({ ledger, clock, audit }),
      keepPhoto: makeKeepPhoto({ books, files: photoFiles, audit }),
      photoFiles,
      books,
      cases,
      audit,
      ...guards,
    }),
  );
  return router;
}
