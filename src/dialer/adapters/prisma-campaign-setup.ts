import { z } from 'zod';
import {
  caseFilters,
  type CampaignSetup,
  type CampaignSetupView,
  type NewCampaign,
} from '../../contract/campaign-setup.ts';
import { resultScript } from '../../contract/wrap-up.ts';
import { dispositions } from '../../domain/dispositions.ts';
import { dispositionCodes } from '../../domain/vocabulary.ts';
import { noFilters, type CaseFilters } from '../../domain/case-filters.ts';
import { usualLevel } from '../../domain/routing/routing-rules.ts';
import { shippedPresets } from '../../domain/presets.ts';
import { Prisma } from '../../platform/prisma/generated/client.ts';
import type { Db, PrismaClient } from '../../platform/prisma/client.ts';
import type { CampaignSetupBook } from '../campaigns/campaign-setup-book.ts';
import type { RulesInForce } from '../ports.ts';
import { scheduleOf } from './campaign-hours.ts';
import { treatmentsOf, trunkColumns, trunkOf } from './campaign-row.ts';

export const setupInclude = {
  agents: { select: { userId: true, viaTeam: true, level: true }, orderBy: [{ level: 'asc' }, { userId: 'asc' }] },
  teams: { select: { teamId: true } },
  trunks: { select: { trunkId: true } },
  callerIds: { select: { callerIdId: true } },
} as const satisfies Prisma.CampaignInclude;

/** What was stored under another version of the program asks nothing rather than something else. */
const filtersOf = (stored: unknown): CaseFilters => caseFilters.catch({ ...mutable(noFilters) }).parse(stored);
const mutable = (filters: CaseFilters): z.output<typeof caseFilters> => ({
  ...filters,
  clientIds: [...filters.clientIds],
  placementIds: [...filters.placementIds],
  classes: [...filters.classes],
});

const stored = z.object({ scripts: z.array(resultScript) });
const scriptsOf = (settings: unknown): CampaignSetup['scripts'] => {
  const read = stored.safeParse(settings);
  return read.success ? read.data.scripts : [];
};

export function setupViewOf(row: Prisma.CampaignGetPayload<{ include: typeof setupInclude }>): CampaignSetupView {
  const { machineTreatment, machineTreatmentWhenConnected } = treatmentsOf(row.settings);
  return {
    campaignId: row.id,
    name: row.name,
    preset: row.preset,
    version: row.version,
    priority: row.priority,
    filters: mutable(filtersOf(row.filters)),
    trunkId: row.trunkId,
    furtherTrunkIds: row.trunks.map(({ trunkId }) => trunkId),
    callerIdIds: row.callerIds.map(({ callerIdId }) => callerIdId),
    agentIds: row.agents.filter(({ viaTeam }) => !viaTeam).map(({ userId }) => userId),
    teamIds: row.teams.map(({ teamId }) => teamId),
    schedule: scheduleOf(row.schedule),
    abandonTreatment: row.abandonTreatment === 'message' ? 'message' : 'hangup',
    abandonMessage: row.abandonMessage,
    amd: row.amd,
    machine: machineTreatment,
    machineWhenConnected: machineTreatmentWhenConnected,
    recordingNotice: row.recordingNotice,
    scripts: scriptsOf(row.settings),
    routing: {
      requiredSkills: row.requiredSkills,
      languageRule: row.languageRule === 'required' ? 'required' : 'preferred',
      affinityMs: row.affinityMs,
      balanceOccupancy: row.balanceOccupancy,
      stickyDays: row.stickyDays,
      levels: row.agents.flatMap(({ userId, level }) => (level === usualLevel ? [] : [{ agentId: userId, level }])),
    },
  };
}

const routingColumns = ({ levels: _levels, ...rules }: CampaignSetup['routing']) => rules;

export const setupColumns = (setup: CampaignSetup) => ({
  name: setup.name,
  priority: setup.priority,
  filters: { ...setup.filters },
  trunkId: setup.trunkId,
  schedule: setup.schedule.map((entry) => ({ ...entry })),
  abandonTreatment: setup.abandonTreatment,
  abandonMessage: setup.abandonMessage,
  amd: setup.amd,
  settings: { machine: setup.machine, machineWhenConnected: setup.machineWhenConnected, scripts: setup.scripts },
  recordingNotice: setup.recordingNotice === '' ? null : setup.recordingNotice,
  ...routingColumns(setup.routing),
});

const nameTaken = (error: unknown): 'name_taken' => {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return 'name_taken';
  throw error;
};

type Tx = Prisma.TransactionClient;

/** Members of the named teams join, those who came with a team that is not named any more leave. */
async function followTeams(tx: Tx, campaignId: string | null): Promise<void> {
  const which = campaignId === null ? Prisma.sql`TRUE` : Prisma.sql`ca."campaignId" = ${campaignId}::uuid`;
  await tx.$executeRaw`
    DELETE FROM "CampaignAgent" ca WHERE ca."viaTeam" AND ${which} AND NOT EXISTS (
      SELECT 1 FROM "CampaignTeam" t JOIN "User" u ON u."teamId" = t."teamId"
      WHERE t."campaignId" = ca."campaignId" AND u."id" = ca."userId" AND u."role" = 'agent' AND u."disabledAt" IS NULL)`;
  const teams = campaignId === null ? Prisma.sql`TRUE` : Prisma.sql`t."campaignId" = ${campaignId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "CampaignAgent" ("campaignId", "userId", "viaTeam")
    SELECT t."campaignId", u."id", true FROM "CampaignTeam" t JOIN "User" u ON u."teamId" = t."teamId"
    WHERE ${teams} AND u."role" = 'agent' AND u."disabledAt" IS NULL
    ON CONFLICT DO NOTHING`;
}

export async function setMembers(tx: Tx, campaignId: string, setup: CampaignSetup): Promise<void> {
  const where = { campaignId };
  await tx.campaignAgent.deleteMany({ where });
  await tx.campaignTeam.deleteMany({ where });
  await tx.campaignTrunk.deleteMany({ where });
  await tx.campaignCallerId.deleteMany({ where });
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
  await tx.campaignAgent.createMany({ data: distinct(setup.agentIds).map((userId) => ({ campaignId, userId })) });
  await tx.campaignTeam.createMany({ data: distinct(setup.teamIds).map((teamId) => ({ campaignId, teamId })) });
  await tx.campaignTrunk.createMany({
    data: distinct(setup.furtherTrunkIds)
      .filter((trunkId) => trunkId !== setup.trunkId)
      .map((trunkId) => ({ campaignId, trunkId })),
  });
  await tx.campaignCallerId.createMany({
    data: distinct(setup.callerIdIds).map((callerIdId) => ({ campaignId, callerIdId })),
  });
  await followTeams(tx, campaignId);
  for (const { agentId, level } of setup.routing.levels) {
    await tx.campaignAgent.updateMany({ where: { campaignId, userId: agentId }, data: { level } });
  }
}

/** What a set-up names and is held to; asked inside of a transaction as well as outside. */
export function campaignNeeds(
  db: Db,
): Pick<CampaignSetupBook, 'unknownIds' | 'foreignCallerIds' | 'trunkKinds' | 'businessZone' | 'outsiders'> {
  return {
    async businessZone() {
      const tenant = await db.tenant.findUnique({ where: { id: 1 }, select: { businessZone: true } });
      return tenant?.businessZone ?? 'UTC';
    },
    async unknownIds({ trunkId, furtherTrunkIds, agentIds, teamIds, filters }) {
      const known = async (
        ids: readonly string[],
        count: (id: { in: string[] }) => Promise<number>,
      ): Promise<boolean> => (await count({ in: [...ids] })) === new Set(ids).size;
      const asked = {
        trunkId: await known([trunkId], (id) => db.trunk.count({ where: { id } })),
        furtherTrunkIds: await known(furtherTrunkIds, (id) => db.trunk.count({ where: { id } })),
        agentIds: await known(agentIds, (id) => db.user.count({ where: { id, role: 'agent' } })),
        teamIds: await known(teamIds, (id) => db.team.count({ where: { id } })),
        'filters.clientIds': await known(filters.clientIds, (id) => db.client.count({ where: { id } })),
        'filters.placementIds': await known(filters.placementIds, (id) => db.placement.count({ where: { id } })),
      };
      return Object.entries(asked).flatMap(([field, isKnown]) => (isKnown ? [] : [field]));
    },
    async foreignCallerIds(callerIdIds, trunkIds) {
      const rows = await db.callerId.findMany({
        where: { id: { in: [...callerIdIds] }, trunkId: { in: [...trunkIds] } },
        select: { id: true },
      });
      return callerIdIds.filter((id) => !rows.some((row) => row.id === id));
    },
    async outsiders({ agentIds, teamIds, routing }) {
      const asked = routing.levels.map(({ agentId }) => agentId).filter((id) => !agentIds.includes(id));
      const ofTeams = await db.user.findMany({
        where: { id: { in: asked }, role: 'agent', teamId: { in: [...teamIds] } },
        select: { id: true },
      });
      return asked.filter((id) => !ofTeams.some((row) => row.id === id));
    },
    async trunkKinds(trunkIds) {
      const rows = await db.trunk.findMany({ where: { id: { in: [...trunkIds] } }, select: { kind: true } });
      return rows.map(({ kind }) => kind);
    },
  };
}

export function makePrismaCampaignSetup(deps: {
  readonly prisma: PrismaClient;
  readonly rulesOf: RulesInForce;
  readonly carries: (trunk: ReturnType<typeof trunkOf>) => boolean;
}): CampaignSetupBook {
  const { prisma } = deps;
  return {
    ...campaignNeeds(prisma),
    async choices() {
      const [clients, placements, trunks, teams, agents, tenant] = await Promise.all([
        prisma.client.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
        prisma.placement.findMany({
          where: { status: 'done' },
          orderBy: { createdAt: 'desc' },
          take: 200,
          select: { id: true, fileName: true, clientId: true },
        }),
        prisma.trunk.findMany({
          orderBy: [{ priority: 'asc' }, { name: 'asc' }],
          select: {
            id: true,
            name: true,
            kind: true,
            callerIds: { where: { enabled: true }, orderBy: { e164: 'asc' }, select: { id: true, e164: true } },
          },
        }),
        prisma.team.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
        prisma.user.findMany({
          where: { role: 'agent', disabledAt: null },
          orderBy: { displayName: 'asc' },
          select: { id: true, displayName: true, teamId: true, skills: true },
        }),
        prisma.tenant.findUnique({ where: { id: 1 }, select: { preset: true } }),
      ]);
      return {
        clients,
        placements: placements.map(({ id, fileName, clientId }) => ({ id, name: fileName, clientId })),
        trunks: trunks.map(({ callerIds, ...trunk }) => ({
          ...trunk,
          callerIds: callerIds.map(({ id, e164 }) => ({ id, name: e164 })),
        })),
        teams,
        agents: agents.map(({ id, displayName, teamId }) => ({ id, name: displayName, teamId })),
        skills: [...new Set(agents.flatMap(({ skills }) => skills))].sort(),
        results: dispositionCodes.map((code) => ({ code, zh: dispositions[code].zh, en: dispositions[code].en })),
        preset: tenant?.preset ?? 'demo',
      };
    },
    async find(campaignId) {
      const row = await prisma.campaign.findUnique({ where: { id: campaignId }, include: setupInclude });
      return row === null ? null : setupViewOf(row);
    },
    async add(campaignId, campaign: NewCampaign) {
      const rules = shippedPresets.filter(({ name }) => name === campaign.preset).at(-1);
      const data = {
        ...setupColumns(campaign),
        id: campaignId,
        preset: campaign.preset,
        presetVersion: rules?.version ?? 1,
        mode: campaign.mode,
        maxAbandonRate: campaign.target,
      };
      return prisma
        .$transaction(async (tx) => {
          await tx.campaign.create({ data, select: { id: true } });
          await setMembers(tx, campaignId, campaign);
        })
        .then(() => 'added' as const, nameTaken);
    },
    async change(campaignId, version, setup) {
      return prisma
        .$transaction(async (tx) => {
          const { count } = await tx.campaign.updateMany({
            where: { id: campaignId, version },
            data: { ...setupColumns(setup), version: { increment: 1 } },
          });
          if (count === 0) return 'stale' as const;
          await setMembers(tx, campaignId, setup);
          return 'saved' as const;
        })
        .catch(nameTaken);
    },
    async clone(campaignId, cloneId, name) {
      const row = await prisma.campaign.findUnique({ where: { id: campaignId }, include: setupInclude });
      if (row === null) return null;
      const { preset, presetVersion, tightening, mode, maxAbandonRate, ratio, smallestGroup, callsPerAgent } = row;
      const setup = { ...setupViewOf(row), name };
      return prisma
        .$transaction(async (tx) => {
          await tx.campaign.create({
            data: {
              ...setupColumns(setup),
              id: cloneId,
              preset,
              presetVersion,
              tightening: tightening ?? {},
              mode,
              maxAbandonRate,
              ratio,
              smallestGroup,
              callsPerAgent,
              ringTimeoutMs: row.ringTimeoutMs,
            },
            select: { id: true },
          });
          await setMembers(tx, cloneId, setup);
          return 'added' as const;
        })
        .catch(nameTaken);
    },
    async startFacts(campaignId) {
      const row = await prisma.campaign.findUnique({ where: { id: campaignId }, include: setupInclude });
      if (row === null) return null;
      const trunks = await prisma.trunk.findMany({
        where: { id: { in: [row.trunkId, ...row.trunks.map(({ trunkId }) => trunkId)] } },
        select: trunkColumns,
      });
      const usable = trunks.map(trunkOf).filter((trunk) => !trunk.quiet && !trunk.out && deps.carries(trunk));
      const named = row.callerIds.map(({ callerIdId }) => callerIdId);
      const rules = deps.rulesOf(row);
      return {
        status: row.status,
        filters: filtersOf(row.filters),
        usableTrunks: usable.length,
        channels: usable.reduce((sum, trunk) => sum + trunk.channels, 0),
        callerIds: await prisma.callerId.count({
          where: {
            trunkId: { in: usable.map(({ trunkId }) => trunkId) },
            verified: true,
            enabled: true,
            ...(named.length === 0 ? {} : { id: { in: named } }),
          },
        }),
        rules: rules === null ? null : { realCarrierAllowed: rules.realCarrierAllowed },
        realTrunks: usable.filter(({ kind }) => kind !== 'sim').length,
        agents: await prisma.campaignAgent.count({
          where: {
            campaignId,
            ...(row.requiredSkills.length === 0 ? {} : { user: { skills: { hasEvery: row.requiredSkills } } }),
          },
        }),
        abandonTreatment: row.abandonTreatment === 'message' ? 'message' : 'hangup',
        abandonMessage: row.abandonMessage,
      };
    },
    async takingIn() {
      const rows = await prisma.campaign.findMany({
        where: { status: 'running', NOT: { filters: { equals: {} } } },
        orderBy: [{ priority: 'asc' }, { id: 'asc' }],
        select: { id: true, filters: true },
      });
      return rows.map(({ id, filters }) => ({ campaignId: id, filters: filtersOf(filters) }));
    },
    followTeams: () => prisma.$transaction((tx) => followTeams(tx, null)),
  };
}
