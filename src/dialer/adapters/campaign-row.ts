import { z } from 'zod';
import { limitsUnder, type CallLimits } from '../../domain/campaign-limits.ts';
import { dialModes } from '../../domain/vocabulary.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { RulesInForce } from '../ports.ts';
import type { Campaign } from '../stores.ts';

export const trunkColumns = {
  id: true,
  kind: true,
  enabled: true,
  quiet: true,
  outSince: true,
  accountTail: true,
  cps: true,
  channels: true,
} as const satisfies Prisma.TrunkSelect;

export const wayColumns = {
  ...trunkColumns,
  priority: true,
  weight: true,
  prefixes: true,
  refusedPrefixes: true,
  failoverId: true,
} as const satisfies Prisma.TrunkSelect;

export const trunkOf = <Row extends Prisma.TrunkGetPayload<{ select: typeof trunkColumns }>>({
  id,
  accountTail,
  outSince,
  ...trunk
}: Row) => ({
  trunkId: id,
  ownAccount: accountTail !== null,
  out: outSince !== null,
  ...trunk,
});

/** Everything from which the limits of its calls come. */
export const limitColumns = {
  preset: true,
  presetVersion: true,
  tightening: true,
  ringTimeoutMs: true,
  amd: true,
  maxAbandonRate: true,
} as const satisfies Prisma.CampaignSelect;

export const campaignColumns = {
  id: true,
  name: true,
  priority: true,
  status: true,
  mode: true,
  ...limitColumns,
  abandonTreatment: true,
  abandonMessage: true,
  ratio: true,
  smallestGroup: true,
  callsPerAgent: true,
  settings: true,
  recordingNotice: true,
  trunk: { select: trunkColumns },
} as const satisfies Prisma.CampaignSelect;

/** What a campaign may say beyond its columns; what is not understood keeps its default. */
const settingsSchema = z.object({
  machine: z.enum(['hang_up', 'keep']).catch('hang_up'),
  machineWhenConnected: z.enum(['tell', 'hang_up']).catch('tell'),
});
const modeSchema = z.enum(dialModes).catch('manual');

const unreadableAbandonDays = 30;

export function limitsOf(
  row: Prisma.CampaignGetPayload<{ select: typeof limitColumns }>,
  rulesOf: RulesInForce,
): CallLimits {
  const rules = rulesOf(row);
  const own = { ringTimeoutMs: row.ringTimeoutMs, detectMachine: row.amd, maxAbandonRate: row.maxAbandonRate };
  // Rules that cannot be read ring nobody, since no case can be decided by them; other campaigns go on.
  if (rules === null) {
    const abandonDays = unreadableAbandonDays;
    return { ...own, detectMachine: false, maxAbandonRate: 0, abandonDays, hardAbandon: null };
  }
  return limitsUnder(own, rules);
}

export function treatmentsOf(settings: unknown): Pick<Campaign, 'machineTreatment' | 'machineTreatmentWhenConnected'> {
  const read = settingsSchema.catch({ machine: 'hang_up', machineWhenConnected: 'tell' }).parse(settings);
  return { machineTreatment: read.machine, machineTreatmentWhenConnected: read.machineWhenConnected };
}

export function campaignOf(
  row: Prisma.CampaignGetPayload<{ select: typeof campaignColumns }>,
  rulesOf: RulesInForce,
): Campaign {
  return {
    campaignId: row.id,
    name: row.name,
    priority: row.priority,
    status: row.status,
    mode: modeSchema.parse(row.mode),
    preset: row.preset,
    ...limitsOf(row, rulesOf),
    ratio: row.ratio,
    smallestGroup: row.smallestGroup,
    callsPerAgent: row.callsPerAgent,
    ownTarget: row.maxAbandonRate,
    targetMost: rulesOf(row)?.abandon.maxRate ?? 0,
    ...treatmentsOf(row.settings),
    notice: row.recordingNotice,
    farewell: row.abandonTreatment === 'message' ? row.abandonMessage : null,
    trunk: trunkOf(row.trunk),
    reached: [row.trunk.id],
  };
}
