import type { Page } from 'playwright-core';
import { handoverOffer } from '../../src/contract/handover.ts';
import { jobList, jobQueues } from '../../src/contract/jobs.ts';
import { waitingLeaves } from '../../src/contract/leave.ts';
import { placementView } from '../../src/contract/placement.ts';
import { rulesOverview } from '../../src/contract/rules.ts';
import { trunkList } from '../../src/contract/trunk.ts';
import { newId } from '../../src/platform/ids.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';

/** What an administrator does first, so that every dialog has something to be about; answers with the cases it did it to. */
export async function furnishDialogs(
  prisma: PrismaClient,
  url: string,
  by: { readonly username: string; readonly password: string },
): Promise<ReadonlyMap<string, string>> {
  let cookie = '';
  async function send(path: string, body: object, method = 'POST'): Promise<unknown> {
    const headers = { 'content-type': 'application/json', cookie };
    const reply = await fetch(`${url}/api${path}`, { method, headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    cookie ||= reply.headers.get('set-cookie')?.split(';')[0] ?? '';
    return reply.status === 204 ? null : reply.json();
  }
  await send('/session', by);

  const [stopped, consented, unverified] = await prisma.case.findMany({
    where: { status: 'open', attempts: { none: {} }, numbers: { some: {} } },
    select: { id: true, debtorId: true, numbers: { select: { id: true, lineId: true } } },
    distinct: ['debtorId'],
    orderBy: { id: 'asc' },
    take: 3,
  });
  const [number] = consented?.numbers ?? [];
  const [line] = unverified?.numbers ?? [];
  if (stopped === undefined || number === undefined || line?.lineId == null)
    throw new Error('the demo has no cases with numbers');
  await send(`/cases/${stopped.id}/stops`, { kind: 'cease', reason: 'Asked not to be called' });
  await send(`/cases/${consented?.id ?? ''}/consents`, { numberId: number.id, channel: 'call' });
  await prisma.debtorLine.update({
    where: { debtorId_lineId: { debtorId: unverified?.debtorId ?? '', lineId: line.lineId } },
    data: { status: 'unverified' },
  });
  const talked = await prisma.attempt.findFirstOrThrow({
    where: { wrapUp: { isNot: null }, case: { stops: { none: {} } } },
    orderBy: { id: 'desc' },
  });

  await prisma.alert.create({ data: { id: newId(), kind: 'recording_missing', subjectId: stopped.id } });
  await send('/teams', { name: 'Night shift' });
  await send('/api-keys', { name: 'Reports', scopes: ['cases:read'], days: 90 });
  await send('/webhooks', { url: 'https://example.com/casedial', description: 'Tests', events: ['call.ended'] });
  await send('/suppressions', { number: '+12025550177', source: 'Client', reason: 'On the list of the client' });
  await send('/zone-overrides', { prefix: '+86991', zone: 'Asia/Urumqi', reason: 'Lives by its own clock' });
  await send('/zone-overrides', { prefix: '+86991', zone: 'Asia/Shanghai', reason: 'Back to that of the country' });
  const everybody = { preset: null, campaignId: null, clientId: null, zones: [], classes: [], weekdays: [] };
  const lunch = { name: 'Lunch', on: 'every', calendar: null, hours: [{ from: '09:00', to: '12:00' }] };
  await send('/windows', { ...everybody, ...lunch, reason: 'Nobody is rung at lunch' });
  const [rules] = rulesOverview.parse(
    await (await fetch(`${url}/api/rules`, { headers: { cookie } })).json(),
  ).campaigns;
  if (rules === undefined) throw new Error('the demo has no campaign');
  const { campaignId, preset, presetVersion, rulesVersion } = rules;
  const tightened = { preset, presetVersion, tightening: { ringMinMs: 25_000 }, basedOn: rulesVersion };
  await send(`/rules/campaigns/${campaignId}/versions`, { ...tightened, reason: 'Rings longer' });

  return new Map([
    ['stoppedId', stopped.id],
    ['consentedId', consented?.id ?? ''],
    ['unverifiedId', unverified?.id ?? ''],
    ['talkedId', talked.caseId],
  ]);
}

/** Has the page be answered otherwise than the server would: what would take long to bring about is only told. */
async function tell(page: Page, path: RegExp, change: (said: unknown) => object): Promise<void> {
  await page.route(path, async (route) => {
    // A page that was closed meanwhile, or a connection that was: nobody is to be told any more, or he asks again.
    const reply = await route.fetch().catch(() => null);
    if (reply === null) {
      await route.abort().catch(() => undefined);
      return;
    }
    await route.fulfill({ response: reply, json: change(await reply.json().catch(() => null)) });
  });
}

const anHourAgo = (): number => Date.now() - 3_600_000;

/**
 * A trunk with an account of its own, a job that failed, a placement that is being read, an agent who asks for leave, and
 * for supervisors somebody whose cases are being handed over.
 */
export async function tellOfRareThings(page: Page): Promise<void> {
  await tell(page, /\/api\/trunks(\?|$)/, (said) => {
    const list = trunkList.parse(said);
    const own = { whose: 'own', tail: 'cdef', setAt: anHourAgo(), readable: true } as const;
    return {
      ...list,
      maySeal: true,
      trunks: list.trunks.map((trunk) => ({ ...trunk, account: { ...trunk.account, ...own } })),
    };
  });
  await tell(page, /\/api\/jobs$/, (said) => {
    const { queues } = jobQueues.parse(said);
    return { queues: queues.map((queue) => ({ ...queue, counts: { ...queue.counts, failed: 1 } })) };
  });
  await tell(page, /\/api\/jobs\/[^/]+\/list/, () =>
    jobList.parse({
      jobs: [{ id: 'a', name: 'follow-up', about: { caseId: newId() }, tries: 3, at: anHourAgo(), reason: 'X' }],
      nextCursor: null,
    }),
  );
  await tell(page, /\/api\/placements\/[0-9a-f-]{36}$/, (said) => ({
    ...placementView.parse(said),
    status: 'running',
  }));
  await tell(page, /\/api\/people\/[^/]+\/handover$/, (said) => {
    const offer = handoverOffer.parse(said);
    if (!page.url().includes('/supervisor/')) return offer;
    const latest = {
      ...{ handoverId: newId(), startedAt: anHourAgo(), finishedAt: null, cancelled: null, byName: 'Robin' },
      ...{ reason: 'Leaves the house', total: 5, given: 3, waiting: 2, left: [], to: [] },
    };
    return { ...offer, latest };
  });
  await tell(page, /\/api\/leaves$/, () =>
    waitingLeaves.parse({
      leaves: [
        {
          ...{ leaveId: newId(), attemptId: newId(), caseId: newId(), externalRef: 'EX-1', agentName: 'Robin' },
          ...{ code: 'PTP', day: '2026-12-24', state: 'waiting', why: 'The salary comes late', askedAt: anHourAgo() },
          ...{ decidedByName: null, reason: null, amountMinor: 100_000, currency: 'CNY' },
        },
      ],
    }),
  );
}
