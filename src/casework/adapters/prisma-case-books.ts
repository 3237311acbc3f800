import type { CaseList, CasePage } from '../../contract/case.ts';
import { consentChannels } from '../../contract/consent.ts';
import { stagesOf, type CaseStage } from '../../domain/case-stage.ts';
import { consentDays } from '../../domain/direct-consent.ts';
import { followUpState } from '../../domain/follow-up-state.ts';
import type { Preset } from '../../domain/preset.ts';
import { stopsKnown } from '../../domain/stops.ts';
import { caseClasses, stopKinds } from '../../domain/vocabulary.ts';
import { addDays, localDate, startOfLocalDate, startOfLocalDay } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import type { CaseBooks } from '../case-books.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import type { Listener } from '../may-listen.ts';
import {
  attemptInclude,
  attemptViewOf,
  dateOrNull,
  dateText,
  holdsForLinked,
  houseOf,
  instant,
  isOnCase,
  ladderOf,
  ladderSelect,
  owedOf,
  type Viewer,
  zonesOfPrefixes,
} from './case-view-parts.ts';
import { missedUnder } from './asked-now.ts';
import { readAttemptDecision } from './attempt-decision.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { makeCaseVisibility } from './case-visibility.ts';
import { maskNumber } from '../../domain/mask.ts';
import { makePrismaCallLists } from './prisma-call-lists.ts';
import { promiseRowOf } from './prisma-promise-board.ts';
import { readCallCard } from './read-call-card.ts';
import { readCasePage } from './read-case-page.ts';
import { readFloorToday } from './read-floor-today.ts';
import { readToday } from './read-today.ts';

const shownAttempts = 100;
const shownNotes = 200;
const promiseStates = ['open', 'kept', 'broken', 'replaced'] as const;

const pageInclude = {
  client: true,
  debtor: { include: { debtorLines: true, stops: { where: { liftedAt: null } } } },
  owner: { select: { displayName: true } },
  campaign: true,
  numbers: { select: ladderSelect },
  attempts: { include: attemptInclude, orderBy: { intendedAt: 'desc' }, take: shownAttempts },
  promises: { orderBy: { createdAt: 'desc' } },
  consents: {
    include: { line: { select: { e164: true } }, recordedBy: { select: { displayName: true } } },
    orderBy: { recordedAt: 'desc' },
  },
  payments: { orderBy: [{ paidOn: 'desc' }, { id: 'desc' }] },
  tasks: { where: { kind: 'registry_check', notNeeded: false }, select: { createdAt: true } },
  visits: {
    where: { status: { not: 'rejected' } },
    select: { orderedAt: true, dispatchedAt: true, returnedAt: true },
  },
  notes: { include: { author: { select: { displayName: true } } }, orderBy: { at: 'desc' }, take: shownNotes },
} as const satisfies Prisma.CaseInclude;

/** R22: begun with the registry, a visit ordered, sent out, come back. */
function stageOf(found: Prisma.CaseGetPayload<{ include: typeof pageInclude }>): CasePage['stage'] {
  const done = (stage: CaseStage, at: Date | null) => (at === null ? [] : [{ stage, at: at.getTime() }]);
  const { now, since, steps } = stagesOf(found.createdAt.getTime(), [
    ...found.tasks.flatMap((task) => done('registry', task.createdAt)),
    ...found.visits.flatMap((visit) => [
      ...done('visit_order', visit.orderedAt),
      ...done('field_collection', visit.dispatchedAt),
      ...done('follow_up', visit.returnedAt),
    ]),
  ]);
  return { now, since, steps: steps.map((step) => ({ ...step, skipped: [...step.skipped] })) };
}

export function makePrismaCaseBooks(deps: { prisma: PrismaClient; clock: Clock; shelf: CalendarShelf }): CaseBooks {
  const { prisma, clock, shelf } = deps;

  const visibility = makeCaseVisibility(prisma);
  const tenant = () => houseOf(prisma);

  async function viewerOf(viewer: Listener): Promise<Omit<Viewer, 'onCase'>> {
    const [user, { businessZone }] = await Promise.all([
      prisma.user.findUnique({ where: { id: viewer.id }, select: { teamId: true } }),
      tenant(),
    ]);
    return { ...viewer, teamId: user?.teamId ?? null, dayStartedAt: startOfLocalDay(clock(), businessZone) };
  }

  async function standingNow(
    row: Prisma.CaseGetPayload<object>,
    given: { readonly preset: Preset; readonly stopped: boolean; readonly businessZone: string },
  ): Promise<CasePage['standing']> {
    if (row.status !== 'open') return 'closed';
    const now = clock();
    const today = localDate(now, given.businessZone);
    const facts = {
      stopped: given.stopped,
      waitingUntil: instant(row.waitingUntil),
      followUpBy: dateOrNull(row.followUpBy),
      excusedOn: dateOrNull(row.excusedOn),
      dueAt: instant(row.dueAt),
    };
    return followUpState(facts, {
      now,
      today,
      todayEndsAt: startOfLocalDate(addDays(today, 1), given.businessZone),
      missedBy: missedUnder(given.preset, await shelf.latest(prisma), today),
    });
  }

  async function page(caseId: string, listener: Listener | null): Promise<CasePage | null> {
    const visible = listener === null ? {} : await visibility.casesFor(listener);
    const [found, house, reader] = await Promise.all([
      prisma.case.findFirst({
        where: { AND: [{ id: caseId }, visible] },
        include: pageInclude,
      }),
      tenant(),
      listener === null ? null : viewerOf(listener),
    ]);
    if (found === null) return null;
    const viewer = reader === null ? null : { ...reader, onCase: isOnCase(found.attempts, reader.id) };
    const stops = found.debtor.stops.filter((stop) => stop.caseId === null || stop.caseId === found.id);
    const stoppedBy = stops.flatMap((stop) => stop.createdBy ?? []);
    const [linked, zonesSet, people] = await Promise.all([
      prisma.case.findMany({
        where: { debtorId: found.debtorId, id: { not: found.id } },
        include: { client: true },
        orderBy: { createdAt: 'asc' },
      }),
      zonesOfPrefixes(prisma),
      stoppedBy.length === 0
        ? []
        : prisma.user.findMany({ where: { id: { in: stoppedBy } }, select: { id: true, displayName: true } }),
    ]);
    const stands = found.payments.filter((payment) => payment.reversedAt === null);
    const tried = found.attempts.filter((attempt) => attempt.roundNumber === found.roundNumber);
    const preset = presetOf({ campaign: found.campaign, tenant: house });
    return {
      caseId: found.id,
      externalRef: found.externalRef,
      clientName: found.client.name,
      debtorName: found.debtor.name,
      cardLast4: found.cardLast4,
      amountMinor: Number(found.amountMinor),
      paidMinor: Number(found.paidMinor),
      owedMinor: owedOf(found),
      currency: found.currency,
      overdueDays: found.overdueDays,
      placementDate: dateText(found.placementDate),
      recallDate: dateOrNull(found.recallDate),
      remark: found.remark,
      addresses: {
        home: found.homeAddress,
        work: found.workAddress,
        workName: found.workName,
        hukou: found.hukouAddress,
      },
      status: found.status,
      caseClass: wordOf(caseClasses, found.caseClass),
      stage: stageOf(found),
      effective: found.effective,
      language: found.language,
      ownerName: found.owner?.displayName ?? null,
      campaignName: found.campaign?.name ?? null,
      nextFollowUpOn: dateOrNull(found.nextFollowUpOn),
      followUpBy: dateOrNull(found.followUpBy),
      waitingUntil: instant(found.waitingUntil),
      standing: await standingNow(found, { preset, stopped: stops.length > 0, businessZone: house.businessZone }),
      callbackAt: instant(found.callbackAt),
      dueAt: instant(found.dueAt),
      dueReason: found.dueReason,
      roundNumber: found.roundNumber,
      stops: stops.map((stop) => ({
        stopId: stop.id,
        kind: wordOf(stopKinds, stop.kind),
        scope: stop.caseId === null ? ('person' as const) : ('debt' as const),
        reason: stop.reason,
        at: stop.createdAt.getTime(),
        byName: people.find((user) => user.id === stop.createdBy)?.displayName ?? null,
      })),
      stopKinds: [...stopsKnown(preset)],
      ladder: ladderOf(found.numbers, found.debtor.debtorLines, {
        preset,
        addressZones: found.addressZones,
        zonesSet,
        tried: new Set(tried.map((attempt) => attempt.numberId)),
        now: clock(),
      }),
      attempts: found.attempts.map((attempt) => attemptViewOf(attempt, found.ownerId, viewer)),
      promises: found.promises.map((promise) => {
        const row = promiseRowOf({ ...promise, case: { ...found, payments: stands } }, house, clock());
        return {
          promiseId: promise.id,
          amountMinor: Number(promise.amountMinor),
          paidMinor: row.paidMinor,
          currency: promise.currency,
          dueOn: dateText(promise.dueOn),
          status: wordOf(promiseStates, promise.status),
          standing: promise.status === 'replaced' ? null : row.standing,
          createdAt: promise.createdAt.getTime(),
        };
      }),
      payments: found.payments.map((payment) => ({
        paymentId: payment.id,
        externalRef: payment.externalRef,
        amountMinor: Number(payment.amountMinor),
        currency: payment.currency,
        paidOn: dateText(payment.paidOn),
        postedAt: payment.postedAt.getTime(),
        reversedAt: instant(payment.reversedAt),
        reversalReason: payment.reversalReason,
      })),
      consents: found.consents.map((consent) => ({
        consentId: consent.id,
        masked: maskNumber(consent.line.e164),
        givenOn: dateText(consent.givenOn),
        lastOn: addDays(dateText(consent.givenOn), consentDays - 1),
        channel: wordOf(consentChannels, consent.channel),
        recordedBy: consent.recordedBy.displayName,
        withdrawnAt: instant(consent.withdrawnAt),
      })),
      linked: linked.map((other) => ({
        caseId: other.id,
        externalRef: other.externalRef,
        clientName: other.client.name,
        amountMinor: owedOf(other),
        currency: other.currency,
        caseClass: wordOf(caseClasses, other.caseClass),
        status: other.status,
      })),
      linkedHoldsDialing: holdsForLinked(found, linked, preset),
      notes: found.notes.map((note) => ({
        noteId: note.id,
        at: note.at.getTime(),
        authorName: note.author?.displayName ?? null,
        text: note.text,
      })),
    };
  }

  return {
    page,
    attemptDecision: (caseId, attemptId) => readAttemptDecision(prisma, caseId, attemptId),
    async mayView(caseId, viewer) {
      return (await prisma.case.count({ where: { AND: [{ id: caseId }, await visibility.casesFor(viewer)] } })) > 0;
    },
    ...makePrismaCallLists({ prisma, clock, visibility, viewerOf }),
    async list(query, asked, viewer): Promise<CaseList> {
      const withheld = viewer.role === 'agent' ? await visibility.coveredDebtors(viewer.id) : [];
      const { ids, nextCursor } = await readCasePage(prisma, { query, page: asked, viewer, withheld });
      // The page is found first, what is shown of its cases is read for them alone.
      const rows = await prisma.case.findMany({
        where: { id: { in: [...ids] } },
        include: {
          client: { select: { name: true } },
          debtor: { select: { name: true } },
          owner: { select: { displayName: true } },
        },
      });
      const shown = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
      // Of the page alone: counted along with the rows, the calls of all cases would be counted first.
      const made = await prisma.attempt.groupBy({
        by: ['caseId'],
        where: { caseId: { in: shown.map(({ id }) => id) } },
        _count: { _all: true },
      });
      const attempts = new Map(made.map(({ caseId, _count }) => [caseId, _count._all]));
      return {
        cases: shown.map((row) => ({
          caseId: row.id,
          externalRef: row.externalRef,
          debtorName: row.debtor.name,
          clientName: row.client.name,
          amountMinor: owedOf(row),
          currency: row.currency,
          caseClass: wordOf(caseClasses, row.caseClass),
          status: row.status,
          ownerName: row.owner?.displayName ?? null,
          nextFollowUpOn: dateOrNull(row.nextFollowUpOn),
          dueAt: instant(row.dueAt),
          lastAttemptAt: instant(row.lastAttemptAt),
          attempts: attempts.get(row.id) ?? 0,
        })),
        nextCursor,
      };
    },
    card: (attemptId) => readCallCard(deps, attemptId),
    async today(agentId) {
      const { businessZone } = await tenant();
      return readToday(prisma, agentId, startOfLocalDay(clock(), businessZone), clock());
    },
    async floorToday() {
      const { businessZone } = await tenant();
      return readFloorToday(prisma, startOfLocalDay(clock(), businessZone), clock());
    },
    async addNote(caseId, authorId, text) {
      const { id } = await prisma.note.create({
        data: { id: newId(), caseId, authorId, at: new Date(clock()), text },
        select: { id: true },
      });
      return id;
    },
  };
}
