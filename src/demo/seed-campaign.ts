import { inboundSettings } from '../contract/inbound.ts';
import { presets } from '../domain/presets.ts';
import { newId } from '../platform/ids.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { demoCallerIds } from './fictional-numbers.ts';

/** What the bundled carrier takes; more calls a second than a floor of this size can ask for. */
const trunkCps = 10;
const trunkChannels = 60;
/** The shortest ringing that the rules allow: a demo shows more when nobody waits long. */
const ringTimeoutMs = presets.demo.ringMinMs;

/** The demo calls at any hour, and is there when people ring back. */
const alwaysOpen = inboundSettings.parse({
  language: 'en-US',
  opens: '00:00',
  closes: '24:00',
  menu: { 1: 'queue', 2: 'reference', 3: 'voicemail' },
});

/** Trunk, caller ids and the running campaign with all agents in it. A campaign that somebody paused stays paused. */
export async function seedCampaign(prisma: PrismaClient, agentIds: readonly string[]): Promise<string> {
  const trunk = await prisma.trunk.upsert({
    where: { name: 'Simulated carrier' },
    create: { id: newId(), name: 'Simulated carrier', kind: 'sim', cps: trunkCps, channels: trunkChannels },
    update: {},
  });
  await prisma.callerId.createMany({
    data: demoCallerIds.map((e164) => ({ id: newId(), trunkId: trunk.id, e164, verified: true, inbound: alwaysOpen })),
    skipDuplicates: true,
  });
  const campaign = await prisma.campaign.upsert({
    where: { name: 'Demo floor' },
    create: {
      id: newId(),
      name: 'Demo floor',
      status: 'running',
      preset: 'demo',
      presetVersion: presets.demo.version,
      mode: 'progressive',
      trunkId: trunk.id,
      ringTimeoutMs,
      abandonTreatment: 'message',
      abandonMessage: 'This is the demo agency. All our agents are busy. We will call you again.',
      maxAbandonRate: presets.demo.abandon.maxRate,
      amd: true,
    },
    update: {},
  });
  await prisma.campaignAgent.createMany({
    data: agentIds.map((userId) => ({ campaignId: campaign.id, userId })),
    skipDuplicates: true,
  });
  return campaign.id;
}
