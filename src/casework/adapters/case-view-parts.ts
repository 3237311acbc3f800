import type { AttemptView, LadderNumber, RecordingView } from '../../contract/case.ts';
import { linkedReviewDuty } from '../../domain/linked-review.ts';
import { maskNumber } from '../../domain/mask.ts';
import { orderNumbers } from '../../domain/number-order.ts';
import { owedMinor } from '../../domain/payment/payment-rules.ts';
import { zonesAsSet, type ZoneOfPrefix } from '../../domain/placement/number-zones.ts';
import type { Preset } from '../../domain/preset.ts';
import { attemptStates, numberClasses, numberStatuses, parties, type ZoneName } from '../../domain/vocabulary.ts';
import { localDateTime } from '../../domain/zoned-time.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { wordOf } from '../dial-facts-of.ts';
import { mayListen, type Listener } from '../may-listen.ts';

/** Pieces of the case page and the call card: rows in, what the browser may see out. Numbers leave masked only. */

export const instant = (at: Date | null): number | null => at?.getTime() ?? null;
/** A `date` column comes as midnight UTC. */
export const dateText = (date: Date): string => date.toISOString().slice(0, 10);
export const dateOrNull = (date: Date | null): string | null => (date === null ? null : dateText(date));

export const houseOf = (prisma: PrismaClient) => prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
export const zonesOfPrefixes = (prisma: PrismaClient): Promise<ZoneOfPrefix[]> =>
  prisma.zoneOverride.findMany({ select: { prefix: true, zone: true } });

export const owedOf = (row: { readonly amountMinor: bigint; readonly paidMinor: bigint }): number =>
  owedMinor(Number(row.amountMinor), Number(row.paidMinor));

export const ladderSelect = {
  id: true,
  class: true,
  position: true,
  extension: true,
  person: true,
  relation: true,
  note: true,
  lineId: true,
  line: { select: { e164: true, zones: true, vacantCount: true } },
} as const satisfies Prisma.PhoneNumberSelect;
type LadderRow = Prisma.PhoneNumberGetPayload<{ select: typeof ladderSelect }>;
type DebtorLineRow = Prisma.DebtorLineGetPayload<object>;

function localTimeIn(zones: readonly ZoneName[], now: number): string | null {
  const [zone] = zones;
  if (zone === undefined) return null;
  const { minutes } = localDateTime(now, zone);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const thresholdsOf = ({ invalid }: Preset): LadderNumber['thresholds'] => ({
  vacant: invalid.vacant,
  no_such_person: invalid.no_such_person,
  resigned: invalid.resigned,
  moved: invalid.moved,
});

export function ladderOf(
  rows: readonly LadderRow[],
  debtorLines: readonly DebtorLineRow[],
  given: {
    preset: Preset;
    addressZones: readonly ZoneName[];
    zonesSet: readonly ZoneOfPrefix[];
    tried: ReadonlySet<string>;
    now: number;
  },
): LadderNumber[] {
  const known = new Map(debtorLines.map((line) => [line.lineId, line]));
  const numbers = rows.map((row) => ({
    ...row,
    class: wordOf(numberClasses, row.class),
    lastAttemptAt: instant(known.get(row.lineId)?.lastAttemptAt ?? null),
  }));
  return orderNumbers(numbers, given.preset.order).map((row) => {
    const state = known.get(row.lineId);
    const zones = zonesAsSet(row.line.e164, row.line.zones, given.zonesSet);
    return {
      numberId: row.id,
      class: row.class,
      position: row.position,
      masked: maskNumber(row.line.e164),
      extension: row.extension,
      person: row.person,
      relation: row.relation,
      note: row.note,
      status: wordOf(numberStatuses, state?.status ?? 'active'),
      statusReason: state?.statusReason ?? null,
      prohibitedByEmployer: state?.prohibitedByEmployer ?? false,
      counters: {
        vacant: row.line.vacantCount,
        no_such_person: state?.noSuchPersonCount ?? 0,
        resigned: state?.resignedCount ?? 0,
        moved: state?.movedCount ?? 0,
      },
      thresholds: thresholdsOf(given.preset),
      holdUntil: instant(state?.holdUntil ?? null),
      lastAttemptAt: row.lastAttemptAt,
      lastResult: state?.lastResult ?? null,
      localTime: localTimeIn(zones.length > 0 ? zones : given.addressZones, given.now),
      triedThisRound: given.tried.has(row.id),
    };
  });
}

/** R35 of an open case: whether the dialing waits for a look at what was placed beside it. */
export const holdsForLinked = (
  row: { readonly id: string; readonly status: string; readonly linkedSeenAt: Date | null },
  ofDebtor: readonly { readonly id: string; readonly createdAt: Date }[],
  { links }: Preset,
): boolean => {
  const { linkedSeenAt: seenAt } = row;
  const unseen = ofDebtor.filter(({ id, createdAt }) => id !== row.id && (seenAt === null || createdAt > seenAt));
  const duty = linkedReviewDuty({ linkedCases: unseen.length, viewedByAgent: false }, links.gate);
  return row.status === 'open' && duty.holdsDialing;
};

export const attemptInclude = {
  number: { select: { class: true, line: { select: { e164: true } } } },
  agent: { select: { displayName: true, teamId: true } },
  // Counted here: a count asked of the database would be made over the revisions of all wrap-ups.
  wrapUp: { select: { code: true, party: true, note: true, savedAt: true, revisions: { select: { id: true } } } },
  recordings: true,
  inboundCall: { select: { outcome: true } },
} as const satisfies Prisma.AttemptInclude;
export type AttemptRow = Prisma.AttemptGetPayload<{ include: typeof attemptInclude }>;
type RecordingRow = AttemptRow['recordings'][number];

export type Viewer = Listener & {
  readonly teamId: string | null;
  readonly onCase: boolean;
  /** Since when the business day runs: an agent's own wrap-ups of today may be corrected by him. */
  readonly dayStartedAt: number;
};

function mayCorrect({ wrapUp, agentId }: AttemptRow, viewer: Viewer | null): boolean {
  if (wrapUp === null || viewer === null) return false;
  return viewer.role !== 'agent' || (agentId === viewer.id && wrapUp.savedAt.getTime() >= viewer.dayStartedAt);
}

/** Talking about the case, or writing the talk up. */
export const isOnCase = (attempts: readonly Pick<AttemptRow, 'agentId' | 'connectedAt' | 'wrapUp'>[], userId: string) =>
  attempts.some((each) => each.agentId === userId && each.connectedAt !== null && each.wrapUp === null);

const recordingSources = ['own', 'carrier', 'none'] as const;
const recordingStatuses = ['writing', 'complete', 'missing', 'no_media'] as const;

function recordingViewOf(
  row: RecordingRow,
  attempt: AttemptRow,
  ownerId: string | null,
  viewer: Viewer | null,
): RecordingView {
  const heard =
    viewer === null ||
    mayListen(viewer, {
      agentId: attempt.agentId,
      agentTeamId: attempt.agent?.teamId ?? null,
      ownerId,
      listenerTeamId: viewer.teamId,
      listenerOnCase: viewer.onCase,
      // A covered case has no page.
      covered: false,
    });
  return {
    recordingId: row.id,
    attemptId: row.attemptId,
    source: wordOf(recordingSources, row.source),
    status: wordOf(recordingStatuses, row.status),
    durationMs: row.durationMs,
    startedAt: row.startedAt.getTime(),
    mediaUrl: row.status === 'complete' && heard ? `/api/recordings/${row.id}/media` : null,
  };
}

export function attemptViewOf(row: AttemptRow, ownerId: string | null, viewer: Viewer | null): AttemptView {
  return {
    attemptId: row.id,
    numberId: row.numberId,
    class: wordOf(numberClasses, row.number.class),
    masked: maskNumber(row.number.line.e164),
    direction: row.direction === 'inbound' ? 'inbound' : 'outbound',
    voicemail: row.inboundCall?.outcome === 'voicemail',
    state: wordOf(attemptStates, row.state),
    intendedAt: row.intendedAt.getTime(),
    answeredAt: instant(row.answeredAt),
    connectedAt: instant(row.connectedAt),
    endedAt: instant(row.endedAt),
    result: row.wrapUp?.code ?? row.systemResult,
    party: row.wrapUp === null ? null : wordOf(parties, row.wrapUp.party),
    agentName: row.agent?.displayName ?? null,
    talkMs:
      row.connectedAt === null || row.endedAt === null
        ? null
        : Math.max(0, row.endedAt.getTime() - row.connectedAt.getTime()),
    note: row.wrapUp?.note ?? null,
    corrections: row.wrapUp?.revisions.length ?? 0,
    mayCorrect: mayCorrect(row, viewer),
    recordings: row.recordings.map((recording) => recordingViewOf(recording, row, ownerId, viewer)),
  };
}
