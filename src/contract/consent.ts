import { z } from 'zod';

export const consentChannels = ['call', 'letter', 'email', 'portal', 'in_person'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** `POST /api/cases/:id/consents`: the debtor agreed to further calls about this debt on this number. */
export const consentInput = z.object({
  numberId: z.uuid(),
  channel: z.enum(consentChannels),
  /** Business date, today when absent; never one to come. */
  givenOn: z.iso.date().nullable().default(null),
});
export type ConsentInput = z.input<typeof consentInput>;

export const consentRecorded = z.object({ consentId: z.string() });

export const consentView = z.object({
  consentId: z.string(),
  masked: z.string(),
  givenOn: z.string(),
  /** The last day on which it still counts. */
  lastOn: z.string(),
  channel: z.enum(consentChannels),
  recordedBy: z.string(),
  withdrawnAt: z.number().nullable(),
});
export type ConsentView = z.infer<typeof consentView>;
