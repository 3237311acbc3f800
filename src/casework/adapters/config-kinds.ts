import { z } from 'zod';
import { calendarName } from '../../contract/calendar.ts';
import { rulesChoice } from '../../contract/rules.ts';
import { windowRule, type WindowRuleSettings } from '../../contract/window-rule.ts';
import { placeZone, zoneOverrideRequest } from '../../contract/zone.ts';
import { shippedPreset } from '../../domain/presets.ts';
import { presetNames } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { configKind, type ConfigFault, type ConfigKind } from '../../platform/config-kind.ts';
import { newId } from '../../platform/ids.ts';
import type { Db, PrismaClient } from '../../platform/prisma/client.ts';
import { problemsOfYear } from '../calendars.ts';
import type { FieldRefusal } from '../casework.ts';
import { checkRules } from '../save-rules.ts';
import { windowFaults } from '../window-desk.ts';
import { importedYears, type CalendarShelf } from './calendar-shelf.ts';
import { lookAgainForDays, lookAgainForRules } from './look-again.ts';
import { addEdition } from './prisma-calendar-book.ts';
import { campaignUnderRules, writeRuleVersion } from './prisma-rules-book.ts';
import { windowColumns, windowNeeds } from './prisma-window-book.ts';

const faultsOf = (problems: readonly FieldRefusal[]): ConfigFault[] =>
  problems.map(({ field, rule, remedy }) => ({ path: field, rule, remedy }));
const unknownName = (path: string, what: string, name: string): ConfigFault => ({
  path,
  rule: 'CFG-6:unknown_name',
  remedy: `There is no ${what} of the name ${name}: name one that is here or in the document.`,
});
const written = (faults: readonly ConfigFault[] = []) => ({ faults });
const newest = 2 ** 31 - 1;

const tenantDocument = z.strictObject({
  name: z.string().trim().min(1).max(120),
  preset: z.enum(presetNames),
  presetVersion: z.number().int().min(1),
  businessZone: placeZone,
});

/** What holds for the house; its kill switch is an order, not a setting. */
const tenantKind = configKind<z.output<typeof tenantDocument>>({
  kind: 'tenant',
  section: 'house',
  schema: tenantDocument,
  keyOf: () => 'house',
  subjects: ['tenant'],
  keysOf: () => Promise.resolve(['house']),
  read: (db) =>
    db.tenant
      .findMany({ select: { name: true, preset: true, presetVersion: true, businessZone: true } })
      .then((rows) => rows.map((row) => tenantDocument.parse(row))),
  absent: 'kept',
  async write(db, document) {
    if (shippedPreset(document.preset, document.presetVersion) === null) {
      return written([{ path: 'presetVersion', rule: 'PRE-6', remedy: 'Name a version that this program ships.' }]);
    }
    await db.tenant.update({ where: { id: 1 }, data: document });
    return written();
  },
  words: {
    businessZone: ['Business zone', '业务时区'],
    preset: ['Preset', '预设'],
    presetVersion: ['Version of the preset', '预设版本'],
    name: ['Name', '名称'],
  },
});

const calendarDocument = z.strictObject({
  name: calendarName,
  year: z.number().int(),
  offDays: z.array(z.string()),
  makeupWorkdays: z.array(z.string()),
  source: z.string().trim().min(1).max(300),
});

const calendarKind = (settled: (at: number) => Promise<void>): ConfigKind =>
  configKind<z.output<typeof calendarDocument>>({
    kind: 'calendar',
    section: 'calendars',
    schema: calendarDocument,
    keyOf: ({ name, year }) => `${name} ${year}`,
    subjects: ['calendar'],
    keysOf: () => Promise.resolve(null),
    async read(db) {
      const years = await importedYears(db, newest);
      return years.map(({ name, year, offDays, makeupWorkdays, source }) => ({
        ...{ name, year, offDays, makeupWorkdays, source },
      }));
    },
    absent: 'kept',
    async write(db, document, { by, at }) {
      const faults = problemsOfYear(document).map(({ rule, remedy }) => ({ path: '', rule: `CALX-2:${rule}`, remedy }));
      if (faults.length === 0) await addEdition(db, document.name, document, { source: document.source, by, at });
      return written(faults);
    },
    settled,
    words: {
      name: ['Name', '名称'],
      year: ['Year', '年份'],
      source: ['Source', '来源'],
      offDays: ['Days off', '休息日'],
      makeupWorkdays: ['Days worked in exchange', '调休上班日'],
    },
  });

const zoneDocument = z.strictObject({
  prefix: zoneOverrideRequest.shape.prefix,
  zone: placeZone,
  reason: z.string().max(500),
});

const zoneKind = (settled: (at: number) => Promise<void>): ConfigKind =>
  configKind<z.output<typeof zoneDocument>>({
    kind: 'zone',
    section: 'zones',
    schema: zoneDocument,
    keyOf: ({ prefix }) => prefix,
    subjects: ['zone'],
    keysOf: (_db, prefix) => Promise.resolve(prefix === null ? null : [prefix]),
    read: (db) =>
      db.zoneOverride.findMany({ orderBy: { prefix: 'asc' }, select: { prefix: true, zone: true, reason: true } }),
    absent: 'removed',
    async write(db, { prefix, ...said }, { by, at }) {
      const row = { ...said, setAt: new Date(at), setById: by };
      await db.zoneOverride.upsert({ where: { prefix }, create: { prefix, ...row }, update: row });
      return written();
    },
    async remove(db, prefix) {
      await db.zoneOverride.deleteMany({ where: { prefix } });
    },
    settled,
    words: { prefix: ['Beginning', '号码或邮编开头'], zone: ['Zone', '时区'], reason: ['Why', '原因'] },
  });

const rulesDocument = rulesChoice.extend({ campaign: z.string() }).strict();

const rulesKind = (prisma: PrismaClient): ConfigKind => {
  const campaignOf = (db: Db, name: string) => db.campaign.findUnique({ where: { name }, select: { id: true } });
  return configKind<z.output<typeof rulesDocument>>({
    kind: 'rules',
    section: 'rules',
    schema: rulesDocument,
    keyOf: ({ campaign }) => campaign,
    subjects: ['campaign'],
    async keysOf(db, id) {
      const row = id === null ? null : await db.campaign.findUnique({ where: { id }, select: { name: true } });
      return row === null ? [] : [row.name];
    },
    async read(db) {
      const rows = await db.campaign.findMany({
        orderBy: { name: 'asc' },
        select: { name: true, preset: true, presetVersion: true, tightening: true },
      });
      return rows.map(({ name, ...choice }) => rulesDocument.parse({ campaign: name, ...choice }));
    },
    absent: 'kept',
    async write(db, { campaign, ...choice }, { by, at, reason }) {
      const found = await campaignOf(db, campaign);
      const before = found === null ? null : await campaignUnderRules(db, found.id);
      if (before === null) return written([unknownName('campaign', 'campaign', campaign)]);
      const checked = checkRules(choice, before);
      if (checked.kind === 'refused') return written(faultsOf(checked.problems));
      await writeRuleVersion(db, {
        ...{ campaignId: before.campaignId, basedOn: before.rulesVersion, choice, document: checked.document },
        ...{ before, reason, restoredFrom: null, byId: by, at },
      });
      return written();
    },
    async settled(at) {
      for (const { id } of await prisma.campaign.findMany({ select: { id: true } })) {
        await lookAgainForRules(prisma, id, at);
      }
    },
    // What is tightened has its words in the consoles, where rules are set.
    words: {
      campaign: ['Campaign', '活动'],
      preset: ['Preset', '预设'],
      presetVersion: ['Version of the preset', '预设版本'],
    },
  });
};

const windowDocument = windowRule
  .omit({ campaignId: true, clientId: true })
  .extend({ campaign: z.string().nullable(), client: z.string().nullable() })
  .strict();

const windowKind = (shelf: CalendarShelf, clock: Clock, settled: (at: number) => Promise<void>): ConfigKind => {
  async function settingsOf(
    db: Db,
    { campaign, client, ...rest }: z.output<typeof windowDocument>,
  ): Promise<WindowRuleSettings | readonly ConfigFault[]> {
    const [ofCampaign, ofClient] = await Promise.all([
      campaign === null ? null : db.campaign.findUnique({ where: { name: campaign }, select: { id: true } }),
      client === null ? null : db.client.findUnique({ where: { name: client }, select: { id: true } }),
    ]);
    const faults = [
      ...(campaign !== null && ofCampaign === null ? [unknownName('campaign', 'campaign', campaign)] : []),
      ...(client !== null && ofClient === null ? [unknownName('client', 'client', client)] : []),
    ];
    return faults.length > 0 ? faults : { ...rest, campaignId: ofCampaign?.id ?? null, clientId: ofClient?.id ?? null };
  }
  const isFaults = (value: WindowRuleSettings | readonly ConfigFault[]): value is readonly ConfigFault[] =>
    Array.isArray(value);
  return configKind<z.output<typeof windowDocument>>({
    kind: 'window',
    section: 'windows',
    schema: windowDocument,
    keyOf: ({ name }) => name,
    subjects: ['window'],
    async keysOf(db, id) {
      const row = id === null ? null : await db.windowRule.findUnique({ where: { id }, select: { name: true } });
      return row === null ? [] : [row.name];
    },
    async read(db) {
      const rows = await db.windowRule.findMany({
        orderBy: { name: 'asc' },
        include: { campaign: { select: { name: true } }, client: { select: { name: true } } },
      });
      return rows.map(({ name, preset, campaign, client, zones, classes, weekdays, days, calendar, hours }) =>
        windowDocument.parse({
          ...{ name, preset, campaign: campaign?.name ?? null, client: client?.name ?? null },
          ...{ zones, classes, weekdays, on: days, calendar, hours },
        }),
      );
    },
    absent: 'removed',
    async write(db, document) {
      const settings = await settingsOf(db, document);
      if (isFaults(settings)) return written(settings);
      const columns = windowColumns(settings);
      await db.windowRule.upsert({
        where: { name: document.name },
        create: { id: newId(), ...columns },
        update: { ...columns, version: { increment: 1 } },
      });
      return written();
    },
    async remove(db, name) {
      await db.windowRule.deleteMany({ where: { name } });
    },
    async check(db, document) {
      const settings = await settingsOf(db, document);
      if (isFaults(settings)) return settings;
      return faultsOf(await windowFaults(windowNeeds(db, shelf), settings, clock()));
    },
    settled,
    words: {
      name: ['Name', '名称'],
      hours: ['Hours', '时间'],
      on: ['Days', '日期'],
      weekdays: ['Weekdays', '星期'],
      classes: ['Roles of numbers', '号码类别'],
      zones: ['Zones', '时区'],
      calendar: ['Calendar', '日历'],
      campaign: ['Campaign', '活动'],
      client: ['Client', '委托方'],
      preset: ['Preset', '预设'],
    },
  });
};

/** What this room has to configure; `last` names campaigns of another room and comes after them. */
export function caseworkConfigKinds(deps: {
  readonly prisma: PrismaClient;
  readonly shelf: CalendarShelf;
  readonly clock: Clock;
}): { readonly first: readonly ConfigKind[]; readonly last: readonly ConfigKind[] } {
  const { prisma, shelf, clock } = deps;
  const hoursMoved = async (at: number): Promise<void> => {
    await lookAgainForDays(prisma, at);
  };
  return {
    first: [tenantKind, calendarKind(hoursMoved), zoneKind(hoursMoved)],
    last: [rulesKind(prisma), windowKind(shelf, clock, hoursMoved)],
  };
}
