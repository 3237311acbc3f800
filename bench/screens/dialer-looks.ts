import { callerIdsForCall } from '../../src/dialer/adapters/caller-id-room.ts';
import { makePrismaAbandonBook } from '../../src/dialer/adapters/prisma-abandon-book.ts';
import { makePrismaAttempts } from '../../src/dialer/adapters/prisma-attempts.ts';
import { makePrismaCampaigns, makePrismaPaceBook } from '../../src/dialer/adapters/prisma-campaigns.ts';
import { makePrismaCarrierEvents } from '../../src/dialer/adapters/prisma-carrier-events.ts';
import { readDayLog } from '../../src/dialer/adapters/prisma-day-log.ts';
import { makePrismaPacingLog } from '../../src/dialer/adapters/prisma-pacing-log.ts';
import { makePrismaPacingMinutes } from '../../src/dialer/adapters/prisma-pacing-minutes.ts';
import { makePrismaTrunkBook } from '../../src/dialer/adapters/prisma-trunk-book.ts';
import { waysOf } from '../../src/dialer/adapters/trunk-ways.ts';
import { makePrismaVacant } from '../../src/dialer/adapters/prisma-vacant.ts';
import { makePrismaCallFacts } from '../../src/routing/adapters/prisma-call-facts.ts';
import { makePrismaCandidates } from '../../src/routing/adapters/prisma-candidates.ts';
import { makePrismaPresence } from '../../src/routing/adapters/prisma-presence.ts';
import { makePrismaQueueFacts } from '../../src/routing/adapters/prisma-queue-facts.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { trunkId } from '../due-world.ts';
import { look, type Look, type Scene } from './look.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The screens over the dialing, and the loops that pace, reconcile and route. */
export function dialerLooks({ prisma, agentOf, campaignOf, attemptOf }: Scene): readonly Look[] {
  const attempts = makePrismaAttempts(prisma, () => null);
  const campaigns = makePrismaCampaigns(prisma, () => null, systemClock, { raised: () => Promise.resolve(new Set()) });
  const pace = makePrismaPaceBook(prisma);
  const events = makePrismaCarrierEvents(prisma);
  const abandon = makePrismaAbandonBook(prisma);
  const minutes = makePrismaPacingMinutes(prisma);
  const log = makePrismaPacingLog(prisma);
  const trunks = makePrismaTrunkBook(prisma);
  const vacant = makePrismaVacant(prisma, () => null);
  const presence = makePrismaPresence(prisma, 'bench');
  const calls = makePrismaCallFacts(prisma, systemClock);
  const candidates = makePrismaCandidates(prisma, 'bench');
  const queue = makePrismaQueueFacts(prisma, {
    needs: (call) => calls.needs(call),
    nodeId: 'bench',
    clock: systemClock,
  });
  return [
    look('pacing view: calls under way', (turn) => pace.figures(campaignOf(turn), trunkId, Date.now())),
    look('pacing view: launches of a minute', (turn) => pace.launchesSince(campaignOf(turn), Date.now() - minuteMs)),
    look('pacing view: minutes of a quarter', (turn) =>
      minutes.read(campaignOf(turn), Date.now() - 16 * minuteMs, Date.now()),
    ),
    look('pacing view: minutes of a day', (turn) => minutes.read(campaignOf(turn), Date.now() - dayMs, Date.now())),
    look('pacing view: last decision', (turn) => log.latest(campaignOf(turn))),
    look('pacing view: decision of an instant', (turn) => log.around(campaignOf(turn), Date.now() - turn * hourMs)),
    look('pacing view: a page of decisions', (turn) =>
      log.page(campaignOf(turn), { at: Date.now() - turn * hourMs, id: attemptOf(turn) }, 100),
    ),
    look('pacing view: agents', (turn) => presence.figures(campaignOf(turn), Date.now() - minuteMs, [])),
    look('abandoned calls: today and the last hour', (turn) =>
      abandon.recent(campaignOf(turn), Date.now(), Date.now() - 30 * dayMs),
    ),
    look('abandoned calls: 30 days', (turn) => abandon.count(campaignOf(turn), Date.now() - 30 * dayMs, Date.now())),
    look('campaigns', () => campaigns.all()),
    look('campaigns: what goes on in them', () => pace.overview()),
    look('trunks with their caller ids', () => trunks.views(Date.now() - dayMs)),
    look('day of a campaign for a replay', (turn) =>
      readDayLog(prisma, campaignOf(turn), { from: Date.now() - dayMs, to: Date.now() }),
    ),
    look('loop: running campaigns', () => campaigns.running()),
    look('loop: drained campaigns', () => campaigns.settleDrained()),
    look('loop: ways of a campaign', (turn) => waysOf(prisma, campaignOf(turn))),
    look('loop: caller ids of a call', (turn) =>
      callerIdsForCall(prisma, { trunkId, campaignId: campaignOf(turn), now: Date.now(), ahead: [] }),
    ),
    look('loop: live calls', () => attempts.live()),
    look('loop: ended calls not taken in', () => attempts.unsettled(Date.now(), 200)),
    look('loop: reports of the carrier not applied', () => events.unapplied(Date.now(), 200)),
    look('loop: calls of a trunk in ten minutes', () => vacant.results(trunkId, Date.now() - 10 * minuteMs)),
    look('loop: a minute of a campaign written', async (turn) => {
      const minute = Math.floor(Date.now() / minuteMs) * minuteMs;
      await minutes.write(campaignOf(turn), minute - minuteMs, minute);
    }),
    look('answer: what the choice needs of a call', async (turn) => {
      const { caseId, lineId } = await prisma.attempt.findUniqueOrThrow({ where: { id: attemptOf(turn) } });
      return calls.needs({ caseId, lineId, campaignId: campaignOf(turn) });
    }),
    ...[false, true].map((balance) =>
      look(`answer: candidates${balance ? ' with their occupancy' : ''}`, (turn) =>
        candidates.ofCampaign(campaignOf(turn), {
          ...{ ownerId: agentOf(turn), at: Date.now(), aliveSince: Date.now() - dayMs, except: [], balance },
        }),
      ),
    ),
    look('loop: agents in doubt', () => presence.doubtful(Date.now() - minuteMs)),
    look('gate: wrap-up that an agent owes', (turn) => presence.openWrapUp(agentOf(turn))),
    look('callers that wait', () => queue.waiting()),
    look('how long callers wait', (turn) =>
      queue.handling(
        { campaignId: campaignOf(turn), ownerId: agentOf(turn), teamId: null } as never,
        Date.now() - hourMs,
      ),
    ),
    look('a call found by the carrier’s id', (turn) => attempts.boundSids([`CA${turn}`, `CA${turn + 1}`])),
    look('a call and what it is placed with', (turn) => attempts.sheet(attemptOf(turn))),
  ];
}
