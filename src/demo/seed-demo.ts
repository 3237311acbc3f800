import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { demoCasesPerLanguage, makeDemoCases, type DemoLanguage } from './demo-cases.ts';
import { placementCsv } from './placement-csv.ts';
import { giveCases } from './give-cases.ts';
import { seedCampaign } from './seed-campaign.ts';
import { seedHistories, type EndTask, type PastDesk } from './seed-histories.ts';
import type { KeepTalk } from './keep-talk.ts';
import { seedTalks, type PastWrapUps } from './seed-talks.ts';
import { seedPayments, type PostDemoPayment } from './seed-payments.ts';
import { seedTasks } from './seed-tasks.ts';
import { demoUsers, seedUsers } from './seed-users.ts';

/** What the demo asks of the rooms: its cases come in through the same door as a bank's. */
export interface DemoDeps {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly log: Logger;
  readonly hashPassword: (password: string) => Promise<string>;
  /** Imports a whole placement file and waits for its end. */
  readonly importFile: (file: {
    readonly clientName: string;
    readonly fileName: string;
    readonly bytes: AsyncIterable<Buffer>;
    readonly userId: string;
  }) => Promise<{ readonly placementId: string; readonly accepted: number; readonly rejected: number }>;
  readonly assignPlacement: (placementId: string, campaignId: string) => Promise<number>;
  /** Follow-up by a clock that is set back: what is told of the past went the same way as the present. */
  readonly pastDesk: PastDesk;
  readonly pastWrapUps: PastWrapUps;
  readonly keepTalk: KeepTalk;
  readonly endTask: (by: string) => EndTask;
  readonly postPayment: PostDemoPayment;
  readonly casesPerLanguage?: number;
}

export interface DemoSeeded {
  readonly signIns: readonly { readonly username: string; readonly role: 'agent' | 'supervisor' | 'admin' }[];
  readonly campaignId: string;
}

const clients: Readonly<Record<DemoLanguage, { clientName: string; fileName: string }>> = {
  zh: { clientName: '示例银行信用卡中心', fileName: 'demo-placement-zh.csv' },
  en: { clientName: 'Sample Federal Card Services', fileName: 'demo-placement-en.csv' },
};

const dayMs = 86_400_000;
const dateText = (at: number): string => new Date(at).toISOString().slice(0, 10);

async function* inOnePiece(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text, 'utf8');
}

/**
 * Users, trunk, campaign and cases of the demo. Safe to repeat: what is there stays, only passwords follow the given
 * one. Null: the tenant is a real one, and nothing of the demo is put into it.
 */
export async function seedDemo(deps: DemoDeps, password: string): Promise<DemoSeeded | null> {
  const { prisma, clock, log } = deps;
  const tenant = await prisma.tenant.upsert({
    where: { id: 1 },
    create: { id: 1, name: 'Demo agency', preset: 'demo', businessZone: 'Asia/Shanghai' },
    update: {},
  });
  if (tenant.preset !== 'demo') {
    log.warn('the tenant is not the demo; nothing was seeded');
    return null;
  }
  const users = await seedUsers(prisma, await deps.hashPassword(password));
  const campaignId = await seedCampaign(prisma, users.agents);
  const perLanguage = deps.casesPerLanguage ?? demoCasesPerLanguage;
  const cases = makeDemoCases(perLanguage);
  for (const language of ['zh', 'en'] as const) {
    const { clientName, fileName } = clients[language];
    const done = await prisma.placement.findFirst({
      where: { fileName, status: 'done', client: { name: clientName } },
      select: { id: true },
    });
    const placementId =
      done?.id ??
      (await importOne(deps, {
        clientName,
        fileName,
        userId: users.admin,
        text: placementCsv(cases, language, {
          placedOn: dateText(clock() - 7 * dayMs),
          recallOn: dateText(clock() + 365 * dayMs),
        }),
      }));
    const assigned = await deps.assignPlacement(placementId, campaignId);
    if (assigned > 0) {
      await seedOwners(prisma, placementId, users.owners, users.admin);
      const { pastDesk, endTask } = deps;
      await seedHistories({ prisma, clock, pastDesk, endTask: endTask(users.admin) }, placementId, campaignId);
      await seedTasks(prisma, clock, placementId, users.admin);
      const [owner] = users.owners;
      if (owner !== undefined) await seedTalks(deps, { placementId, campaignId, agentId: owner, by: users.admin });
      await seedPayments(deps, placementId, users.admin);
    }
    log.info({ language, assigned }, 'demo cases in place');
  }
  const free = demoUsers.filter((user) => !user.simulated);
  return { signIns: free.map(({ username, role }) => ({ username, role })), campaignId };
}

async function importOne(
  deps: DemoDeps,
  file: { clientName: string; fileName: string; userId: string; text: string },
): Promise<string> {
  const { clientName, fileName, userId, text } = file;
  const imported = await deps.importFile({ clientName, fileName, userId, bytes: inOnePiece(text) });
  deps.log.info({ accepted: imported.accepted, rejected: imported.rejected }, 'demo placement imported');
  return imported.placementId;
}

/** Some cases have an owner, who gets their calls first; most are anybody's. */
async function seedOwners(
  prisma: PrismaClient,
  placementId: string,
  owners: readonly string[],
  by: string,
): Promise<void> {
  const everyNth = 10;
  const rows = await prisma.case.findMany({
    where: { placementId, ownerId: null },
    select: { id: true },
    orderBy: { refKey: 'asc' },
  });
  for (const [at, ownerId] of owners.entries()) {
    const ids = rows.filter((_, index) => index % (owners.length * everyNth) === at * everyNth).map((row) => row.id);
    await giveCases(prisma, ids, ownerId, { by, reason: '按地区分案' });
  }
}
