import {
  campaignRules,
  presetDocument,
  ruleVersionView,
  tightening,
  type CampaignRules,
  type RuleVersionView,
} from '../../contract/rules.ts';
import { presetNames } from '../../domain/vocabulary.ts';
import { newId } from '../../platform/ids.ts';
import type { Db, Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import type { CampaignUnderRules, RulesBook } from '../rules-book.ts';
import { rulesOf } from '../rules-of.ts';
import { askForReplan } from './ask-for-replan.ts';
import { lookAgainForRules } from './look-again.ts';

const campaignSelect = {
  id: true,
  name: true,
  preset: true,
  presetVersion: true,
  tightening: true,
  rulesVersion: true,
  trunk: { select: { kind: true } },
} as const satisfies Prisma.CampaignSelect;
type CampaignRow = Prisma.CampaignGetPayload<{ select: typeof campaignSelect }>;

const asJson = (value: object): Prisma.InputJsonObject => value;

const rulesView = (row: CampaignRow, openCases: number): CampaignRules =>
  campaignRules.parse({
    campaignId: row.id,
    name: row.name,
    preset: row.preset,
    presetVersion: row.presetVersion,
    tightening: row.tightening,
    rulesVersion: row.rulesVersion,
    openCases,
    document: rulesOf(row),
  });

const versionSelect = {
  number: true,
  preset: true,
  presetVersion: true,
  tightening: true,
  document: true,
  createdAt: true,
  reason: true,
  restoredFrom: true,
  createdBy: { select: { displayName: true } },
} as const satisfies Prisma.RuleVersionSelect;

function versionView(row: Prisma.RuleVersionGetPayload<{ select: typeof versionSelect }>): RuleVersionView {
  const asSetUp = row.number === 0;
  return ruleVersionView.parse({
    number: row.number,
    at: asSetUp ? null : row.createdAt.getTime(),
    byName: row.createdBy?.displayName ?? null,
    reason: asSetUp ? null : row.reason,
    restoredFrom: row.restoredFrom,
    preset: row.preset,
    presetVersion: row.presetVersion,
    tightening: row.tightening,
    document: row.document,
  });
}

/** The version of a campaign that nobody has changed yet. */
const versionAsSetUp = (row: CampaignRow): RuleVersionView => ({
  number: 0,
  at: null,
  byName: null,
  reason: null,
  restoredFrom: null,
  preset: wordOf(presetNames, row.preset),
  presetVersion: row.presetVersion,
  tightening: tightening.parse(row.tightening),
  document: presetDocument.parse(rulesOf(row)),
});

const openCases = (db: Db, campaignId: string): Promise<number> =>
  db.case.count({ where: { campaignId, status: 'open' } });

/** A campaign with the rules it has and those it is held to; asked inside of a transaction as well as outside. */
export async function campaignUnderRules(db: Db, campaignId: string): Promise<CampaignUnderRules | null> {
  const row = await db.campaign.findUnique({ where: { id: campaignId }, select: campaignSelect });
  if (row === null) return null;
  const tenant = await db.tenant.findUniqueOrThrow({ where: { id: 1 } });
  return {
    ...rulesView(row, await openCases(db, campaignId)),
    simulated: row.trunk.kind === 'sim',
    houseRules: presetOf({ campaign: null, tenant }),
  };
}

/** The version and the campaign's rules in one step. */
export async function writeRuleVersion(
  db: Db,
  { campaignId, basedOn, choice, document, before, reason, restoredFrom, byId, at }: Parameters<RulesBook['save']>[0],
): Promise<number | 'stale'> {
  const number = basedOn + 1;
  const taken = await db.campaign.updateMany({
    where: { id: campaignId, rulesVersion: basedOn },
    data: {
      preset: choice.preset,
      presetVersion: choice.presetVersion,
      tightening: asJson(choice.tightening),
      rulesVersion: number,
    },
  });
  if (taken.count === 0) return 'stale' as const;
  const row = (of: { preset: string; presetVersion: number; tightening: object }, whole: object) => ({
    id: newId(),
    campaignId,
    preset: of.preset,
    presetVersion: of.presetVersion,
    tightening: asJson(of.tightening),
    document: asJson(whole),
    createdAt: new Date(at),
  });
  if (basedOn === 0) {
    await db.ruleVersion.create({ data: { ...row(before, before.document), number: 0, reason: '' } });
  }
  await db.ruleVersion.create({
    data: { ...row(choice, document), number, reason, restoredFrom, createdById: byId },
  });
  await askForReplan(db, campaignId, new Date(at));
  return number;
}

export function makePrismaRulesBook(prisma: PrismaClient): RulesBook {
  return {
    async campaigns() {
      const rows = await prisma.campaign.findMany({ select: campaignSelect, orderBy: { name: 'asc' } });
      const counted = await prisma.case.groupBy({ by: ['campaignId'], where: { status: 'open' }, _count: true });
      const openOf = new Map(counted.map(({ campaignId, _count }) => [campaignId, _count]));
      return rows.map((row) => rulesView(row, openOf.get(row.id) ?? 0));
    },
    async house() {
      const { preset, presetVersion } = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
      return { preset: wordOf(presetNames, preset), presetVersion };
    },
    campaign: (campaignId) => campaignUnderRules(prisma, campaignId),
    async versions(campaignId) {
      const rows = await prisma.ruleVersion.findMany({
        where: { campaignId },
        select: versionSelect,
        orderBy: { number: 'desc' },
      });
      if (rows.length > 0) return rows.map(versionView);
      const row = await prisma.campaign.findUnique({ where: { id: campaignId }, select: campaignSelect });
      return row === null ? [] : [versionAsSetUp(row)];
    },
    save: (version) => prisma.$transaction((db) => writeRuleVersion(db, version)),
    lookAgain: (campaignId, at) => lookAgainForRules(prisma, campaignId, at),
  };
}
