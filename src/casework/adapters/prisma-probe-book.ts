import { z } from 'zod';
import { scheduleEntry } from '../../contract/campaign-setup.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf } from '../dial-facts-of.ts';
import type { DueStore } from '../due-cases.ts';
import type { ProbeBook, ProbedCampaign } from '../probe-number.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { zonesOfPrefixes } from './case-view-parts.ts';
import { rulesWithCalendars } from './window-rules-read.ts';

const campaignSelect = {
  name: true,
  status: true,
  schedule: true,
  preset: true,
  presetVersion: true,
  tightening: true,
  rulesVersion: true,
  mode: true,
  ringTimeoutMs: true,
} as const;

const probedOf = (row: { name: string; status: string; schedule: unknown } | null): ProbedCampaign | null =>
  row === null
    ? null
    : { name: row.name, status: row.status, schedule: z.array(scheduleEntry).catch([]).parse(row.schedule) };

export function makePrismaProbeBook(deps: {
  readonly prisma: PrismaClient;
  readonly shelf: CalendarShelf;
  readonly store: DueStore;
}): ProbeBook {
  const { prisma, shelf, store } = deps;
  const edition = async (): Promise<number> =>
    (await prisma.calendarEdition.aggregate({ _max: { id: true } }))._max.id ?? 0;
  return {
    async around(campaignId) {
      const [tenant, campaign, rules, zonesSet, newest] = await Promise.all([
        prisma.tenant.findUniqueOrThrow({
          where: { id: 1 },
          select: { preset: true, presetVersion: true, businessZone: true, dialingOff: true },
        }),
        campaignId === null ? null : prisma.campaign.findUnique({ where: { id: campaignId }, select: campaignSelect }),
        prisma.windowRule.findMany({ orderBy: { name: 'asc' } }),
        zonesOfPrefixes(prisma),
        edition(),
      ]);
      if (campaignId !== null && campaign === null) return null;
      const { calendar } = presetOf({ campaign, tenant });
      return {
        ...{ tenant, campaign, zonesSet },
        windowRules: await rulesWithCalendars(
          prisma,
          shelf,
          rules.map(({ days, ...rule }) => ({ ...rule, on: days })),
          newest,
        ),
        calendar: await shelf.calendarOf(prisma, calendar, newest),
        probed: probedOf(campaign),
      };
    },
    clientKnown: async (clientId) => (await prisma.client.count({ where: { id: clientId } })) === 1,
    async ofCase(ref, at) {
      const row = await prisma.case.findFirst({
        where: { refKey: ref.toLowerCase() },
        orderBy: [{ status: 'asc' }, { createdAt: 'desc' }],
        select: { id: true, campaign: { select: campaignSelect } },
      });
      const found = row === null ? null : await store.record(row.id, at, null);
      return row === null || found === null ? null : { ...found, probed: probedOf(row.campaign) };
    },
    async suppressionOf(e164) {
      const row = await prisma.suppression.findFirst({ where: { e164, removedAt: null }, select: { expiresAt: true } });
      return row === null ? null : { expiresAt: row.expiresAt?.getTime() ?? null };
    },
    calendar: async (name) => shelf.named(prisma, name, await edition()),
  };
}
