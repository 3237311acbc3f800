import { z } from 'zod';
import {
  agentLevel,
  asUsual,
  campaignRouting,
  campaignSetup,
  caseFilters,
  newCampaign,
  type CampaignSetup,
} from '../../contract/campaign-setup.ts';
import { inboundSettings } from '../../contract/inbound.ts';
import { callerIdView, trunkSettings, trunkWatch, usualWatch } from '../../contract/trunk.ts';
import { failoverCircle } from '../../domain/trunk-choice.ts';
import type { Clock } from '../../platform/clock.ts';
import { configKind, type ConfigFault, type ConfigKind } from '../../platform/config-kind.ts';
import { newId } from '../../platform/ids.ts';
import type { Db } from '../../platform/prisma/client.ts';
import { campaignFaults } from '../campaigns/campaign-desk.ts';
import { callerIdWords, campaignWords, trunkWords } from './config-words.ts';
import { campaignNeeds, setMembers, setupColumns, setupInclude, setupViewOf } from './prisma-campaign-setup.ts';
import { columnsOfSettings, settingColumns, settingsOf } from './prisma-trunk-book.ts';

const unknownName = (path: string, what: string, name: string): ConfigFault => ({
  path,
  rule: 'CFG-6:unknown_name',
  remedy: `There is no ${what} of the name ${name}: name one that is here or in the document.`,
});
const fault = (path: string, rule: string, remedy: string): ConfigFault => ({ path, rule, remedy });

const phoneNumber = callerIdView.shape.e164.regex(/^\+[1-9]\d{6,14}$/, 'a number as +8613800138000');

const { probeNumberId: _byId, ...watchShape } = trunkWatch.shape;
const watchDocument = z
  .strictObject({
    ...watchShape,
    /** An administrator's test number that a probe rings; null: nobody is rung. */
    probeNumber: phoneNumber.nullable().default(null),
    /** As documents of earlier exports say it: understood where the number was added, and nowhere else. */
    probeNumberId: trunkWatch.shape.probeNumberId.unwrap().optional(),
  })
  .overwrite(({ probeNumberId, ...watch }) => (probeNumberId == null ? watch : { ...watch, probeNumberId }));
const { probeNumberId: _usualId, ...usualWatchDocument } = { ...usualWatch, probeNumber: null };

const trunkDocument = trunkSettings
  .omit({ failoverId: true })
  .extend({
    watch: watchDocument.default(usualWatchDocument),
    failover: z.string().nullable(),
    /** It has an account of its own, which is sealed and never in a document. */
    ownAccount: z.boolean(),
  })
  .strict();
type TrunkDocument = z.output<typeof trunkDocument>;

/** Which number a probe rings, by its digits; null: nobody's. */
async function probeNumberIdOf(
  db: Db,
  { probeNumber, probeNumberId }: TrunkDocument['watch'],
): Promise<{ readonly id: string | null } | ConfigFault> {
  if (probeNumber !== null) {
    const found = await db.testNumber.findUnique({ where: { e164: probeNumber }, select: { id: true } });
    return found ?? unknownName('watch.probeNumber', 'test number', probeNumber);
  }
  if (probeNumberId == null) return { id: null };
  const found = await db.testNumber.findUnique({ where: { id: probeNumberId }, select: { id: true } });
  const remedy = 'Nobody here has this number: write it as probeNumber by its digits, such as +8613800138000, or null.';
  return found ?? fault('watch.probeNumberId', 'CFG-6:unknown_name', remedy);
}

const trunkKind = (houseKind: 'sim' | 'twilio'): ConfigKind => {
  const idsByName = async (db: Db): Promise<ReadonlyMap<string, string>> =>
    new Map((await db.trunk.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [name, id]));
  return configKind<TrunkDocument>({
    kind: 'trunk',
    section: 'trunks',
    schema: trunkDocument,
    keyOf: ({ name }) => name,
    subjects: ['trunk'],
    async keysOf(db, id) {
      const row = id === null ? null : await db.trunk.findUnique({ where: { id }, select: { name: true } });
      return row === null ? [] : [row.name];
    },
    async read(db) {
      const [rows, numbers] = await Promise.all([
        db.trunk.findMany({
          orderBy: { name: 'asc' },
          select: { ...settingColumns, credentials: true, failover: { select: { name: true } } },
        }),
        db.testNumber.findMany({ select: { id: true, e164: true } }),
      ]);
      const numberOf = new Map(numbers.map(({ id, e164 }) => [id, e164]));
      return rows.map(({ credentials, failover, ...columns }) => {
        const { failoverId: _id, watch, ...settings } = settingsOf(columns);
        const { probeNumberId, ...rest } = watch;
        return trunkDocument.parse({
          ...settings,
          watch: { ...rest, probeNumber: probeNumberId === null ? null : (numberOf.get(probeNumberId) ?? null) },
          failover: failover?.name ?? null,
          ownAccount: credentials !== null,
        });
      });
    },
    absent: 'kept',
    async prepare(db, documents) {
      const known = await idsByName(db);
      for (const { failover: _f, ownAccount: _a, watch: _w, ...settings } of documents) {
        if (known.has(settings.name)) continue;
        const columns = columnsOfSettings({ ...settings, watch: usualWatch, failoverId: null });
        await db.trunk.create({ data: { id: newId(), kind: houseKind, ...columns } });
      }
    },
    async write(db, { failover, ownAccount, watch, ...settings }) {
      const row = await db.trunk.findUniqueOrThrow({ where: { name: settings.name } });
      const failoverId = failover === null ? null : ((await idsByName(db)).get(failover) ?? null);
      if (failover !== null && failoverId === null) return { faults: [unknownName('failover', 'trunk', failover)] };
      const probe = await probeNumberIdOf(db, watch);
      if ('path' in probe) return { faults: [probe] };
      const { probeNumber: _n, probeNumberId: _i, ...watched } = watch;
      // Without its secret it would carry calls over somebody else's account.
      const missing = ownAccount && row.credentials === null;
      const columns = columnsOfSettings({
        ...settings,
        watch: { ...watched, probeNumberId: probe.id },
        enabled: settings.enabled && !missing,
        failoverId,
      });
      await db.trunk.update({ where: { id: row.id }, data: { ...columns, version: { increment: 1 } } });
      return { faults: [], notes: missing ? [{ key: settings.name, says: 'secret_missing' }] : [] };
    },
    async check(db, { name }) {
      const rows = await db.trunk.findMany({ select: { id: true, name: true, kind: true, failoverId: true } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      const own = rows.find((row) => row.name === name);
      if (own === undefined || own.failoverId === null) return [];
      const circle = failoverCircle(own.id, (id) => byId.get(id)?.failoverId ?? null);
      if (circle !== null) {
        const names = circle.map((id) => byId.get(id)?.name ?? id).join(' → ');
        return [fault('failover', 'TRK-5', `It would go round: ${names}. Let one of them have no failover.`)];
      }
      if (byId.get(own.failoverId)?.kind !== own.kind) {
        return [fault('failover', 'TRK-5', 'Simulated calls and real ones do not stand in for each other.')];
      }
      return [];
    },
    words: trunkWords,
  });
};

const callerIdDocument = z.strictObject({
  number: phoneNumber,
  trunk: z.string(),
  label: z.string().max(80),
  enabled: z.boolean(),
  dailyLimit: callerIdView.shape.dailyLimit,
  /** How calls to it are taken, its team by name; null: they are not. */
  inbound: z.looseObject({ team: z.string().nullable() }).nullable(),
});
type CallerIdDocument = z.output<typeof callerIdDocument>;

const callerIdKind = configKind<CallerIdDocument>({
  kind: 'caller_id',
  section: 'callerIds',
  schema: callerIdDocument,
  keyOf: ({ number }) => number,
  // Several are added at once under the name of their trunk.
  subjects: ['caller_id', 'trunk'],
  async keysOf(db, id) {
    if (id === null) return null;
    const rows = await db.callerId.findMany({ where: { OR: [{ id }, { trunkId: id }] }, select: { e164: true } });
    return rows.map(({ e164 }) => e164);
  },
  async read(db) {
    const [rows, teams] = await Promise.all([
      db.callerId.findMany({ orderBy: { e164: 'asc' }, include: { trunk: { select: { name: true } } } }),
      db.team.findMany({ select: { id: true, name: true } }),
    ]);
    const nameOf = new Map(teams.map(({ id, name }) => [id, name]));
    return rows.map(({ e164, trunk, label, enabled, dailyLimit, inbound }) => {
      const read = inboundSettings.nullable().catch(null).parse(inbound);
      const { teamId = null, ...settings } = read ?? {};
      const taken = { ...settings, team: teamId === null ? null : (nameOf.get(teamId) ?? null) };
      return callerIdDocument.parse({
        ...{ number: e164, trunk: trunk.name, label, enabled, dailyLimit },
        inbound: read === null ? null : taken,
      });
    });
  },
  absent: 'kept',
  async write(db, { number, trunk, label, enabled, dailyLimit, inbound }) {
    const [row, ofTrunk] = await Promise.all([
      db.callerId.findUnique({ where: { e164: number } }),
      db.trunk.findUnique({ where: { name: trunk }, select: { id: true } }),
    ]);
    if (ofTrunk === null) return { faults: [unknownName('trunk', 'trunk', trunk)] };
    if (row !== null && row.trunkId !== ofTrunk.id) {
      return { faults: [fault('trunk', 'TRK-4', 'A caller id stays with its trunk and the account of that trunk.')] };
    }
    if (inbound !== null && (row === null || row.inbound === null)) {
      const remedy = 'The provider has to be told first: switch incoming calls on at the number itself.';
      return { faults: [fault('inbound', 'INB-14', remedy)] };
    }
    const { team = null, ...settings } = inbound ?? {};
    const ofTeam = team === null ? null : await db.team.findUnique({ where: { name: team }, select: { id: true } });
    if (team !== null && ofTeam === null) return { faults: [unknownName('inbound.team', 'team', team)] };
    const read = inbound === null ? null : inboundSettings.safeParse({ ...settings, teamId: ofTeam?.id ?? null });
    if (read !== null && !read.success) {
      return {
        faults: read.error.issues.map(({ path, code, message }) =>
          fault(['inbound', ...path.map(String)].join('.'), `CFG-6:${code}`, message),
        ),
      };
    }
    const data = { label, enabled, dailyLimit };
    if (row === null) {
      await db.callerId.create({ data: { ...data, id: newId(), trunkId: ofTrunk.id, e164: number } });
      return { faults: [], notes: [{ key: number, says: 'not_verified' }] };
    }
    await db.callerId.update({
      where: { id: row.id },
      data: { ...data, version: { increment: 1 }, ...(read === null ? {} : { inbound: { ...read.data } }) },
    });
    return { faults: [] };
  },
  words: callerIdWords,
});

const campaignDocument = campaignSetup
  .omit({
    ...{ trunkId: true, furtherTrunkIds: true, callerIdIds: true, agentIds: true, teamIds: true, filters: true },
    routing: true,
  })
  .extend({
    trunk: z.string(),
    furtherTrunks: z.array(z.string()),
    callerIds: z.array(z.string()),
    /** By their names for signing in. */
    agents: z.array(z.string()),
    teams: z.array(z.string()),
    filters: caseFilters.omit({ clientIds: true }).extend({ clients: z.array(z.string()) }),
    routing: campaignRouting
      .extend({
        levels: z.array(agentLevel.omit({ agentId: true }).extend({ agent: z.string() })).default([]),
      })
      .default(asUsual),
    mode: newCampaign.shape.mode,
    target: newCampaign.shape.target,
  })
  .strict();
type CampaignDocument = z.output<typeof campaignDocument>;

type Named = readonly { readonly id: string; readonly name: string }[];

const campaignKind = (clock: Clock): ConfigKind => {
  const names = async (db: Db) => {
    const [trunks, callerIds, agents, teams, clients] = await Promise.all([
      db.trunk.findMany({ select: { id: true, name: true } }),
      db.callerId.findMany({ select: { id: true, e164: true } }),
      db.user.findMany({ where: { role: 'agent' }, select: { id: true, username: true } }),
      db.team.findMany({ select: { id: true, name: true } }),
      db.client.findMany({ select: { id: true, name: true } }),
    ]);
    return {
      ...{ trunks, teams, clients },
      callerIds: callerIds.map(({ id, e164 }) => ({ id, name: e164 })),
      agents: agents.map(({ id, username }) => ({ id, name: username })),
    };
  };
  const nameIn = (list: Named, id: string): string => list.find((each) => each.id === id)?.name ?? id;

  /** The set-up with ids in the place of names, and the names that nobody has. */
  async function setupOf(db: Db, document: CampaignDocument) {
    const known = await names(db);
    const faults: ConfigFault[] = [];
    const idOf = (list: Named, what: string, path: string, name: string): string => {
      const found = list.find((each) => each.name === name);
      if (found === undefined) faults.push(unknownName(path, what, name));
      return found?.id ?? '';
    };
    const many = (list: Named, what: string, path: string, given: readonly string[]): string[] =>
      given.map((name, at) => idOf(list, what, `${path}.${at}`, name));
    const {
      trunk,
      furtherTrunks,
      callerIds,
      agents,
      teams,
      filters,
      routing,
      mode: _m,
      target: _t,
      ...rest
    } = document;
    const { clients, ...otherFilters } = filters;
    const levels = routing.levels.map(({ agent, level }, at) => ({
      agentId: idOf(known.agents, 'agent', `routing.levels.${at}.agent`, agent),
      level,
    }));
    const setup: CampaignSetup = {
      ...rest,
      trunkId: idOf(known.trunks, 'trunk', 'trunk', trunk),
      furtherTrunkIds: many(known.trunks, 'trunk', 'furtherTrunks', furtherTrunks),
      callerIdIds: many(known.callerIds, 'caller id', 'callerIds', callerIds),
      agentIds: many(known.agents, 'agent', 'agents', agents),
      teamIds: many(known.teams, 'team', 'teams', teams),
      filters: { ...otherFilters, clientIds: many(known.clients, 'client', 'filters.clients', clients) },
      routing: { ...routing, levels },
    };
    return { setup, faults };
  }

  return configKind<CampaignDocument>({
    kind: 'campaign',
    section: 'campaigns',
    schema: campaignDocument,
    keyOf: ({ name }) => name,
    subjects: ['campaign'],
    async keysOf(db, id) {
      const row = id === null ? null : await db.campaign.findUnique({ where: { id }, select: { name: true } });
      return row === null ? [] : [row.name];
    },
    async read(db) {
      const [rows, known] = await Promise.all([
        db.campaign.findMany({ orderBy: { name: 'asc' }, include: setupInclude }),
        names(db),
      ]);
      return rows.map((row) => {
        const view = setupViewOf(row);
        const { clientIds, ...filters } = view.filters;
        return campaignDocument.parse({
          ...{ name: view.name, priority: view.priority, schedule: view.schedule, amd: view.amd },
          ...{ abandonTreatment: view.abandonTreatment, abandonMessage: view.abandonMessage },
          ...{ machine: view.machine, machineWhenConnected: view.machineWhenConnected },
          ...{ recordingNotice: view.recordingNotice, mode: row.mode, target: row.maxAbandonRate },
          trunk: nameIn(known.trunks, view.trunkId),
          furtherTrunks: view.furtherTrunkIds.map((id) => nameIn(known.trunks, id)).sort(),
          callerIds: view.callerIdIds.map((id) => nameIn(known.callerIds, id)).sort(),
          agents: view.agentIds.map((id) => nameIn(known.agents, id)).sort(),
          teams: view.teamIds.map((id) => nameIn(known.teams, id)).sort(),
          filters: { ...filters, clients: clientIds.map((id) => nameIn(known.clients, id)).sort() },
          scripts: view.scripts,
          routing: {
            ...view.routing,
            levels: view.routing.levels
              .map(({ agentId, level }) => ({ agent: nameIn(known.agents, agentId), level }))
              .sort((a, b) => a.level - b.level || (a.agent < b.agent ? -1 : 1)),
          },
        });
      });
    },
    absent: 'kept',
    async write(db, document) {
      const { setup, faults } = await setupOf(db, document);
      if (faults.length > 0) return { faults };
      const row = await db.campaign.findUnique({ where: { name: document.name }, select: { id: true } });
      const columns = { ...setupColumns(setup), mode: document.mode, maxAbandonRate: document.target };
      if (row === null) {
        const { preset, presetVersion } = await db.tenant.findUniqueOrThrow({ where: { id: 1 } });
        const campaignId = newId();
        await db.campaign.create({ data: { ...columns, id: campaignId, preset, presetVersion } });
        await setMembers(db, campaignId, setup);
        return { faults: [] };
      }
      await db.campaign.update({ where: { id: row.id }, data: { ...columns, version: { increment: 1 } } });
      await setMembers(db, row.id, setup);
      return { faults: [] };
    },
    async check(db, document) {
      const { setup } = await setupOf(db, document);
      const { preset } = await db.campaign.findUniqueOrThrow({ where: { name: document.name } });
      const found = await campaignFaults(campaignNeeds(db), setup, preset, clock());
      const pathOf = (field: string): string =>
        field.startsWith('routing.levels.') ? field.replace(/Id$/, '') : field;
      return found.map(({ field, rule, remedy }) => ({ path: pathOf(field), rule, remedy }));
    },
    words: campaignWords,
  });
};

/** What this room has to configure, in the order in which one names another. */
export const dialerConfigKinds = (houseKind: 'sim' | 'twilio', clock: Clock): readonly ConfigKind[] => [
  trunkKind(houseKind),
  callerIdKind,
  campaignKind(clock),
];
