import { Router } from 'express';
import { makeCalendarShelf } from './adapters/calendar-shelf.ts';
import { makeOwnerVolumes } from './adapters/owner-volumes.ts';
import { makePrismaCallbackBook } from './adapters/prisma-callback-book.ts';
import { makePrismaCallers } from './adapters/prisma-callers.ts';
import { makePrismaCallDuties } from './adapters/prisma-call-duties.ts';
import { makePrismaCaseBooks } from './adapters/prisma-case-books.ts';
import { makePrismaCaseLedger } from './adapters/prisma-case-ledger.ts';
import { makePrismaDueStore } from './adapters/prisma-due-store.ts';
import { makeFraudFiles } from './adapters/fraud-files.ts';
import { makePrismaFraudBooks } from './adapters/prisma-fraud-books.ts';
import { makePrismaCampaignCases } from './adapters/prisma-campaign-cases.ts';
import { makePrismaIntake } from './adapters/prisma-intake.ts';
import { makePrismaLiveCalls } from './adapters/prisma-live-calls.ts';
import { makePrismaProgressBook } from './adapters/prisma-progress-book.ts';
import { makePrismaRecordingBook } from './adapters/prisma-recording-book.ts';
import { makePrismaRecordingLibrary } from './adapters/prisma-recording-library.ts';
import { makePrismaRecordingRows } from './adapters/prisma-recording-rows.ts';
import { makePrismaReplanStore } from './adapters/prisma-replan-store.ts';
import { makePrismaSweepStore } from './adapters/prisma-sweep-store.ts';
import { makePrismaTimeline } from './adapters/prisma-timeline.ts';
import { progressWorkbook } from './adapters/progress-workbook.ts';
import { alertOverdueWrapUps } from './adapters/prisma-overdue-wrap-ups.ts';
import { makeRecordingFiles } from './adapters/recording-files.ts';
import { makeCallerWishes } from './callbacks.ts';
import { makeChangeNumber } from './change-number.ts';
import { makeCallDuties, makeIdentifyCaller } from './call-duties.ts';
import { makeFollowUpDesk } from './attempt-ended.ts';
import type { Casework, CaseworkDeps } from './casework.ts';
import { makeCaseFacts } from './due-cases.ts';
import { makeExplainDecision } from './explain-decision.ts';
import { makePrismaConsentBook } from './adapters/prisma-consent-book.ts';
import { makeConsentDesk } from './consents.ts';
import { makeConsentsDoor } from './http/consents-door.ts';
import { reviewCase } from './review-case.ts';
import { callbackGraceMs } from '../domain/callback.ts';
import { makeCallbacksDoor } from './http/callbacks-door.ts';
import { makeCallDutiesDoor } from './http/call-duties-door.ts';
import { makeCaseLanguageDoor } from './http/case-language-door.ts';
import { makeCaseOwnerDoor } from './http/case-owner-door.ts';
import { makePrismaOwnerBook } from './adapters/prisma-owner-book.ts';
import { makeLeavesDoor } from './http/leaves-door.ts';
import { makeLeaveDesk } from './leave-desk.ts';
import { makePrismaLeaveBook } from './adapters/prisma-leaves.ts';
import { makeCasesDoor } from './http/cases-door.ts';
import { makeFraudDocuments } from './fraud-documents.ts';
import { makeFraudDoor } from './http/fraud-door.ts';
import { makeIntakeDoor } from './http/intake-door.ts';
import { makeProgressDoor } from './http/progress-door.ts';
import { makeRecordingSearchDoor } from './http/recording-search-door.ts';
import { makeRecordingsDoor } from './http/recordings-door.ts';
import { makeCorrectionDesk } from './correct-wrap-up.ts';
import { makeCorrectionsDoor } from './http/corrections-door.ts';
import { makeNumbersDoor } from './http/numbers-door.ts';
import { makeTimelineDoor } from './http/timeline-door.ts';
import { makeStopsDoor } from './http/stops-door.ts';
import { makeCallingHours } from './make-calling-hours.ts';
import { makeFieldWork } from './make-field-work.ts';
import { makeOfferedNumbers } from './case-numbers.ts';
import { makePhoneJudge } from './adapters/placement-phone-judge.ts';
import { makeMoveFraud } from './move-fraud.ts';
import { makePlayback } from './play-recording.ts';
import { repeatEvery, type Repeating } from './repeat-every.ts';
import { makeTaskDesk } from './task-desk.ts';
import { makeReplan } from './replan-follow-ups.ts';
import { makeSeeLinked } from './see-linked.ts';
import { makeWrapUpDesk } from './save-wrap-up.ts';
import { makeStopDesk } from './set-stop.ts';
import { makeCallStopper } from './stop-calls.ts';
import { makeGiveCase } from './give-case.ts';
import { makeHandovers } from './handover/make-handovers.ts';
import { makeCaseSweep } from './sweep-cases.ts';
import { makeRecordingWatch } from './watch-recordings.ts';

/** INV-4 wants a recording bound within 60 s; several looks fit into that. */
const watchEveryMs = 10_000;
const sweepEveryMs = 60_000;
const replanEveryMs = 5_000;
const calendarsEveryMs = 10 * 60_000;

export function makeCasework(deps: CaseworkDeps): Casework {
  const { prisma, clock, log, audit, visitsDir, requireUser, requireSupervisor, leaveNews } = deps;
  const offered = makeOfferedNumbers({ judgeFor: makePhoneJudge, clock });
  const volumes = makeOwnerVolumes(clock);
  const shelf = makeCalendarShelf();
  const ledger = makePrismaCaseLedger({ prisma, clock, volumes, shelf });
  const books = makePrismaCaseBooks({ prisma, clock, shelf });
  const dueStore = makePrismaDueStore({ prisma, clock, volumes, shelf });
  const caseFacts = makeCaseFacts(dueStore);
  const rows = makePrismaRecordingRows(prisma);
  const files = makeRecordingFiles(deps.recordingsDir);
  const watch = makeRecordingWatch({
    rows,
    files,
    carrier: deps.carrierRecordings,
    clock,
    log,
    onBound: (bound) => deps.recordingNews.ready(bound),
  });
  const hours = makeCallingHours({
    ...{ prisma, clock, audit, shelf, requireSupervisor },
    store: dueStore,
    requireAdmin: deps.requireAdmin,
  });
  const calls = makeCallStopper({ rows: makePrismaLiveCalls(prisma), ringing: deps.ringing, news: deps.caseNews });
  const sweep = makeCaseSweep({ store: makePrismaSweepStore(prisma), ledger, calls, clock, log });
  const replan = makeReplan({ store: makePrismaReplanStore({ prisma, clock, volumes, shelf }), ledger, clock, log });

  const frauds = makePrismaFraudBooks({ prisma, clock, shelf });

  const intake = makePrismaIntake({ prisma, clock });

  const router = Router();
  router.use(hours.router);
  const owners = makePrismaOwnerBook(prisma);
  const give = makeGiveCase({ ledger, owners, audit, clock });
  router.use(makeCaseOwnerDoor({ give, owners, requireSupervisor }));
  const handovers = makeHandovers({ ...deps, ledger, owners });
  router.use(handovers.router);
  router.use(
    makeCaseLanguageDoor({
      ...{ books, audit, requireUser },
      async setLanguage(id, language) {
        await prisma.case.update({
          where: { id },
          data: { language, version: { increment: 1 } },
          select: { id: true },
        });
      },
    }),
  );
  router.use(makeIntakeDoor({ intake, audit: deps.audit, requireSupervisor: deps.requireSupervisor }));
  router.use(
    makeCasesDoor({
      books,
      explain: makeExplainDecision({ cases: caseFacts, clock }),
      seeLinked: makeSeeLinked({ ledger, audit, clock }),
      audit,
      requireUser,
      requireSupervisor,
      requireExporter: deps.requireExporter,
    }),
  );
  const owed = makePrismaCallbackBook({ prisma, clock, graceMs: callbackGraceMs });
  router.use(makeCallbacksDoor({ callbacks: owed, requireUser }));
  router.use(makeTimelineDoor({ timeline: makePrismaTimeline({ prisma, clock }), requireUser }));
  const fulfil = makeCallDuties({ book: makePrismaCallDuties(prisma), audit: deps.audit, clock });
  const identify = makeIdentifyCaller({ book: makePrismaCallDuties(prisma), calls, audit: deps.audit, clock });
  const leaves = makeLeaveDesk({ ledger, clock, audit, book: makePrismaLeaveBook(prisma), news: leaveNews });
  router.use(makeLeavesDoor({ desk: leaves, requireUser, requireSupervisor }));
  router.use(makeCallDutiesDoor({ fulfil, identify, requireUser: deps.requireUser }));
  router.use(
    makeFraudDoor({
      books: frauds,
      documents: makeFraudDocuments({ books: frauds, files: makeFraudFiles(deps.fraudDir), audit: deps.audit, clock }),
      move: makeMoveFraud({ ledger, books: frauds, audit: deps.audit, calls, clock }),
      requireUser: deps.requireUser,
      requireSupervisor: deps.requireSupervisor,
    }),
  );
  router.use(
    makeStopsDoor({
      desk: makeStopDesk({ ledger, calls, audit: deps.audit, clock }),
      requireSupervisor: deps.requireSupervisor,
      requireLifter: deps.requireLifter,
    }),
  );
  router.use(
    makeCorrectionsDoor({ desk: makeCorrectionDesk({ ledger, calls, audit, clock }), cases: books, requireUser }),
  );
  router.use(
    makeNumbersDoor({
      change: makeChangeNumber({ ledger, calls, audit: deps.audit, clock }),
      requireSupervisor: deps.requireSupervisor,
    }),
  );
  router.use(
    makeProgressDoor({
      progress: makePrismaProgressBook({ prisma, clock, shelf }),
      workbook: progressWorkbook,
      audit: deps.audit,
      requireUser: deps.requireUser,
      requireSupervisor: deps.requireSupervisor,
      requireExporter: deps.requireExporter,
    }),
  );
  router.use(
    makeConsentsDoor({
      books,
      consents: makeConsentDesk({ book: makePrismaConsentBook(prisma), audit: deps.audit, clock }),
      requireUser: deps.requireUser,
      review: async (caseId) => {
        await ledger.withCase(caseId, (entry) => reviewCase(entry, clock()));
      },
    }),
  );
  router.use(
    makeRecordingSearchDoor({
      library: makePrismaRecordingLibrary(prisma),
      audit: deps.audit,
      requireSupervisor: deps.requireSupervisor,
      requireListener: deps.requireListener,
      requireExporter: deps.requireExporter,
    }),
    makeRecordingsDoor({
      playback: makePlayback({ rows, files, audit: deps.audit, clock }),
      requireListener: deps.requireListener,
    }),
  );

  const tasks = makeTaskDesk({ ledger, clock, audit });
  const guards = { requireUser, requireSupervisor };
  const { requireExporter } = deps;
  const asked = { ...guards, requireExporter };
  router.use(makeFieldWork({ prisma, clock, ledger, cases: books, tasks, audit, visitsDir, ...asked }));

  let running: Repeating[] = [];
  return {
    router,
    caseFacts,
    followUp: makeFollowUpDesk({ ledger, clock }),
    followUpAt: (then) =>
      makeFollowUpDesk({ ledger: makePrismaCaseLedger({ prisma, clock: then, volumes, shelf }), clock: then }),
    cards: { cardFor: (attemptId) => books.card(attemptId), casePage: (caseId) => books.page(caseId, null) },
    wrapUps: makeWrapUpDesk({ ledger, calls, clock, audit, offered, leaveNews }),
    wrapUpsAt: (then) =>
      makeWrapUpDesk({
        ledger: makePrismaCaseLedger({ prisma, clock: then, volumes, shelf }),
        calls,
        clock: then,
        audit,
        offered,
        leaveNews,
      }),
    tasks,
    today: { figures: (agentId) => books.today(agentId), floor: () => books.floorToday() },
    recordingBook: makePrismaRecordingBook({ prisma, clock, news: deps.recordingNews }),
    carrierRecordingDesk: { carrierRecordingReady: ({ attemptId }) => watch.carrierHas(attemptId) },
    callers: { ...makePrismaCallers({ prisma, clock }), ...makeCallerWishes({ ledger }) },
    alerts: {
      async raise(kind, subjectId) {
        await rows.raiseAlert(kind, subjectId, clock());
      },
    },
    intake,
    campaignCases: makePrismaCampaignCases({ prisma, clock }),
    sweep,
    replanFollowUps: replan,
    alertWrapUps: () => alertOverdueWrapUps(prisma, clock()),
    alertFrauds: () => frauds.alertOverdue(clock()),
    lookAtRecordings: () => watch.look(),
    watchCalendars: () => hours.calendarDesk.watch(),
    runHandover: handovers.run,
    start() {
      if (deps.sweeps !== false) {
        handovers.start();
        running = [
          repeatEvery(watchEveryMs, 'recordings', log, () => watch.look()),
          repeatEvery(sweepEveryMs, 'cases', log, sweep),
          repeatEvery(replanEveryMs, 'follow-ups', log, replan),
          repeatEvery(watchEveryMs, 'wrap-ups', log, () => alertOverdueWrapUps(prisma, clock())),
          repeatEvery(sweepEveryMs, 'fraud', log, () => frauds.alertOverdue(clock())),
          repeatEvery(calendarsEveryMs, 'calendars', log, () => hours.calendarDesk.watch()),
        ];
      }
      return Promise.resolve();
    },
    async stop() {
      await Promise.all(running.map((each) => each.stop()));
      running = [];
      await handovers.stop();
    },
  };
}
