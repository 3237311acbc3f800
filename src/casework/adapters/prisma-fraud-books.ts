import {
  fraudMediaTypes,
  fraudPlaces,
  fraudSteps,
  type FraudDetail,
  type FraudMoveName,
  type FraudSummary,
} from '../../contract/fraud.ts';
import { deadlineState, fraudDeadline, movesFrom } from '../../domain/fraud-workflow.ts';
import { caseClasses } from '../../domain/vocabulary.ts';
import { addDays, localDate } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { cutPage, type RowMark } from '../../platform/page-cursor.ts';
import { behindMark, dayOf } from '../../platform/prisma/keyset.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import type { FraudBooks } from '../fraud-ports.ts';
import type { Listener } from '../may-listen.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { makeCaseVisibility } from './case-visibility.ts';
import { dateOrNull, dateText } from './case-view-parts.ts';
import { fraudOf } from './prisma-fraud-entry.ts';

/** Closed applications stay on the board this long. */
const closedShownDays = 30;
/** Whether a clock is due is decided here, not by the database: so many are looked at at once. */
const lookedAtOnce = 200;
const stepKinds = ['claim', 'appoint', 'sign', 'deliver', 'confirm', 'deny', 'recall'] as const;
const alertOf = { R24: 'fraud_sign_overdue', R26: 'fraud_recall_overdue' } as const;

/** Of the case what is shown and judged by; a board reads hundreds of them. */
const rowInclude = {
  case: {
    select: {
      id: true,
      externalRef: true,
      amountMinor: true,
      currency: true,
      client: { select: { name: true } },
      debtor: { select: { name: true } },
      campaign: { select: { preset: true, presetVersion: true, tightening: true } },
    },
  },
  _count: { select: { documents: true } },
} as const satisfies Prisma.FraudApplicationInclude;
const detailInclude = {
  ...rowInclude,
  steps: { include: { actor: { select: { displayName: true } } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  documents: { include: { uploadedBy: { select: { displayName: true } } }, orderBy: { uploadedAt: 'asc' } },
} as const satisfies Prisma.FraudApplicationInclude;
type Row = Prisma.FraudApplicationGetPayload<{ include: typeof rowInclude }>;
type DetailRow = Prisma.FraudApplicationGetPayload<{ include: typeof detailInclude }>;

export function makePrismaFraudBooks(deps: { prisma: PrismaClient; clock: Clock; shelf: CalendarShelf }): FraudBooks {
  const { prisma, clock, shelf } = deps;
  const visibility = makeCaseVisibility(prisma);
  const tenant = async () => {
    const [row, calendars] = await Promise.all([
      prisma.tenant.findUniqueOrThrow({ where: { id: 1 } }),
      shelf.latest(prisma),
    ]);
    return { ...row, calendars };
  };
  type House = Awaited<ReturnType<typeof tenant>>;
  const todayOf = (house: House): string => localDate(clock(), house.businessZone);

  function deadlineOf(row: Row, house: House): FraudSummary['deadline'] {
    const preset = presetOf({ campaign: row.case.campaign, tenant: house });
    const deadline = fraudDeadline(fraudOf(row), preset.clocks, house.calendars[preset.calendar]);
    return deadline === null ? null : { ...deadline, state: deadlineState(deadline, todayOf(house)) };
  }

  function summaryOf(row: Row, house: House, viewer: Listener): FraudSummary {
    const { case: owner } = row;
    const moves: readonly FraudMoveName[] = viewer.role === 'agent' ? [] : movesFrom(fraudOf(row).step);
    const latest =
      row.recalledOn ?? row.deniedOn ?? row.confirmedOn ?? row.deliveredOn ?? row.signedOn ?? row.claimedOn;
    return {
      applicationId: row.id,
      caseId: owner.id,
      externalRef: owner.externalRef,
      debtorName: owner.debtor.name,
      clientName: owner.client.name,
      amountMinor: Number(owner.amountMinor),
      currency: owner.currency,
      step: wordOf(fraudSteps, row.step),
      suspect: row.suspect,
      clues: row.clues,
      claimedOn: dateText(row.claimedOn),
      signOn: dateOrNull(row.signOn),
      signPlace: row.signPlace === null ? null : wordOf(fraudPlaces, row.signPlace),
      sinceOn: dateText(latest),
      classBefore: wordOf(caseClasses, row.classBefore),
      deadline: deadlineOf(row, house),
      documents: row._count.documents,
      moves: [...moves],
    };
  }

  const detailOf = (row: DetailRow, house: House, viewer: Listener): FraudDetail => ({
    ...summaryOf(row, house, viewer),
    today: todayOf(house),
    log: row.steps.map((step) => ({
      stepId: step.id,
      at: step.at.getTime(),
      kind: wordOf(stepKinds, step.kind),
      on: dateText(step.on),
      signOn: dateOrNull(step.signOn),
      place: step.place === null ? null : wordOf(fraudPlaces, step.place),
      note: step.note,
      actorName: step.actor?.displayName ?? null,
    })),
    files: row.documents.map((file) => ({
      documentId: file.id,
      fileName: file.fileName,
      mediaType: wordOf(fraudMediaTypes, file.mediaType),
      byteSize: file.byteSize,
      sha256: file.sha256,
      uploadedAt: file.uploadedAt.getTime(),
      uploadedByName: file.uploadedBy.displayName,
    })),
  });

  return {
    async board({ step, due, after, limit }, viewer) {
      const [house, visible] = await Promise.all([tenant(), visibility.casesFor(viewer)]);
      const today = todayOf(house);
      const shownSince = new Date(`${addDays(today, -closedShownDays)}T00:00:00Z`);
      const markOf = (row: Row): RowMark => ({ value: dateText(row.claimedOn), id: row.id });
      const behind = (mark: RowMark | null) =>
        prisma.fraudApplication.findMany({
          where: {
            case: visible,
            ...(step === null ? {} : { step }),
            AND: [
              {
                OR: [
                  { step: { notIn: ['recalled', 'denied'] } },
                  { recalledOn: { gte: shownSince } },
                  { deniedOn: { gte: shownSince } },
                ],
              },
              behindMark('claimedOn', dayOf, mark, false),
            ],
          },
          include: rowInclude,
          orderBy: [{ claimedOn: 'asc' }, { id: 'asc' }],
          take: due ? lookedAtOnce : limit + 1,
        });
      const isDue = ({ deadline }: FraudSummary): boolean => deadline !== null && deadline.state !== 'open';
      const found: { readonly row: Row; readonly summary: FraudSummary }[] = [];
      let rows = await behind(after);
      for (;;) {
        for (const row of rows) {
          const summary = summaryOf(row, house, viewer);
          if (!due || isDue(summary)) found.push({ row, summary });
        }
        const last = rows.at(-1);
        if (!due || found.length > limit || last === undefined || rows.length < lookedAtOnce) break;
        rows = await behind(markOf(last));
      }
      const page = cutPage(found, limit, ({ row }) => markOf(row));
      return { today, applications: page.rows.map(({ summary }) => summary), nextCursor: page.nextCursor };
    },
    async detail(applicationId, viewer) {
      const [house, visible] = await Promise.all([tenant(), visibility.casesFor(viewer)]);
      const row = await prisma.fraudApplication.findFirst({
        where: { id: applicationId, case: visible },
        include: detailInclude,
      });
      return row === null ? null : detailOf(row, house, viewer);
    },
    async ofCase(caseId, viewer) {
      const [house, visible] = await Promise.all([tenant(), visibility.casesFor(viewer)]);
      const rows = await prisma.fraudApplication.findMany({
        where: { caseId, case: visible },
        include: detailInclude,
        orderBy: { createdAt: 'desc' },
      });
      return rows.map((row) => detailOf(row, house, viewer));
    },
    async caseOf(applicationId) {
      const row = await prisma.fraudApplication.findUnique({ where: { id: applicationId }, select: { caseId: true } });
      return row?.caseId ?? null;
    },
    async document(documentId) {
      const row = await prisma.fraudDocument.findUnique({
        where: { id: documentId },
        include: { application: { select: { caseId: true } } },
      });
      if (row === null) return null;
      const { application, uploadedAt, mediaType, ...plain } = row;
      return {
        ...plain,
        mediaType: wordOf(fraudMediaTypes, mediaType),
        uploadedAt: uploadedAt.getTime(),
        caseId: application.caseId,
      };
    },
    async addDocument({ uploadedAt, ...plain }) {
      await prisma.fraudDocument.create({ data: { ...plain, uploadedAt: new Date(uploadedAt) } });
    },
    async alertOverdue(at) {
      const [house, rows] = await Promise.all([
        tenant(),
        prisma.fraudApplication.findMany({
          where: { step: { in: ['claimed', 'appointed', 'confirmed'] } },
          include: rowInclude,
        }),
      ]);
      let raised = 0;
      for (const row of rows) {
        const deadline = deadlineOf(row, house);
        if (deadline?.state !== 'breached') continue;
        raised += await prisma.$executeRaw`
          INSERT INTO "Alert" ("id", "kind", "subjectId", "raisedAt")
          VALUES (${newId()}::uuid, ${alertOf[deadline.rule]}, ${row.id}, ${new Date(at)})
          ON CONFLICT ("kind", (COALESCE("subjectId", ''))) WHERE "resolvedAt" IS NULL DO NOTHING`;
      }
      await prisma.$executeRaw`
        UPDATE "Alert" a SET "resolvedAt" = ${new Date(at)}
        FROM "FraudApplication" f
        WHERE a."resolvedAt" IS NULL AND a."subjectId" = f."id"::text
          AND (a."kind" = ${alertOf.R24} AND f."step" NOT IN ('claimed', 'appointed')
            OR a."kind" = ${alertOf.R26} AND f."step" <> 'confirmed')`;
      return raised;
    },
  };
}
