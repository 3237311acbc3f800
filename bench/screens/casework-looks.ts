import { progressGroups, progressLists, worklistNames } from '../../src/contract/progress.ts';
import { taskQuery, taskFilters } from '../../src/contract/task.ts';
import { promiseFilters, promiseQuery } from '../../src/contract/payment.ts';
import { visitQuery } from '../../src/contract/visit.ts';
import { makeCalendarShelf } from '../../src/casework/adapters/calendar-shelf.ts';
import { lookAgainForDays, lookAgainForLines, lookAgainForRules } from '../../src/casework/adapters/look-again.ts';
import { makeOwnerVolumes } from '../../src/casework/adapters/owner-volumes.ts';
import { makePrismaCampaignCases } from '../../src/casework/adapters/prisma-campaign-cases.ts';
import { makePrismaCaseBooks } from '../../src/casework/adapters/prisma-case-books.ts';
import { makePrismaCaseLedger } from '../../src/casework/adapters/prisma-case-ledger.ts';
import { makePrismaDueStore } from '../../src/casework/adapters/prisma-due-store.ts';
import { makePrismaFraudBooks } from '../../src/casework/adapters/prisma-fraud-books.ts';
import { makePrismaLiveCalls } from '../../src/casework/adapters/prisma-live-calls.ts';
import { alertOverdueWrapUps } from '../../src/casework/adapters/prisma-overdue-wrap-ups.ts';
import { makePaymentBooks } from '../../src/casework/adapters/prisma-payment-books.ts';
import { makePrismaProgressBook } from '../../src/casework/adapters/prisma-progress-book.ts';
import { makePrismaRecordingBook } from '../../src/casework/adapters/prisma-recording-book.ts';
import { makePrismaRecordingRows } from '../../src/casework/adapters/prisma-recording-rows.ts';
import { makePrismaSweepStore } from '../../src/casework/adapters/prisma-sweep-store.ts';
import { makePrismaTaskBooks } from '../../src/casework/adapters/prisma-task-books.ts';
import { makePrismaTimeline } from '../../src/casework/adapters/prisma-timeline.ts';
import type { CaseQuery } from '../../src/casework/case-books.ts';
import { reviewCase } from '../../src/casework/review-case.ts';
import { makeStopDesk } from '../../src/casework/set-stop.ts';
import { makeCallStopper } from '../../src/casework/stop-calls.ts';
import { noFilters } from '../../src/domain/case-filters.ts';
import { addDays } from '../../src/domain/zoned-time.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { clientId } from '../due-world.ts';
import { look, undone, type Look, type Scene } from './look.ts';

const clock = systemClock;
const hourMs = 3_600_000;

/** The screens of agents and supervisors, and the loops that keep the cases. */
export async function caseworkLooks(scene: Scene): Promise<readonly Look[]> {
  const { prisma, agentOf, caseOf, campaignOf } = scene;
  const shelf = makeCalendarShelf();
  const volumes = makeOwnerVolumes(clock);
  const ledger = makePrismaCaseLedger({ prisma, clock, volumes, shelf });
  const progress = makePrismaProgressBook({ prisma, clock, shelf });
  const books = makePrismaCaseBooks({ prisma, clock, shelf });
  const tasks = makePrismaTaskBooks({ prisma, clock });
  const payments = makePaymentBooks({ prisma, clock });
  const frauds = makePrismaFraudBooks({ prisma, clock, shelf });
  const timeline = makePrismaTimeline({ prisma, clock });
  const sweep = makePrismaSweepStore(prisma);
  const rows = makePrismaRecordingRows(prisma);
  const recordings = makePrismaRecordingBook({ prisma, clock, news: { ready: () => undefined } });
  const due = makePrismaDueStore({ prisma, clock, volumes, shelf });
  const campaignCases = makePrismaCampaignCases({ prisma, clock });
  const calls = makeCallStopper({
    rows: makePrismaLiveCalls(prisma),
    ringing: { hangUpRinging: () => Promise.resolve() },
    news: { changed: () => undefined },
  });
  const stops = makeStopDesk({ ledger, calls, clock, audit: { record: () => Promise.resolve() } });

  const today = await progress.today();
  const day = { from: today, to: today };
  const month = { from: addDays(today, -29), to: today };
  const first = { sort: 'urgency', down: false, limit: 50 } as const;
  const supervisor = (turn: number) => ({ id: agentOf(turn), role: 'supervisor' as const });
  const agent = (turn: number) => ({ id: agentOf(turn), role: 'agent' as const });
  const firstPage = { after: null, limit: 100 };
  const fifty = { after: null, limit: 50 };
  const anyCase: CaseQuery = {
    ...{ ref: null, name: null, text: null, caseClass: null, status: null, mine: false },
    ...{ owner: null, clientId: null, campaignId: null, sort: 'added', down: true },
  };

  return [
    ...progressGroups.map((group) => look(`progress of today by ${group}`, () => progress.report(day, group))),
    look('progress of 30 days by collector', () => progress.report(month, 'collector')),
    look('exceptions', () => progress.exceptions()),
    ...progressLists.map((list) =>
      look(`cases behind a figure: ${list}`, () => progress.cases({ list, period: day, within: null, ...first })),
    ),
    look('cases behind a figure: touched, of one collector', (turn) =>
      progress.cases({ list: 'touched', period: day, within: { group: 'collector', key: agentOf(turn) }, ...first }),
    ),
    look('cases behind a figure: overdue, of one team', async (turn) => {
      const { teamId } = await prisma.user.findUniqueOrThrow({ where: { id: agentOf(turn) } });
      return progress.cases({ list: 'overdue', period: day, within: { group: 'team', key: teamId }, ...first });
    }),
    ...worklistNames.map((name) =>
      look(`worklist of an agent: ${name}`, (turn) => {
        const list = { due: 'due_today', day: 'planned' }[name as string] ?? name;
        return progress.worklist({ list: list as 'overdue', period: day, ...first }, agentOf(turn));
      }),
    ),
    ...(['reference', 'owed', 'last'] as const).map((sort) =>
      look(`worklist of an agent: overdue, by ${sort}`, (turn) =>
        progress.worklist({ list: 'overdue', period: day, ...first, sort, down: true }, agentOf(turn)),
      ),
    ),
    look('worklist of an agent: its counts', (turn) => progress.counts(agentOf(turn))),
    look('calendar of an agent', (turn) => progress.calendar(agentOf(turn), today.slice(0, 7))),
    look('an agent’s figures of today', (turn) => books.today(agentOf(turn))),
    look('an agent’s calls of today', (turn) => books.callsOf(agentOf(turn), firstPage)),
    look('case page', (turn) => books.page(caseOf(turn), supervisor(turn))),
    look('case page for an agent', (turn) => books.page(caseOf(turn), agent(turn))),
    look('call card', (turn) => books.card(scene.attemptOf(turn))),
    look('timeline of a case', (turn) => timeline.page(caseOf(turn), { limit: 40 }, supervisor(turn))),
    look('timeline of a case for an agent', (turn) => timeline.page(caseOf(turn), { limit: 40 }, agent(turn))),
    look('cases: all', (turn) => books.list(anyCase, fifty, supervisor(turn))),
    look('cases: all that an agent may see', (turn) => books.list(anyCase, fifty, agent(turn))),
    look('cases: an agent’s own', (turn) => books.list({ ...anyCase, mine: true }, fifty, agent(turn))),
    look('cases: by the beginning of their id', (turn) =>
      books.list({ ...anyCase, ref: `B-${turn + 77}` }, fifty, supervisor(turn)),
    ),
    look('cases: by a part of the name', (turn) =>
      books.list({ ...anyCase, name: `r ${turn + 7_777}` }, fifty, supervisor(turn)),
    ),
    look('cases: by a name that nobody has', (turn) => books.list({ ...anyCase, name: '王' }, fifty, supervisor(turn))),
    look('cases: by a part of the name, for an agent', (turn) =>
      books.list({ ...anyCase, name: `r ${turn + 7_777}` }, fifty, agent(turn)),
    ),
    ...(['reference', 'owed', 'next', 'last'] as const).map((sort) =>
      look(`cases: by ${sort}`, (turn) => books.list({ ...anyCase, sort }, fifty, supervisor(turn))),
    ),
    look('cases: by class and status', (turn) =>
      books.list({ ...anyCase, caseClass: 'DISPUTE', status: 'open' }, fifty, supervisor(turn)),
    ),
    ...taskFilters.map((state) =>
      look(`tasks: ${state}`, (turn) => tasks.tasks(taskQuery.parse({ state }), supervisor(turn))),
    ),
    ...(['case', 'kind', 'owner'] as const).map((sort) =>
      look(`tasks: pending, by ${sort}`, (turn) => tasks.tasks(taskQuery.parse({ sort }), supervisor(turn))),
    ),
    look('tasks: pending, the second page', async (turn) => {
      const { nextCursor } = await tasks.tasks(taskQuery.parse({ limit: 200 }), supervisor(turn));
      return tasks.tasks(taskQuery.parse({ limit: 200, cursor: nextCursor ?? undefined }), supervisor(turn));
    }),
    look('tasks: an agent’s own', (turn) => tasks.tasks(taskQuery.parse({}), agent(turn))),
    look('tasks: an agent’s own, done', (turn) => tasks.tasks(taskQuery.parse({ state: 'done' }), agent(turn))),
    look('visits', (turn) => tasks.visits(visitQuery.parse({}), supervisor(turn))),
    look('visits: ordered', (turn) => tasks.visits(visitQuery.parse({ status: 'ordered' }), supervisor(turn))),
    look('visits: that an agent may see', (turn) => tasks.visits(visitQuery.parse({}), agent(turn))),
    ...(['case', 'kind', 'status'] as const).map((sort) =>
      look(`visits: by ${sort}`, (turn) => tasks.visits(visitQuery.parse({ sort }), supervisor(turn))),
    ),
    ...promiseFilters.map((show) =>
      look(`promises: ${show}`, () => payments.promises(promiseQuery.parse({ show, limit: 100 }))),
    ),
    ...(['caseRef', 'owner', 'amount', 'standing'] as const).map((sort) =>
      look(`promises: open, by ${sort}`, () => payments.promises(promiseQuery.parse({ show: 'open', sort }))),
    ),
    look('payments: latest', () => payments.list({}, true, firstPage)),
    look('payments: of a case', (turn) => payments.list({ q: `b-${(turn * 4 + 4_000).toString()}` }, true, firstPage)),
    look('fraud board', (turn) => frauds.board({ step: null, due: false, ...firstPage }, supervisor(turn))),
    look('stop set and lifted', async (turn) => {
      const actor = supervisor(turn);
      const caseId = caseOf(turn * 2 + 11);
      await stops.set(caseId, { kind: 'vulnerable', reason: 'asked', attorneyFor: 'person' } as never, actor);
      const stop = await prisma.caseStop.findFirst({
        where: { originCaseId: caseId, kind: 'vulnerable', liftedAt: null },
        orderBy: { id: 'desc' },
      });
      if (stop === null) throw new Error('no stop was set');
      const lifted = await stops.lift(stop.id, { reason: 'asked', clientInstruction: 'none' }, actor);
      if (lifted.kind !== 'done') throw new Error(`the stop was not lifted: ${lifted.kind}`);
    }),
    look('loop: a case reviewed', (turn) => ledger.withCase(caseOf(turn), (entry) => reviewCase(entry, clock()))),
    look('loop: cases that the clock changed', () => sweep.stale({ now: Date.now(), today, limit: 200 })),
    look('loop: recalls', () => sweep.recallOverdue(today, Date.now())),
    look('loop: wrap-ups that are late', () => alertOverdueWrapUps(prisma, Date.now())),
    look('loop: fraud deadlines', () => frauds.alertOverdue(Date.now())),
    look('loop: calls that nobody answered', () => rows.markUnanswered(Date.now() - hourMs)),
    look('loop: answered calls without a recording', () =>
      rows.uncovered({ since: Date.now() - hourMs, until: Date.now(), shortByMs: 2_000 }),
    ),
    look('loop: alerts of recordings resolved', () => rows.resolveAlerts(Date.now())),
    look('recordings that were cut off', () => recordings.unfinished()),
    look('loop: the next 500 due cases of a campaign', (turn) => due.dueCases(campaignOf(turn), Date.now(), 500)),
    look('loop: facts of a case', (turn) => due.record(caseOf(turn), Date.now(), null)),
    look('campaign: cases that fit', () =>
      campaignCases.fitting({ ...noFilters, clientIds: [clientId], owedFrom: 110_000 }),
    ),
    look('campaign: cases within', (turn) => campaignCases.within(campaignOf(turn))),
    look('loop: new cases for a campaign', (turn) =>
      campaignCases.takeIn(campaignOf(turn), { ...noFilters, owedFrom: 900_000_000 }),
    ),
    look('write: look again, rules of a campaign', (turn) =>
      undone(prisma, (db) => lookAgainForRules(db, campaignOf(turn), Date.now())),
    ),
    look('write: look again, days', () => undone(prisma, (db) => lookAgainForDays(db, Date.now()))),
    look('write: look again, lines of a prefix', (turn) =>
      undone(prisma, (db) => lookAgainForLines(db, `+8610000${10 + (turn % 40)}`, Date.now())),
    ),
  ];
}
