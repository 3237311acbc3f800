import type { WrapUpForm, WrapUpInput } from '../contract/wrap-up.ts';
import type { DispositionCode, NumberClass, Party } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { giveCases } from './give-cases.ts';
import type { KeepTalk } from './keep-talk.ts';
import { pastAttempt } from './past-attempt.ts';
import type { PastDesk } from './seed-histories.ts';

export type PastWrapUps = (clock: Clock) => {
  form(attemptId: string, agentId: string): Promise<WrapUpForm | null>;
  save(agentId: string, input: WrapUpInput, startedAt: number): Promise<{ readonly kind: string }>;
};

interface Talk {
  readonly code: DispositionCode;
  readonly party: Party;
  /** How many days ago; several: one talk each, on the same number. */
  readonly daysAgo: readonly number[];
  /** `every`: one talk on each number of the case. */
  readonly on?: NumberClass | 'every';
  readonly note: string;
}

/** What a newcomer finds: a promise due today, a case that waits, one overdue, ones stopped, a fraud, a number at its edge. */
const told: readonly Talk[] = [
  { code: 'PTP', party: 'RPC', daysAgo: [2], note: '承诺今天还款' },
  { code: 'PTP', party: 'RPC', daysAgo: [2], note: '承诺今天还款,发薪后处理' },
  { code: 'FUND', party: 'RPC', daysAgo: [1], note: '向亲友筹款' },
  { code: 'NEG', party: 'RPC', daysAgo: [4], note: '约次日再谈' },
  { code: 'COMPLAINT', party: 'RPC', daysAgo: [1], note: '要求停止来电并投诉' },
  { code: 'FRAUD_CLAIM', party: 'RPC', daysAgo: [3], note: '称从未办理此卡' },
  { code: 'LM_A', party: 'TPC', daysAgo: [1], on: 'every', note: '家人答应转告' },
  { code: 'NSP', party: 'WPC', daysAgo: [2, 1], on: 'work', note: '接听者称查无此人' },
  // One of each class that a talk gives a case.
  { code: 'LM_B', party: 'TPC', daysAgo: [1], on: 'relative', note: '同事称很少见到本人' },
  { code: 'PAID_CLAIM', party: 'RPC', daysAgo: [0], note: '称昨日已转账' },
  { code: 'DISPUTE', party: 'RPC', daysAgo: [2], note: '不认可利息金额' },
  { code: 'CEASE', party: 'RPC', daysAgo: [3], note: '书面要求停止联络' },
  { code: 'ATTORNEY', party: 'RPC', daysAgo: [2], note: '已委托律师,另寄委托书' },
  { code: 'DECEASED', party: 'TPC', daysAgo: [4], note: '家属告知已身故' },
  { code: 'BANKRUPT', party: 'RPC', daysAgo: [3], note: '法院已受理个人破产' },
  { code: 'HARDSHIP', party: 'RPC', daysAgo: [1], note: '重病住院,无收入' },
];
const everyNth = 3;
const offset = 2;
const dayMs = 86_400_000;
const talkedMs = 12_000;
const wroteMs = 8_000;
const apartMs = 30_000;

function filled(form: WrapUpForm, attemptId: string, talk: Talk): WrapUpInput | null {
  const option = form.options.find(({ code }) => code === talk.code);
  if (option === undefined) return null;
  const asks = new Set(option.requires);
  return {
    attemptId,
    code: talk.code,
    party: talk.party,
    nextFollowUpOn: option.nextFollowUp?.prefill ?? null,
    promise:
      option.promiseDue === null
        ? null
        : { amountMinor: Math.max(1, form.amountMinor ?? 1), dueOn: option.promiseDue.prefill },
    fundDate: option.fundDate?.prefill ?? null,
    callbackAt: null,
    note: talk.note,
    suspect: asks.has('suspect') ? '曾代办业务的中介' : null,
    clues: asks.has('clues') ? '开卡时不在本地' : null,
    newNumber: null,
    then: 'ready',
  };
}

/** Talks of the days before, written up by the desk of then: what followed is what the rules made of them. */
export async function seedTalks(
  deps: {
    readonly prisma: PrismaClient;
    readonly clock: Clock;
    readonly pastDesk: PastDesk;
    readonly pastWrapUps: PastWrapUps;
    readonly keepTalk: KeepTalk;
  },
  given: { readonly placementId: string; readonly campaignId: string; readonly agentId: string; readonly by: string },
): Promise<void> {
  const { prisma, clock } = deps;
  const { placementId, campaignId, agentId } = given;
  const [rows, trunk] = await Promise.all([
    prisma.case.findMany({
      where: { placementId },
      include: { numbers: { orderBy: { position: 'asc' } } },
      orderBy: { refKey: 'asc' },
      take: told.length * everyNth,
    }),
    prisma.trunk.findFirstOrThrow({ where: { kind: 'sim' }, include: { callerIds: { take: 1 } } }),
  ]);
  const [callerId] = trunk.callerIds;
  if (callerId === undefined) return;
  const route = { campaignId, trunkId: trunk.id, callerIdId: callerId.id };
  const free = rows.filter((_, index) => index % everyNth === offset);
  const ids = free.map(({ id }) => id);
  await giveCases(prisma, ids, agentId, { by: given.by, reason: '上期由其跟进' });
  for (const [at, talk] of told.entries()) {
    const row = free[at];
    if (row === undefined) continue;
    const known = row.numbers.filter((each) => talk.on === 'every' || each.class === talk.on);
    const called = known.length > 0 ? known : row.numbers.slice(0, 1);
    const talks = called.flatMap((number) => talk.daysAgo.map((daysAgo) => ({ number, daysAgo })));
    for (const [turn, { number, daysAgo }] of talks.entries()) {
      const placedAt = clock() - daysAgo * dayMs - at * 60_000 - (talks.length - turn) * apartMs;
      const endedAt = placedAt + talkedMs;
      const call = { placedAt, endedAt, reason: 'callee-hung-up', result: null, agentId };
      const { attemptId, answeredAt } = await pastAttempt(prisma, { case: row, number, route }, call);
      await deps.keepTalk({ attemptId, startedAt: answeredAt, endedAt });
      await deps.pastDesk(() => endedAt).attemptEnded(attemptId);
      const desk = deps.pastWrapUps(() => endedAt + wroteMs);
      const form = await desk.form(attemptId, agentId);
      const input = form === null ? null : filled(form, attemptId, talk);
      if (input !== null) await desk.save(agentId, input, endedAt);
    }
  }
}
