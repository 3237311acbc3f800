import { windowRule, type WindowRuleSettings, type WindowRuleView } from '../../contract/window-rule.ts';
import { calendarKeys } from '../../contract/calendar.ts';
import { shippedPresets } from '../../domain/presets.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf } from '../dial-facts-of.ts';
import type { WindowBook } from '../window-desk.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { lookAgainForDays } from './look-again.ts';
import type { Db } from './read-case-record.ts';

const include = {
  campaign: { select: { name: true } },
  client: { select: { name: true } },
} as const satisfies Prisma.WindowRuleInclude;
type Row = Prisma.WindowRuleGetPayload<{ include: typeof include }>;

const viewOf = ({ days, campaign, client, ...row }: Row): WindowRuleView => ({
  ...windowRule.parse({ ...row, on: days }),
  windowId: row.id,
  campaignName: campaign?.name ?? null,
  clientName: client?.name ?? null,
  version: row.version,
});

export const windowColumns = ({ on, hours, ...rest }: WindowRuleSettings) => ({
  ...rest,
  days: on,
  hours: hours.map((each) => ({ ...each })),
});

const nameTaken = (error: unknown): 'name_taken' => {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return 'name_taken';
  throw error;
};

/** What a window names and is held to; asked inside of a transaction as well as outside. */
export function windowNeeds(db: Db, shelf: CalendarShelf): Pick<WindowBook, 'unknown' | 'lawFor' | 'zonesInUse'> {
  const house = () => db.tenant.findUniqueOrThrow({ where: { id: 1 } });
  return {
    async unknown({ campaignId, clientId, calendar }) {
      const { _max } = await db.calendarEdition.aggregate({ _max: { id: true } });
      const known = {
        campaignId: campaignId === null || (await db.campaign.count({ where: { id: campaignId } })) === 1,
        clientId: clientId === null || (await db.client.count({ where: { id: clientId } })) === 1,
        calendar: calendar === null || (await shelf.named(db, calendar, _max.id ?? 0)) !== null,
      };
      return (['campaignId', 'clientId', 'calendar'] as const).filter((field) => !known[field]);
    },
    async lawFor({ campaignId, preset }) {
      const campaign = campaignId === null ? null : await db.campaign.findUnique({ where: { id: campaignId } });
      if (campaign !== null) return presetOf({ campaign, tenant: campaign });
      const named = preset === null ? undefined : shippedPresets.filter(({ name }) => name === preset).at(-1);
      return named ?? presetOf({ campaign: null, tenant: await house() });
    },
    async zonesInUse() {
      const [{ businessZone }, set] = await Promise.all([
        house(),
        db.zoneOverride.findMany({ select: { zone: true } }),
      ]);
      return [...new Set([businessZone, ...set.map(({ zone }) => zone)])];
    },
  };
}

export function makePrismaWindowBook(prisma: PrismaClient, shelf: CalendarShelf): WindowBook {
  const named = { select: { id: true, name: true }, orderBy: { name: 'asc' } } as const;
  return {
    ...windowNeeds(prisma, shelf),
    async list() {
      const [rows, clients, campaigns, editions] = await Promise.all([
        prisma.windowRule.findMany({ include, orderBy: { name: 'asc' } }),
        prisma.client.findMany(named),
        prisma.campaign.findMany(named),
        prisma.calendarEdition.findMany({ distinct: ['name'], select: { name: true } }),
      ]);
      const calendars = [...new Set([...calendarKeys, ...editions.map(({ name }) => name)])].sort();
      return { windows: rows.map(viewOf), clients, campaigns, calendars };
    },
    async find(windowId) {
      const row = await prisma.windowRule.findUnique({ where: { id: windowId }, include });
      return row === null ? null : viewOf(row);
    },
    add: (windowId, settings) =>
      prisma.windowRule
        .create({ data: { id: windowId, ...windowColumns(settings) }, select: { id: true } })
        .then(() => 'added' as const, nameTaken),
    change: (windowId, version, settings) =>
      prisma.windowRule
        .updateMany({
          where: { id: windowId, version },
          data: { ...windowColumns(settings), version: { increment: 1 } },
        })
        .then(({ count }) => (count === 1 ? ('saved' as const) : ('stale' as const)), nameTaken),
    async remove(windowId, version) {
      const { count } = await prisma.windowRule.deleteMany({ where: { id: windowId, version } });
      return count === 1 ? 'removed' : 'stale';
    },
    async lookAgain(at) {
      await lookAgainForDays(prisma, at);
    },
  };
}
