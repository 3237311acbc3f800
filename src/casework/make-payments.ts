import type { RequestHandler, Router } from 'express';
import { isPaymentHeader } from '../domain/payment/payment-row.ts';
import type { Clock } from '../platform/clock.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makeCalendarShelf } from './adapters/calendar-shelf.ts';
import { makeOwnerVolumes } from './adapters/owner-volumes.ts';
import { makePlacementFiles } from './adapters/placement-files.ts';
import { makePlacementStore } from './adapters/placement-store.ts';
import { makePrismaCaseLedger } from './adapters/prisma-case-ledger.ts';
import { makePrismaLiveCalls } from './adapters/prisma-live-calls.ts';
import { makeCaseFinder, makePaymentBooks, makePaymentFileBook } from './adapters/prisma-payment-books.ts';
import { makeClientBook } from './adapters/prisma-placement-book.ts';
import { makePaymentsDoor } from './http/payments-door.ts';
import { makePostFile } from './payments/post-file.ts';
import { makePostPayment, type PaymentDeps } from './payments/post-payment.ts';
import { makeReversePayment } from './payments/reverse-payment.ts';
import type { AuditTrail, CaseNews, RingingCalls } from './ports.ts';
import { makeCallStopper } from './stop-calls.ts';

export interface PaymentsDeps {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
  /** Where uploaded files lie while they are read. */
  readonly uploadsDir: string;
  readonly ringing: RingingCalls;
  readonly caseNews: CaseNews;
}

export interface Payments {
  /** `/api/payments`, `/api/promises`. */
  readonly router: Router;
  readonly post: ReturnType<typeof makePostPayment>;
  readonly reverse: ReturnType<typeof makeReversePayment>;
}

export function makePayments(deps: PaymentsDeps): Payments {
  const { prisma, clock } = deps;
  const shelf = makeCalendarShelf();
  const paymentDeps: PaymentDeps = {
    ledger: makePrismaCaseLedger({ prisma, clock, volumes: makeOwnerVolumes(clock), shelf }),
    cases: makeCaseFinder(prisma),
    clock,
    calls: makeCallStopper({ rows: makePrismaLiveCalls(prisma), ringing: deps.ringing, news: deps.caseNews }),
  };
  const post = makePostPayment(paymentDeps);
  const reverse = makeReversePayment(paymentDeps);
  const postFile = makePostFile({
    files: makePlacementFiles(isPaymentHeader),
    store: makePlacementStore(deps.uploadsDir),
    book: makePaymentFileBook(prisma),
    post,
    clock,
  });
  return {
    router: makePaymentsDoor({
      requireSupervisor: deps.requireSupervisor,
      requireExporter: deps.requireExporter,
      clients: makeClientBook(prisma),
      books: makePaymentBooks({ prisma, clock }),
      post,
      postFile,
      reverse,
      audit: deps.audit,
    }),
    post,
    reverse,
  };
}
