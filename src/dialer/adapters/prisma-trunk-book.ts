import { inboundSettings, type InboundSettings } from '../../contract/inbound.ts';
import type { TrunkSettings } from '../../contract/trunk.ts';
import { presets } from '../../domain/presets.ts';
import { Prisma } from '../../platform/prisma/generated/client.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { businessDayStart } from './business-day.ts';
import { watchOf } from './prisma-trunk-health.ts';
import type { AccountColumns, StoredTrunk, TrunkBook } from '../trunks/trunk-book.ts';

const perUnit = 1_000_000;
const fiction = Object.values(presets)
  .filter((preset) => !preset.realCarrierAllowed)
  .map((preset) => preset.name);

export const settingColumns = {
  name: true,
  enabled: true,
  quiet: true,
  cps: true,
  channels: true,
  priority: true,
  weight: true,
  failoverId: true,
  prefixes: true,
  refusedPrefixes: true,
  costMicros: true,
  costCurrency: true,
  watch: true,
} as const satisfies Prisma.TrunkSelect;

const storedColumns = {
  id: true,
  kind: true,
  credentials: true,
  accountTail: true,
  credentialsAt: true,
  apiBase: true,
  version: true,
  ...settingColumns,
} as const satisfies Prisma.TrunkSelect;

export function settingsOf(row: Prisma.TrunkGetPayload<{ select: typeof settingColumns }>): TrunkSettings {
  const { costMicros, costCurrency, watch, ...rest } = row;
  const cost =
    costMicros === null || costCurrency === null ? null : { perMinute: costMicros / perUnit, currency: costCurrency };
  return { ...rest, cost, watch: watchOf(watch) };
}

export const columnsOfSettings = ({ cost, ...rest }: TrunkSettings) => ({
  ...rest,
  costMicros: cost === null ? null : Math.round(cost.perMinute * perUnit),
  costCurrency: cost?.currency ?? null,
});

const columnsOfAccount = ({ at, ...rest }: AccountColumns) => ({
  ...rest,
  credentialsAt: rest.credentials === null ? null : new Date(at),
});

/** Settings that cannot be read take no calls, like a number without any. */
export const inboundOf = (stored: Prisma.JsonValue): InboundSettings | null =>
  stored === null ? null : (inboundSettings.safeParse(stored).data ?? null);

const kindOf = (word: string): 'sim' | 'twilio' => (word === 'sim' ? 'sim' : 'twilio');

function storedOf(row: Prisma.TrunkGetPayload<{ select: typeof storedColumns }>): StoredTrunk {
  const { id, kind, credentials, accountTail, credentialsAt, apiBase, version, ...settings } = row;
  return {
    trunkId: id,
    kind: kindOf(kind),
    settings: settingsOf(settings),
    credentials,
    accountTail,
    accountSetAt: credentialsAt?.getTime() ?? null,
    apiBase,
    version,
  };
}

const nameTaken = (error: unknown): 'name_taken' => {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return 'name_taken';
  throw error;
};

export function makePrismaTrunkBook(prisma: PrismaClient): TrunkBook {
  return {
    async namesOf(trunkIds) {
      const rows = await prisma.trunk.findMany({
        where: { id: { in: [...trunkIds] } },
        select: { id: true, name: true },
      });
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    async views(spentSince) {
      const [rows, live, spent] = await Promise.all([
        prisma.trunk.findMany({
          orderBy: [{ priority: 'asc' }, { name: 'asc' }],
          select: {
            id: true,
            kind: true,
            version: true,
            ...settingColumns,
            callerIds: { orderBy: { e164: 'asc' } },
            campaigns: { select: { name: true } },
            campaignTrunks: { select: { campaign: { select: { name: true } } } },
          },
        }),
        prisma.attempt.groupBy({ by: ['trunkId'], where: { endedAt: null }, _count: { _all: true } }),
        prisma.attempt.groupBy({
          by: ['callerIdId'],
          where: { intendedAt: { gte: new Date(spentSince) }, placedAt: { not: null } },
          _count: { _all: true },
        }),
      ]);
      return rows.map(({ id, kind, version, callerIds, campaigns, campaignTrunks, ...settings }) => ({
        ...settingsOf(settings),
        trunkId: id,
        kind: kindOf(kind),
        version,
        live: live.find((group) => group.trunkId === id)?._count._all ?? 0,
        campaigns: [
          ...new Set([...campaigns, ...campaignTrunks.map(({ campaign }) => campaign)].map(({ name }) => name)),
        ].sort(),
        callerIds: callerIds.map((row) => ({
          callerIdId: row.id,
          e164: row.e164,
          label: row.label,
          enabled: row.enabled,
          verified: row.verified,
          checkedAt: row.checkedAt?.getTime() ?? null,
          dailyLimit: row.dailyLimit,
          today: spent.find((group) => group.callerIdId === row.id)?._count._all ?? 0,
          inbound: inboundOf(row.inbound),
          version: row.version,
        })),
      }));
    },
    async all() {
      return (await prisma.trunk.findMany({ select: storedColumns })).map(storedOf);
    },
    async find(trunkId) {
      const row = await prisma.trunk.findUnique({ where: { id: trunkId }, select: storedColumns });
      return row === null ? null : storedOf(row);
    },
    async add(trunkId, settings, account) {
      const data = { id: trunkId, ...columnsOfSettings(settings), ...columnsOfAccount(account) };
      return prisma.trunk.create({ data, select: { id: true } }).then(() => 'added' as const, nameTaken);
    },
    async change(trunkId, version, settings) {
      const data = { ...columnsOfSettings(settings), version: { increment: 1 } };
      return prisma.trunk
        .updateMany({ where: { id: trunkId, version }, data })
        .then(({ count }) => (count === 1 ? ('saved' as const) : ('stale' as const)), nameTaken);
    },
    async setAccount(trunkId, version, account) {
      const { count } = await prisma.trunk.updateMany({
        where: { id: trunkId, version },
        data: { ...columnsOfAccount(account), version: { increment: 1 } },
      });
      return count === 1 ? 'saved' : 'stale';
    },
    async campaignsOfFiction(trunkId) {
      const rows = await prisma.campaign.findMany({
        where: { preset: { in: fiction }, OR: [{ trunkId }, { trunks: { some: { trunkId } } }] },
        select: { name: true },
      });
      return rows.map(({ name }) => name);
    },
    async findCallerId(callerIdId) {
      const row = await prisma.callerId.findUnique({ where: { id: callerIdId } });
      if (row === null) return null;
      const { label, dailyLimit, enabled } = row;
      return {
        callerIdId,
        trunkId: row.trunkId,
        e164: row.e164,
        settings: { label, dailyLimit, enabled },
        inbound: inboundOf(row.inbound),
        verified: row.verified,
        version: row.version,
      };
    },
    async takenNumbers(numbers) {
      const rows = await prisma.callerId.findMany({ where: { e164: { in: [...numbers] } }, select: { e164: true } });
      return rows.map(({ e164 }) => e164);
    },
    async addCallerIds(trunkId, rows) {
      await prisma.callerId.createMany({
        data: rows.map(({ callerIdId, checkedAt, ...rest }) => ({
          id: callerIdId,
          trunkId,
          checkedAt: checkedAt === null ? null : new Date(checkedAt),
          ...rest,
        })),
        skipDuplicates: true,
      });
    },
    async changeCallerId(callerIdId, { version, ...data }) {
      const { count } = await prisma.callerId.updateMany({
        where: { id: callerIdId, version },
        data: { ...data, version: { increment: 1 } },
      });
      return count === 1 ? 'saved' : 'stale';
    },
    async setInbound(callerIdId, version, inbound) {
      const { count } = await prisma.callerId.updateMany({
        where: { id: callerIdId, version },
        data: { inbound: inbound ?? Prisma.DbNull, version: { increment: 1 } },
      });
      return count === 1 ? 'saved' : 'stale';
    },
    async teams() {
      const rows = await prisma.team.findMany({ orderBy: { name: 'asc' } });
      return rows.map(({ id, name }) => ({ teamId: id, name }));
    },
    async callerIdChecked(callerIdId, verified, at) {
      await prisma.callerId.update({
        where: { id: callerIdId },
        data: { verified, checkedAt: new Date(at) },
        select: { id: true },
      });
    },
    async dayStart(now) {
      return businessDayStart(prisma, now);
    },
  };
}
