import { z } from 'zod';
import { dialModes } from '../../domain/vocabulary.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { Campaign } from '../stores.ts';

export const trunkColumns = {
  id: true,
  kind: true,
  enabled: true,
  cps: true,
  channels: true,
} as const satisfies Prisma.TrunkSelect;

export const campaignColumns = {
  id: true,
  name: true,
  status: true,
  mode: true,
  preset: true,
  ringTimeoutMs: true,
  amd: true,
  abandonTreatment: true,
  abandonMessage: true,
  maxAbandonRate: true,
  settings: true,
  trunk: { select: trunkColumns },
} as const satisfies Prisma.CampaignSelect;

/** What a campaign may say beyond its columns; what is not understood keeps its default. */
const settingsSchema = z.object({
  machine: z.enum(['hang_up', 'keep']).catch('hang_up'),
  machineWhenConnected: z.enum(['tell', 'hang_up']).catch('tell'),
});
const modeSchema = z.enum(dialModes).catch('manual');

export function campaignOf(row: Prisma.CampaignGetPayload<{ select: typeof campaignColumns }>): Campaign {
  const settings = settingsSchema.catch({ machine: 'hang_up', machineWhenConnected: 'tell' }).parse(row.settings);
  const { id, ...trunk } = row.trunk;
  return {
    campaignId: row.id,
    name: row.name,
    status: row.status,
    mode: modeSchema.parse(row.mode),
    preset: row.preset,
    ringTimeoutMs: row.ringTimeoutMs,
    detectMachine: row.amd,
    machineTreatment: settings.machine,
    machineTreatmentWhenConnected: settings.machineWhenConnected,
    farewell: row.abandonTreatment === 'message' ? row.abandonMessage : null,
    maxAbandonRate: row.maxAbandonRate,
    trunk: { trunkId: id, ...trunk },
  };
}
